// Material's styles without what no page of ours can use: node styles.js FOLDER-OF-MATERIAL'S-TEMPLATES
import { globSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const root = fileURLToPath(new URL("..", import.meta.url));
const material = process.argv[2];
const sheets = ["main", "palette"].map((name) => globSync(`${material}/assets/stylesheets/${name}.*.css`)[0]);
// Whoever gives the pages a class gives it as a word of its source
const writers = ["docs/theme/**/*.html", "docs/theme/assets/*.js", "browser/search/*.js", "macros/{pages,site}/*.py"];
// Markdown becomes these without naming them
const elements =
  "a abbr aside blockquote body br caption code dd details dl dt em h1 h2 h3 h4 h5 h6 hr html img kbd li ol p pre " +
  "section strong sub summary sup table tbody td th thead tr ul ";

const kept = await new PurgeCSS().purge({
  // The direction of the text comes from the theme's language file
  content: [{ raw: 'dir="ltr"', extension: "html" }, `${material}/base.html`, ...writers.map((files) => root + files)],
  css: [...sheets, `${root}docs/theme/assets/site.css`], // for the variables ours uses of theirs
  variables: true,
  keyframes: true,
  fontFace: true,
  safelist: elements.split(" "),
});
const theirs = kept.filter(({ file }) => sheets.includes(file)).map(({ css }) => css);
const { code } = await transform(theirs.join("\n"), { loader: "css", minify: true });
writeFileSync(`${root}docs/theme/assets/material.css`, code);
