// What the reader has said that there is none of. It is neither missing, nor in the documents.

import { amount } from "./values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * Whether the answer is that there is none: a number that is 0, a role that everybody else has too, or a field that is
 * left empty after the one beside it was filled in.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} name of a field
 * @returns {boolean} never true for a field whose passage always stays
 */
export function isNone(answers, rules, name) {
  if (!Object.hasOwn(rules.none, name)) return false;
  /** @param {string} field its name */
  const given = (field) => answers.fields[field]?.trim() ?? "";
  const beside = rules.none[name];
  if (beside) return !given(name) && given(beside) !== "";
  if (rules.fields[name]?.kind === "number") return amount(given(name)) === 0;
  return given(name) !== "" && rules.roles.every((role) => given(role) === given(name));
}
