import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/host/words.js";

checkCatalogue(catalogue, [
  new URL("../../main/resources/web/host/", import.meta.url),
  new URL("../../../../protocol/src/main/resources/web/lib/staff-view.js", import.meta.url),
  new URL("../../../../protocol/src/main/resources/web/lib/staff-told.js", import.meta.url),
]);
