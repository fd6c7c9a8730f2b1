// Bundles what runs in the browser: node bundle.js
//
// The scripts are classic ones (IIFE), not modules: a page that is opened from a disk may not load modules, and the
// Content-Security-Policy allows files of the site only. They land in a folder that git ignores and the theme serves.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// What a page asks for, and the module it begins with
const entryPoints = {
  site: "site/main.js",
  checklist: "checklist/main.js",
  filters: "catalogue/filters.js",
  compare: "catalogue/compare.js",
  "example-form": "form/main.js",
  builder: "builder/main.js",
  "status-tool": "status/main.js",
  "search/box": "search/box.js",
  "search/worker": "search/worker.js",
  "search/results": "search/results.js",
  "search/marks": "search/marks.js",
};

await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints,
  outdir: "../docs/theme/assets/scripts",
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: "es2020",
  logLevel: "warning",
});
