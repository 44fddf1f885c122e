import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/phone/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/phone/", import.meta.url)]);
