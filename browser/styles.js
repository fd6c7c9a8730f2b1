// Makes the one style sheet of the site: node styles.js FOLDER-OF-MATERIAL'S-TEMPLATES
//
// Material's styles come first, without what no page of ours can use, and in a cascade layer, so that everything in
// styles/ wins over them. Then styles/, with the names of the breakpoints put in.
import { globSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Features, bundle, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";

const root = fileURLToPath(new URL("..", import.meta.url));
const material = process.argv[2];
const sheets = ["main", "palette"].map(
  (name) => globSync(`${material}/assets/stylesheets/${name}.*.css`)[0],
);
// Whoever gives the pages a class gives it as a word of its source
const writers = [
  "docs/theme/**/*.html",
  "browser/{builder,catalogue,checklist,form,search,shared,site,status,tool}/*.js",
  "macros/{pages,site}/*.py",
];
// Markdown becomes these without naming them
const elements =
  "a abbr aside blockquote body br caption code dd details dl dt em h1 h2 h3 h4 h5 h6 hr html img kbd li ol p pre " +
  "section strong sub summary sup table tbody td th thead tr ul ";
// Classes of Material's that are words of our sources too, and that no page has
const never = ["details.note", "end", "example", "inline", "keys", "question", "quote", "warning"];
// The oldest browsers that have cascade layers; what is newer than these is written so that they understand it
const safari = (15 << 16) | (4 << 8);
const targets = { chrome: 99 << 16, firefox: 97 << 16, safari, ios_saf: safari };

const { code: ours } = bundle({
  filename: `${root}browser/styles/index.css`,
  drafts: { customMedia: true },
  minify: true,
  targets,
  exclude: Features.LightDark, // we do not use the function, and what stands in for it is long
});

const kept = await new PurgeCSS().purge({
  content: writers.map((files) => root + files),
  css: [...sheets, { raw: ours.toString() }], // ours for the variables it uses of theirs
  variables: true,
  keyframes: true,
  fontFace: true,
  safelist: elements.split(" "),
  blocklist: never,
});
const theirs = kept
  .filter(({ file }) => sheets.includes(file ?? ""))
  .map(({ css }) => css.replace('@charset "UTF-8";', ""));
const { code: below } = transform({
  filename: "material.css",
  code: Buffer.from(`@layer material { ${theirs.join("\n")} }`),
  minify: true,
  targets,
  exclude: Features.LightDark,
});

writeFileSync(`${root}docs/theme/assets/styles.css`, `@charset "UTF-8";${below}\n${ours}\n`);
