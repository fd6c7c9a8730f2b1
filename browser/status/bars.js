// A picture of how far one has come with a part. The same stands beside it in words, so it is hidden from who hears it.

import { element } from "../shared/dom.js";
import { say } from "../tool/page.js";
import { words } from "./page.js";

/** @typedef {import("./rules.js").Counts} Counts */

const SHOWN = /** @type {const} */ (["yes", "partly", "no", "unknown", "unanswered", "not"]);

/**
 * @param {typeof SHOWN[number]} status of points
 * @returns {string} what it is called in running text
 */
function named(status) {
  const word = status === "unanswered" ? say("unanswered") : words.statuses[status];
  return word.toLowerCase();
}

/**
 * @param {typeof SHOWN[number]} status of a point
 * @returns {HTMLElement} the box for it
 */
function piece(status) {
  return element("span", { class: `bar__piece bar__piece--${status}` });
}

/**
 * How many points have each answer, in words.
 * @param {Counts} counts of a part
 * @returns {string} for instance «3 ja, 1 delvis, 2 ikkje svart»
 */
export function counted(counts) {
  const told = SHOWN.filter((key) => counts[key]).map((key) => `${counts[key]} ${named(key)}`);
  return [...told, ...(counts.drafted ? [say("drafted", { count: counts.drafted })] : [])].join(
    ", ",
  );
}

/**
 * The same as a picture.
 * @param {Counts} counts of a part
 * @returns {HTMLElement} a row with a box for each point
 */
export function bar(counts) {
  const pieces = SHOWN.flatMap((status) =>
    Array.from({ length: counts[status] }, () => piece(status)),
  );
  return element("span", { class: "bar", "aria-hidden": "true" }, ...pieces);
}

/** @returns {HTMLElement} what each box looks like */
export function key() {
  const rows = SHOWN.map((status) =>
    element("span", { class: "bar-key__one" }, piece(status), named(status)),
  );
  return element("p", { class: "bar-key", "aria-hidden": "true" }, ...rows);
}
