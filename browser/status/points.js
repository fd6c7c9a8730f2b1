// The name of a control says which answer it holds: «grep-04-klausul.status», or the id of a field.

import { MOST } from "../answers/checkpoint.js";
import { day, shortDay } from "../builder/values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../tool/fault-summary.js").Fault} Fault */
/** @typedef {import("../answers/checkpoint.js").Checkpoint} Given */

const PARTS = ["status", "owner", "deadline", "note", "proof"];

/**
 * @param {string} name of a control
 * @returns {[string, keyof Given] | undefined} the point and the part of its answer; undefined for any other control
 */
function pointOf(name) {
  const at = name.lastIndexOf(".");
  const part = name.slice(at + 1);
  if (at < 0 || !PARTS.includes(part)) return undefined;
  return [name.slice(0, at), /** @type {keyof Given} */ (part)];
}

/**
 * What is answered to a point.
 * @param {Answers} answers of the reader
 * @param {string} id of the point
 * @returns {Given} the answer; an empty one where there is none
 */
export function given(answers, id) {
  return Object.hasOwn(answers.checkpoints, id) ? answers.checkpoints[id] : {};
}

/**
 * What a control shows.
 * @param {Answers} answers of the reader
 * @param {string} name of the control
 * @returns {string | string[]} its text, or the values that are ticked
 */
export function shownIn(answers, name) {
  if (name === "sectors") return answers.sectors;
  const point = pointOf(name);
  if (!point) return answers.fields[name] ?? "";
  const text = given(answers, point[0])[point[1]] ?? "";
  return point[1] === "deadline" && day(text) ? shortDay(day(text)) : text;
}

/**
 * Takes what a control holds into the answers.
 * @param {Answers} answers of the reader, which change
 * @param {string} name of the control
 * @param {string | string[]} value its text, or the values that are ticked
 */
export function take(answers, name, value) {
  if (Array.isArray(value)) {
    answers.sectors = value;
    return;
  }
  const point = pointOf(name);
  if (point) takePoint(answers, ...point, value);
  else if (value.trim()) answers.fields[name] = value;
  else delete answers.fields[name];
}

/**
 * @param {Answers} answers of the reader, which change
 * @param {string} id of the point
 * @param {keyof Given} part of its answer
 * @param {string} text in it. A day is kept as such; one that is wrong is kept as it is typed
 */
function takePoint(answers, id, part, text) {
  const changed = { ...given(answers, id), [part]: (part === "deadline" && day(text)) || text };
  if (!text.trim()) delete changed[part];
  if (Object.keys(changed).length) answers.checkpoints[id] = changed;
  else delete answers.checkpoints[id];
}

/**
 * What is wrong with answers.
 * @param {Answers} answers of the reader
 * @param {string[]} names of the controls
 * @param {number} most characters of a field of the body
 * @returns {Fault[]} in the order of the controls
 */
export function faults(answers, names, most) {
  return names.flatMap((name) => {
    const [id, part] = pointOf(name) ?? ["", "owner"];
    const text = id ? (given(answers, id)[part] ?? "") : (answers.fields[name] ?? "");
    if (part === "deadline") return text && !day(text) ? [{ name, key: "date" }] : [];
    const limit = id ? MOST[/** @type {keyof MOST} */ (part)] : most;
    return text.length > limit ? [{ name, key: "long", most: limit }] : [];
  });
}
