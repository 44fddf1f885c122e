import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/record/words.js";

checkCatalogue(catalogue, [
  ...["record.js", "record-view.js"].map((name) => new URL(`../../main/resources/web/record/${name}`, import.meta.url)),
  new URL("../../../../protocol/src/main/resources/web/lib/staff-view.js", import.meta.url),
]);
