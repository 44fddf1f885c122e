import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/clerk/words.js";

checkCatalogue(catalogue, [
  new URL("../../main/resources/web/clerk/clerk.js", import.meta.url),
  new URL("../../main/resources/web/clerk/clerk-view.js", import.meta.url),
  new URL("../../main/resources/web/clerk/clerk-lists.js", import.meta.url),
  new URL("../../main/resources/web/clerk/clerk-dialog.js", import.meta.url),
]);
