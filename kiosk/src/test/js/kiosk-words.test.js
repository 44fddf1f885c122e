import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/kiosk/words.js";

checkCatalogue(catalogue, [
  new URL("../../main/resources/web/kiosk/kiosk.js", import.meta.url),
  new URL("../../main/resources/web/kiosk/kiosk-view.js", import.meta.url),
  new URL("../../main/resources/web/kiosk/choose-view.js", import.meta.url),
  new URL("../../main/resources/web/kiosk/code-view.js", import.meta.url),
  new URL("../../main/resources/web/kiosk/parts.js", import.meta.url),
]);
