import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/setup/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/setup/", import.meta.url)]);
