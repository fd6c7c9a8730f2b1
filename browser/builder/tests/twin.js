// Puts documents together as the browser does, for the test that compares them with what the build makes:
//
//     node twin.js < jobs.json > sums.json
//
// `jobs.json` has `scripts`, the paths of the scripts with the parts, and `jobs`: {name, document, form, filling}. The
// answer has the check sum of each part, job by job.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { assemble } from "../assemble.js";

/**
 * @typedef {object} Job
 * @property {string} name of the parts, such as nn-more
 * @property {string} document to make
 * @property {string} form of the file
 * @property {import("../assemble.js").Filling} filling the answers
 */
/** @typedef {{texts: string[], files: Record<string, Record<string, import("../assemble.js").Parts>>}} Script */

const { scripts, jobs } = JSON.parse(readFileSync(0, "utf8"));
for (const path of scripts) runInThisContext(readFileSync(path, "utf8"));
const parts = /** @type {{strategyParts: Record<string, Script>}} */ (
  /** @type {unknown} */ (globalThis)
).strategyParts;

/** @param {string} text of a part */
const sum = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

const sums = jobs.map((/** @type {Job} */ { name, document, form, filling }) => {
  const { texts, files } = parts[name];
  return assemble(files[document][form], texts, filling).map(([part, text]) => [part, sum(text)]);
});
process.stdout.write(JSON.stringify(sums));
