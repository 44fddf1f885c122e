import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { scanCatalogue } from "../../main/resources/web/kiosk/scan-words.js";

checkCatalogue(scanCatalogue, [new URL("../../main/resources/web/kiosk/scan-view.js", import.meta.url)]);
