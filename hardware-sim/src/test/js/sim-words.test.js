import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/sim/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/sim/hall-view.js", import.meta.url)]);
