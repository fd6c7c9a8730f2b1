// How far the body goes with each question and measure, and what it need not be shown.

import { isFor } from "../answers/body.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../answers/file.js").Level} Level */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * Whether a question or a measure is for this body: a few are only for those who buy from certain sectors.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} id of the question or the measure
 * @returns {boolean} true as long as the reader has not said what she buys
 */
export function concerns(answers, rules, id) {
  return isFor({ sectors: rules.only[id] }, answers);
}

/**
 * The level that is chosen. Before anything is chosen, our advice holds for the questions and a few of the measures.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} id of a question or a measure
 * @returns {Level} the level
 */
export function levelOf(answers, rules, id) {
  if (Object.hasOwn(rules.measures, id)) {
    if (!concerns(answers, rules, id)) return "law";
    return answers.levels[id] ?? (rules.advised.includes(id) ? "advice" : "law");
  }
  return answers.levels[id] ?? "advice";
}

/**
 * The sentences that the document has.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} id of a question or a measure
 * @returns {string[]} «advice», «further», «own» and «reason»: what goes further comes on top of the advice
 */
export function sentences(answers, rules, id) {
  const level = levelOf(answers, rules, id);
  if (level === "own") return answers.texts[id]?.trim() ? ["own"] : [];
  if (level === "further")
    return ["advice", "further", ...(answers.reasons[id]?.trim() ? ["reason"] : [])];
  return level === "advice" ? ["advice"] : [];
}

/**
 * The figures of the yearly report. Before anything is chosen, those that we advise.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @returns {string[]} ids
 */
export function chosenIndicators(answers, rules) {
  const advised = Object.keys(rules.indicators).filter((id) => rules.indicators[id] === "advice");
  return answers.indicators ?? advised;
}
