import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/counter/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/counter/counter.js", import.meta.url)]);
