// The file of an example, from answers. Python writes the same lines in macros/contribute/write.py; the tests hold the
// two against each other.

import { length, wordsOf } from "./rules.js";
import { slug } from "./slug.js";

/** @typedef {import("./rules.js").Rules} Rules */

/**
 * @typedef {object} Answer
 * @property {string} name the key in the file, for instance `title`, `questions.kapasitet` or `source.url.1`
 * @property {string} control line, text, choice, date or url
 * @property {string} value what is answered, as it was typed
 * @property {boolean} [required] whether it must be answered
 * @property {number} [most] characters it may have; nothing where it is not counted
 */

/**
 * Writes the file.
 * @param {Answer[]} answers in the order of the form
 * @param {Rules} rules of check
 * @param {string} today for instance 2026-11-25
 * @returns {string} YAML that check reads back as the same values
 */
export function write(answers, rules, today) {
  const lines = [`# yaml-language-server: $schema=${rules.schema}`, `id: ${idOf(answers, rules)}`];
  for (const answer of answers.filter(({ name }) => !name.includes("."))) {
    if (answer.name === "lesson")
      lines.push(...chapters(answers, "questions", rules), ...chapters(answers, "measures", rules));
    lines.push(...entry(answer.name, answer, "", rules));
  }
  lines.push("sources:", ...sources(answers, rules), `added: ${today}`, `checked: ${today}`, "");
  return lines.join("\n");
}

/**
 * The id of the example.
 * @param {Answer[]} answers of the form
 * @param {Rules} rules of check
 * @returns {string} the id
 */
export function idOf(answers, rules) {
  const value = (/** @type {string} */ key) =>
    answers.find(({ name }) => name === key)?.value ?? "";
  return slug(value("publisher"), value("title"), rules);
}

/**
 * What an answer is when it is written: without what nobody sees at its ends, and filled into lines.
 * @param {Answer} answer of the form
 * @param {Rules} rules of check
 * @returns {string} the value as check reads it
 */
export function written({ control, value }, rules) {
  if (control !== "text") return wordsOf(value, rules).join(" ");
  const lines = value.split(/\r\n|\r|\n/).flatMap((line) => wrapped(line, rules));
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}

/**
 * @param {string} key in the file
 * @param {Answer} answer to it
 * @param {string} indent before the key
 * @param {Rules} rules of check
 * @returns {string[]} its lines; none where nothing is answered
 */
export function entry(key, answer, indent, rules) {
  const value = written(answer, rules);
  if (!value) return [];
  if (answer.control !== "text") {
    // What a person has typed stands in quotes: without them YAML would read 2024 as a number and null as nothing
    const ours = answer.control === "choice" || answer.control === "date";
    const plain = ours && /^([a-z][a-z-]*|\d{4}(-\d\d){0,2})$/.test(value);
    return [`${indent}${key}: ${plain ? value : JSON.stringify(value)}`];
  }
  return [
    `${indent}${key}: |-`,
    ...value.split("\n").map((line) => (line ? `${indent}  ${line}` : "")),
  ];
}

/**
 * @param {Answer[]} answers of the form
 * @param {string} group questions or measures
 * @param {Rules} rules of check
 * @returns {string[]} the lines of the group; none where nothing is told
 */
function chapters(answers, group, rules) {
  const own = answers.filter(({ name }) => name.startsWith(`${group}.`));
  const lines = own.flatMap((answer) => entry(answer.name.split(".")[1], answer, "  ", rules));
  return lines.length ? [`${group}:`, ...lines] : [];
}

/**
 * @param {Answer[]} answers of the form
 * @param {Rules} rules of check
 * @returns {string[]} the lines of every source
 */
function sources(answers, rules) {
  const own = answers.filter(({ name }) => name.startsWith("source."));
  const numbers = new Set(own.map(({ name }) => name.split(".")[2]));
  return [...numbers].flatMap((number) => {
    const fields = own.filter(({ name }) => name.split(".")[2] === number);
    const lines = fields.flatMap((answer) => entry(answer.name.split(".")[1], answer, "", rules));
    return lines.map((line, index) => (index ? "    " : "  - ") + line);
  });
}

/**
 * @param {string} line that was typed
 * @param {Rules} rules of check
 * @returns {string[]} its words in lines of a certain width; none begins with a dash that was not first, since that
 *   would make it an item of a list
 */
function wrapped(line, rules) {
  const lines = [];
  let current = "";
  for (const word of wordsOf(line, rules)) {
    if (current && length(current) + 1 + length(word) > rules.width && word !== "-") {
      lines.push(current);
      current = word;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...lines, current];
}
