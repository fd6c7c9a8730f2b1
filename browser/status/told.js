// What the result tells of one point. Links are copies of those on the page, so that they lead right from a disk too.

import { day, shortDay } from "../builder/values.js";
import { element, one } from "../shared/dom.js";
import { form, say } from "../tool/page.js";
import { state } from "../tool/state.js";
import { points, words } from "./page.js";
import { given } from "./points.js";

/**
 * @param {string} id of a point
 * @returns {Node} its kind, with a link to the section that demands it
 */
export function mark(id) {
  return one(form, `[data-point="${id}"] .kind`).cloneNode(true);
}

/**
 * @param {string} id of a point
 * @param {string} told the words of the link
 * @param {boolean} [isShort] whether the words do not say which point it is
 * @returns {HTMLElement} a link to where the point is answered
 */
export function change(id, told, isShort = false) {
  const { kind, chapter } = points[id];
  const [step] = kind === "law" ? ["lovkrav"] : [chapter.startsWith("grep-") ? "grep" : "sporsmal"];
  const name = isShort ? say("change.what", { what: words.points[id].text }) : undefined;
  return element("a", { href: `#steg/${step}/${chapter}`, "aria-label": name }, told);
}

/**
 * @param {string} id of a point
 * @returns {HTMLElement} a link to the document that helps
 */
export function documentLink(id) {
  const { document } = points[id];
  const link = form.querySelector(`[data-document="${document}"]`);
  const shown = link?.cloneNode(true) ?? words.documents[document].title;
  return element("span", {}, `${say("helps")}: `, shown);
}

/**
 * Who does what of a point, and when.
 * @param {string} id of a point
 * @param {"owner" | "deadline"} [only] the one that is wanted; both if none is given
 * @returns {HTMLElement[]} those that are answered
 */
export function who(id, only) {
  const { owner, deadline = "" } = given(state.answers, id);
  const told = {
    owner: owner && `${say("owner")}: ${owner}.`,
    deadline: day(deadline) && `${say("deadline")}: ${shortDay(day(deadline))}.`,
  };
  return Object.entries(told).flatMap(([key, text]) =>
    text && (!only || only === key) ? [element("span", {}, text)] : [],
  );
}
