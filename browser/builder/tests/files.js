// Makes whole files as the browser does, and reads Word files again, for the tests that open them with other programs:
//
//     node files.js < jobs.json > read.json
//
// `jobs.json` has `scripts`, the paths of the scripts with the parts, `jobs`: {name, document, form, filling, path}, and
// `read`, the paths of Word files. The answer has what those files say: their answers, or the code of what is wrong.

import { readFileSync, writeFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { assemble } from "../assemble.js";
import { readWord } from "../read-word.js";
import { zip } from "../zip.js";

const { scripts = [], jobs = [], read = [] } = JSON.parse(readFileSync(0, "utf8"));
for (const path of scripts) runInThisContext(readFileSync(path, "utf8"));
const parts = /** @type {{strategyParts: Record<string, import("./twin.js").Script>}} */ (
  /** @type {unknown} */ (globalThis)
).strategyParts;

for (const { name, document, form, filling, path } of jobs) {
  const { texts, files } = parts[name];
  const made = assemble(files[document][form], texts, filling);
  const isText = form === "md" || form === "html";
  writeFileSync(path, isText ? made[0][1] : await zip(made));
}

const found = [];
for (const path of read) {
  try {
    found.push(await readWord(new Uint8Array(readFileSync(path))));
  } catch (fault) {
    found.push(/** @type {import("../unzip.js").FileFault} */ (fault).code);
  }
}
process.stdout.write(JSON.stringify(found));
