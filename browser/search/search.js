// The search, without a front end: an index in, a question in, the pages that answer out.

import { expander } from "./expand.js";
import { language } from "./language.js";
import { rank } from "./rank.js";
import { finder } from "./snippet.js";
import { units } from "./units.js";

const SHOWN = 10; // pages given back

/** @typedef {import("./snippet.js").Segment} Segment */

/**
 * @typedef {object} Doc a page, or a section of one
 * @property {string} location address within the edition; that of a section has a fragment
 * @property {string} title of the page, or the heading of the section
 * @property {string} text everything below the heading
 * @property {string} [kind] of the page, in words
 * @property {string} [heading] the main heading of the page
 * @property {string} [about] what the page is about, in other words
 * @property {boolean} [entry] whether the section answers for itself
 */

/** @typedef {{ docs: Doc[], norwegian?: import("./language.js").Norwegian }} Index a page comes before its sections */

/**
 * @typedef {object} Item one page that answers
 * @property {string} location where to go: the page, or the section of it that answers
 * @property {Segment[]} title of the page
 * @property {Segment[] | undefined} place the heading of the section, where it is one
 * @property {string} kind of the page, in words
 * @property {Segment[]} text a line around the hit
 */

/**
 * @typedef {object} Answer
 * @property {Item[]} items the best pages, the best first
 * @property {number} total how many pages there are in all
 * @property {string} [meant] the question with misspelt words mended, where the reader is to be told
 */

/**
 * A function that answers questions.
 * @param {Index} index of an edition
 * @returns {(query: string) => Answer} gives the answer to a question
 */
export function search({ docs, norwegian = {} }) {
  const norsk = language(norwegian);
  const index = units(docs, norsk);
  const expand = expander(norsk, index);
  const read = finder(norsk);

  return (query) => {
    const { groups, meant } = expand(query);
    const ranked = rank(groups, index);
    const { place, mark } = read(groups);
    const items = ranked.slice(0, SHOWN).map(({ unit }) => {
      const best = place(unit.places);
      return {
        location: best.place.location,
        title: mark(unit.page.title),
        place: best.place === unit.page ? undefined : mark(best.place.title),
        kind: unit.page.kind ?? "",
        text: best.text,
      };
    });
    // Where nothing is found, a guess may be further off
    return {
      items,
      total: ranked.length,
      meant: ranked.length ? meant : expand(query, true).meant,
    };
  };
}
