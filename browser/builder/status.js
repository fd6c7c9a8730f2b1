// How far the reader has come with each step, as the list of steps tells it.

import { missing } from "./faults.js";
import { concerns, levelOf, sentences } from "./levels.js";
import { derive } from "./derive.js";
import { isNone } from "./none.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * What a step lacks.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} step its id
 * @returns {{ lacks: number, begun: boolean }} how many answers are missing, and whether any is there
 */
export function progress(answers, rules, step) {
  const names = rules.steps[step] ?? [];
  const chapters = { sporsmal: rules.questions, grep: rules.measures }[step];
  if (chapters) {
    const ids = Object.keys(chapters);
    const lacks = openSentences(answers, rules, ids).length;
    return { lacks, begun: !lacks || ids.some((id) => answers.levels[id]) };
  }
  const begun = names.some((name) => answers.fields[name] || answers.unknown.includes(name));
  return { lacks: missing(answers, rules, names).length, begun: begun || !names.length };
}

/**
 * What is open in the sentences of questions or measures.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string[]} ids of the questions or measures
 * @returns {string[]} names of fields without an answer, of reasons, and of own texts that are empty
 */
export function openSentences(answers, rules, ids) {
  const { shown } = derive(answers, rules, "nn", "");
  const open = ids
    .filter((id) => concerns(answers, rules, id))
    .flatMap((id) => {
      const level = levelOf(answers, rules, id);
      if (level === "own" && !answers.texts[id]?.trim()) return [`tekst.${id}`];
      const lacksReason =
        level === "further" && Object.hasOwn(rules.measures, id) && !answers.reasons[id]?.trim();
      const blanks = { ...rules.questions, ...rules.measures }[id];
      const fields = sentences(answers, rules, id).flatMap((part) => blanks[part] ?? []);
      return [
        ...fields.filter((name) => !shown[name] && !isNone(answers, rules, name)),
        ...(lacksReason ? [`grunn.${id}`] : []),
      ];
    });
  return [...new Set(open)];
}
