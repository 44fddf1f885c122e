import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/setup/words.js";

checkCatalogue(
  catalogue,
  ["setup.js", "setup-view.js"].map((file) => new URL(`../../main/resources/web/setup/${file}`, import.meta.url)),
);
