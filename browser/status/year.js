// A year later: the answers of an older file beside those of today.

import { element, one } from "../shared/dom.js";
import { readChosen } from "../tool/opening.js";
import { form, say } from "../tool/page.js";
import { state } from "../tool/state.js";
import { RESULT, go, show } from "../tool/steps.js";
import { bar, counted, key } from "./bars.js";
import { carry } from "./naming.js";
import { model, words } from "./page.js";
import { chapters, duties } from "./rules.js";
import { moved } from "./years.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./years.js").Move} Move */

export const YEAR = "i-fjor";
const TOLD = /** @type {const} */ (["better", "worse", "new", "left", "merged", "retired"]);

/** @type {Answers | undefined} */
let before; // the answers of the older file, until the page is left

/**
 * Opens an older file, and shows it beside the answers of today.
 * @param {HTMLInputElement} input where the file is chosen
 */
export async function openBefore(input) {
  const chosen = await readChosen(input);
  if (!chosen) return;
  before = chosen.found.answers;
  go(YEAR);
}

/** Shows what has moved; the result instead, where no older file is opened. */
export function showYear() {
  if (!before) {
    go(RESULT);
    return;
  }
  const moves = moved(before, state.answers, model);
  one(form, `[data-step="${YEAR}"]`).replaceChildren(
    element("h1", { tabindex: "-1" }, say("year")),
    element("p", { class: "lead" }, summed(moves)),
    element("p", {}, law(before)),
    ...TOLD.flatMap((kind) => group(kind, moves)),
    element("h2", {}, say("beyond")),
    pictures(carry(before).answers),
    key(),
    element(
      "p",
      { class: "buttons" },
      element("a", { class: "button", href: "#steg/resultat" }, say("year.back")),
    ),
  );
  show(true);
}

/**
 * @param {Move[]} moves of all points
 * @returns {string} how many have moved which way
 */
function summed(moves) {
  /** @param {string} kind to count */
  const count = (kind) => moves.filter((move) => move.kind === kind).length;
  return say("year.summed", {
    better: count("better"),
    worse: count("worse"),
    same: count("same"),
  });
}

/**
 * @param {Answers} old answers
 * @returns {string} how many duties were in place, and how many are
 */
function law(old) {
  const [then, now] = [carry(old).answers, state.answers].map((one) => duties(one, model));
  return say("year.duties", {
    before: say("of", { done: then.done.length, all: then.all }),
    now: say("of", { done: now.done.length, all: now.all }),
  });
}

/**
 * @param {typeof TOLD[number]} kind of move
 * @param {Move[]} moves of all points
 * @returns {HTMLElement[]} a table of those that have moved that way
 */
function group(kind, moves) {
  const rows = moves
    .filter((move) => move.kind === kind)
    .map((move) =>
      element(
        "tr",
        { "data-move": move.id },
        element("th", { scope: "row" }, named(move)),
        element("td", { "data-head": say("year.before") }, word(move.before)),
        element("td", { "data-head": say("year.now") }, word(move.now)),
      ),
    );
  if (!rows.length) return [];
  const heads = ["year.point", "year.before", "year.now"];
  return [element("h2", {}, say(`year.${kind}`)), table(heads, rows)];
}

/**
 * @param {Move} move of a point
 * @returns {string} what the point says. One that is gone has its id, and what has taken over
 */
function named({ id, into }) {
  const text = words.points[id]?.text ?? id;
  return into ? say("year.into", { old: text, to: words.points[into].text }) : text;
}

/**
 * @param {import("./model.js").Status | ""} status of a point
 * @returns {string} what it is called
 */
function word(status) {
  return status ? words.statuses[status] : say("unanswered");
}

/**
 * @param {Answers} old answers, carried over
 * @returns {HTMLElement} for each part, the two years as pictures and in words
 */
function pictures(old) {
  const then = new Map(chapters(old, model).map((chapter) => [chapter.id, chapter]));
  const rows = chapters(state.answers, model).map((chapter) => {
    const cells = [then.get(chapter.id), chapter].map((one, index) => {
      const head = { "data-head": say(index ? "year.now" : "year.before") };
      return one
        ? element("td", head, bar(one), element("span", {}, counted(one)))
        : element("td", head);
    });
    return element("tr", {}, element("th", { scope: "row" }, words.chapters[chapter.id]), ...cells);
  });
  return table(["beyond.part", "year.before", "year.now"], rows);
}

/**
 * @param {string[]} heads the words of the columns
 * @param {HTMLElement[]} rows of it
 * @returns {HTMLElement} a table that never makes the page wider than the screen
 */
export function table(heads, rows) {
  const cells = heads.map((head) => element("th", { scope: "col" }, say(head)));
  return element(
    "table",
    { class: "progress-table" },
    element("thead", {}, element("tr", {}, ...cells)),
    element("tbody", {}, ...rows),
  );
}
