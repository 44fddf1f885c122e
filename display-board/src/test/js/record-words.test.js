import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/record/words.js";

checkCatalogue(catalogue, ["record.js", "record-view.js"].map((name) => new URL(`../../main/resources/web/record/${name}`, import.meta.url)));
