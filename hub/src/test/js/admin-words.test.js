import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/admin/words.js";

checkCatalogue(
  catalogue,
  ["admin.js", "admin-view.js", "plan-editor.js"].map(
    (file) => new URL(`../../main/resources/web/admin/${file}`, import.meta.url),
  ),
);
