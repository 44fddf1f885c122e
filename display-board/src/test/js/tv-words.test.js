import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/tv/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/tv/screen.js", import.meta.url)]);
