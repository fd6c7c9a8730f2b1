// Makes the files of «Kvar står de?» as the browser does, for the tests that hold them to what the build makes and open
// them with other programs:
//
//     node twin.js < jobs.json > notes.json
//
// `jobs.json` has `scripts`, the paths of the scripts with the parts, `model`, and `jobs`: {edition, answers, path} with
// the name of the file in `file`, or {edition, bodies, path} for the matrix. Answers are those of an answer file. The
// answer has what fills the note in for each job, and each of the `tables` as a file.

import { readFileSync, writeFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { empty } from "../../answers/file.js";
import { csv } from "../csv.js";
import { matrixFile, statusFile } from "../files.js";
import { note } from "../note.js";

/** @typedef {import("../files.js").Parts & { words: import("../model.js").Words }} Parts */

const { scripts = [], model, jobs = [], tables = [] } = JSON.parse(readFileSync(0, "utf8"));
for (const path of scripts) runInThisContext(readFileSync(path, "utf8"));
const all = /** @type {{strategyParts: Record<string, Parts>}} */ (
  /** @type {unknown} */ (globalThis)
).strategyParts;
const DAY = "2027-03-01";

const notes = [];
for (const { edition, file, answers = {}, bodies, path } of jobs) {
  const parts = all[`${edition}-status`];
  const given = { ...empty(), ...answers };
  notes.push(note(given, model, parts.words, DAY));
  if (!path) continue;
  /** @param {{ name: string, answers: Partial<import("../model.js").Answers> }} body of a cooperation */
  const whole = (body) => ({ name: body.name, answers: { ...empty(), ...body.answers } });
  writeFileSync(
    path,
    bodies
      ? await matrixFile(bodies.map(whole), model, parts)
      : await statusFile(file, given, model, parts, DAY),
  );
}
process.stdout.write(JSON.stringify([notes, tables.map(csv)]));
