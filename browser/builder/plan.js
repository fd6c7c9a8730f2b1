// The actions of the first year. Until the reader changes something, they follow from what is answered.

import { concerns, levelOf } from "./levels.js";
import { norwegianDay } from "../shared/dates.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../answers/file.js").Action} Action */
/** @typedef {import("./rules.js").Rules} Rules */

const ENDS = ["03-31", "06-30", "09-30", "12-31"];

/**
 * The actions: those that are chosen, or those we propose.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} edition of the documents: the words of our own actions follow it
 * @param {boolean} [all] whether those are wanted too that the answers do not ask for
 * @returns {Action[]} the actions, in order
 */
export function proposed(answers, rules, edition, all = false) {
  if (answers.actions) return answers.actions.map((row) => worded(row, rules, edition));
  return Object.keys(rules.plan)
    .filter((id) => all || isCalledFor(answers, rules, id))
    .map((id) => ({
      id,
      text: rules.plan[id].text[edition],
      owner: answers.fields[rules.plan[id].owner] ?? "",
      deadline: `${firstYear(answers)}-${ENDS[rules.plan[id].quarter - 1]}`,
    }));
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} id of one of our actions
 * @returns {boolean} whether the answers call for it: what is unknown, and what the document promises to do
 */
function isCalledFor(answers, rules, id) {
  const { chapter } = rules.plan[id];
  if (rules.always.includes(id)) return true;
  if (answers.unknown.some((name) => rules.unknown[name] === id)) return true;
  if (Object.hasOwn(rules.questions, chapter)) return !isAnswered(answers, rules, id);
  return concerns(answers, rules, chapter) && levelOf(answers, rules, chapter) !== "law";
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} id of one of our actions
 * @returns {boolean} whether the action is to find numbers, and all of them are given
 */
function isAnswered(answers, rules, id) {
  const names = Object.keys(rules.unknown).filter((name) => rules.unknown[name] === id);
  return names.length > 0 && names.every((name) => answers.fields[name]?.trim());
}

/**
 * @param {Action} row that is chosen
 * @param {Rules} rules of the page
 * @param {string} edition of the documents
 * @returns {Action} the same, in the edition if the words are ours
 */
function worded(row, rules, edition) {
  const ours = Object.hasOwn(rules.plan, row.id) ? rules.plan[row.id].text : undefined;
  const same = ours && (!row.text || Object.values(ours).includes(row.text));
  return same ? { ...row, text: ours[edition] } : row;
}

/**
 * The first year the document holds for.
 * @param {Answers} answers of the reader
 * @returns {string} as it is typed, or the next year
 */
export function firstYear(answers) {
  const typed = answers.fields["periode.fra"] ?? "";
  return /^(19|20)\d\d$/.test(typed) ? typed : String(Number(norwegianDay().slice(0, 4)) + 1);
}
