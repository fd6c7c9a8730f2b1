// What the reader sees of an answer. Text goes in as text.

import { MARKS } from "../shared/address.js";
import { element } from "../shared/dom.js";

/** @typedef {import("./search.js").Item} Item */
/** @typedef {import("./snippet.js").Segment} Segment */

const MARKED = 6; // words that are marked on the page one lands on

/**
 * One answer as a list item: the link, the kind, a line around the hit, and pages that say the same.
 * @param {Item} item of the answer
 * @param {URL} base the address of the edition
 * @param {(title: Node) => (Node | string)[]} alsoIn words around a page that says the same
 * @returns {HTMLElement} the list item
 */
export function result(item, base, alsoIn) {
  const { title, place, kind, note, text } = item;
  const section = place ? [" › ", ...marked(place)] : [];
  const link = element(
    "a",
    { class: "md-search-result__link", href: address(item, base) },
    ...marked(title),
    ...section,
  );
  const kinds = element("span", { class: "search__kind" }, kind);
  const also = item.also.map(({ location, title: name }) =>
    element(
      "p",
      { class: "search__also" },
      ...alsoIn(element("a", { href: new URL(location, base).href }, name)),
    ),
  );
  return element(
    "li",
    { class: "search__item" },
    element("p", { class: "search__heading" }, link, " ", kinds),
    ...(note ? [element("p", { class: "search__note" }, note)] : []),
    element("p", { class: "search__text" }, ...marked(text)),
    ...also,
  );
}

/**
 * @param {Item} item of the answer
 * @param {URL} base the address of the edition
 * @returns {string} where it leads, with the words to mark there
 */
function address({ location, title, place = [], text }, base) {
  const url = new URL(location, base);
  const hits = [...text, ...place, ...title].filter(({ hit }) => hit);
  const words = [...new Set(hits.map((segment) => segment.text.toLowerCase()))];
  if (words.length) url.searchParams.set(MARKS, words.slice(0, MARKED).join(" "));
  return url.href;
}

/**
 * @param {Segment[]} segments of a text
 * @returns {(Node | string)[]} the text, with hits as marks
 */
function marked(segments) {
  return segments.map(({ text, hit }) => (hit ? element("mark", {}, text) : text));
}
