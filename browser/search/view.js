// What the reader sees of an answer. Text goes in as text.

import { element } from "../shared/dom.js";

/** @typedef {import("./search.js").Item} Item */
/** @typedef {import("./snippet.js").Segment} Segment */

/**
 * One answer as a list item: the link, the kind, and a line around the hit.
 * @param {Item} item of the answer
 * @param {URL} base the address of the edition
 * @returns {HTMLElement} the list item
 */
export function result({ location, title, place, kind, text }, base) {
  const section = place ? [" › ", ...marked(place)] : [];
  const href = new URL(location, base).href;
  const link = element(
    "a",
    { class: "md-search-result__link", href },
    ...marked(title),
    ...section,
  );
  const kinds = element("span", { class: "search__kind" }, kind);
  return element(
    "li",
    { class: "search__item" },
    element("p", { class: "search__heading" }, link, " ", kinds),
    element("p", { class: "search__text" }, ...marked(text)),
  );
}

/**
 * @param {Segment[]} segments of a text
 * @returns {(Node | string)[]} the text, with hits as marks
 */
function marked(segments) {
  return segments.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));
}
