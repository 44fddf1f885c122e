import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/manager/words.js";

checkCatalogue(
  catalogue,
  ["manager.js", "manager-view.js", "live-view.js", "report-view.js"].map(
    (file) => new URL(`../../main/resources/web/manager/${file}`, import.meta.url),
  ),
);
