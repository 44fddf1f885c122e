import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/tablet/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/tablet/tablet-view.js", import.meta.url)]);
