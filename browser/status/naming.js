// How «Kvar står de?» tells of answers where a file differs from those that are here. A file may have answers that only
// «Lag strategien» asks for: they are named too.

import { day, shortDay } from "../builder/values.js";
import { isRecord, isText } from "../shared/json.js";
import { edition, form, say } from "../tool/page.js";
import { known, model, words } from "./page.js";
import { carried } from "./years.js";

/** @typedef {import("../answers/file.js").Answers} Answers */

/** @type {import("../tool/opening.js").Telling} */
export const telling = {
  nameOf,
  inWords,
  labelOf: (id) => words.points[id]?.text ?? known.labels[id] ?? id,
  after: "start",
  carry,
};

/**
 * Carries answers over from points that are gone to those that have taken over.
 * @param {Answers} answers of a file
 * @returns {{ answers: Answers, told: string[] }} the answers, and what to tell of it
 */
export function carry(answers) {
  const found = carried(answers, model);
  const told = [
    ...found.merged.map(([old, to]) => say("merged", { old, to: words.points[to].text })),
    ...found.retired.map((old) => say("withdrawn", { old })),
  ];
  return { answers: found.answers, told };
}

/**
 * @param {string} name of an answer, as in a difference
 * @returns {string} what it is called
 */
function nameOf(name) {
  const [part, id] = name.split("/");
  if (part === "checkpoints") return words.points[id]?.text ?? id;
  if (part === "fields") return known.labels[id] ?? id;
  const what = say(`what.${part}`);
  return id ? `${known.titles[id] ?? id}: ${what}` : what;
}

/**
 * @param {string} name of an answer, as in a difference
 * @param {unknown} value of it
 * @returns {string} the value in words
 */
function inWords(name, value) {
  const [part, id] = name.split("/");
  if (part === "checkpoints") return isRecord(value) ? pointInWords(value) : "";
  if (part === "fields") return fieldInWords(id, String(value));
  if (part === "levels") return words.kinds[/** @type {"law"} */ (value)] ?? say("what.texts");
  if (!Array.isArray(value)) return String(value);
  return value.map((one) => oneInWords(part, one)).join(", ");
}

/**
 * @param {Record<string, unknown>} answer to a point
 * @returns {string} all that is told of the point
 */
function pointInWords({ status, owner, deadline, note, proof }) {
  const when = isText(deadline) && day(deadline) ? shortDay(day(deadline)) : deadline;
  const told = [
    words.statuses[/** @type {"yes"} */ (status)],
    owner && `${say("owner")}: ${owner}`,
    when && `${say("deadline")}: ${when}`,
    proof && `${say("proof")}: ${proof}`,
    note && `${say("note")}: ${note}`,
  ];
  return told.filter(Boolean).join(". ");
}

/**
 * @param {string} id of a field
 * @param {string} value in it
 * @returns {string} the value in words
 */
function fieldInWords(id, value) {
  const { kind, choices } = known.fields[id];
  if (choices) return choices[value]?.[edition] ?? value;
  return kind === "date" && day(value) ? shortDay(day(value)) : value;
}

/**
 * @param {string} part of the answers that is a list
 * @param {unknown} one of what is in it
 * @returns {string} the same in words
 */
function oneInWords(part, one) {
  if (isRecord(one)) return String(one.text);
  if (part === "unknown") return known.labels[String(one)] ?? String(one);
  const label = form.querySelector(`label[for="c-${part}-${CSS.escape(String(one))}"]`);
  return label?.textContent ?? String(one);
}
