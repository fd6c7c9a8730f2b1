// Answers line by line, for the tests in Python: a JSON line in with { answers, rules, today }, a JSON line out with
// { id, file, values, faults }. One process answers hundreds of them.

import { createInterface } from "node:readline";
import { faultOf, saysSomething } from "../faults.js";
import { idOf, write, written } from "../write.js";

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {{ answers: import("../write.js").Answer[], rules: import("../rules.js").Rules, today: string }} */
  const { answers, rules, today } = JSON.parse(line);
  /** @type {Record<string, string>} */
  const faults = {};
  for (const answer of answers) {
    const fault = faultOf(answer, answers, rules, today);
    if (fault) faults[answer.name] = fault.key;
  }
  if (!saysSomething(answers)) faults.questions = "missingChapter";
  const reply = {
    id: idOf(answers, rules),
    file: write(answers, rules, today),
    values: Object.fromEntries(answers.map((answer) => [answer.name, written(answer, rules)])),
    faults,
  };
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
