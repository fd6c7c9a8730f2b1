// The search, without a front end: an index in, a question in, the pages that answer out.

import { expander } from "./expand.js";
import { language } from "./language.js";
import { rank, shareName } from "./rank.js";
import { finder } from "./snippet.js";
import { units } from "./units.js";

const SHOWN = 10; // pages given back, unless more are asked for
// So many of the best pages are read for words that stand side by side, and count so much more for it
const READ = 12;
const SIDE_BY_SIDE = 1.2;
// A number means little without the word that it counts
const COUNTED = 2.5;
const NUMBER = /^(\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv)$/;
// With fewer pages than this, the part with more text is looked into, too
const FEW = 5;
// A page with a smaller share of the score of the best one only happens to have one of the words
const TELLING = 0.002;

/** @typedef {import("./expand.js").Group} Group */
/** @typedef {import("./snippet.js").Segment} Segment */

/**
 * @typedef {object} Doc a page, or a section of one
 * @property {string} location address within the edition; that of a section has a fragment. In an index, that of a
 *   section may be the fragment alone, after its page
 * @property {string} title of the page, or the heading of the section
 * @property {string} text everything below the heading
 * @property {string} [kind] of the page, in words
 * @property {string} [heading] the main heading of the page
 * @property {string} [lead] the description of the page
 * @property {string} [note] what a reader should know before she goes there: the period and status of an example
 * @property {string} [same] pages with the same text under other names share this
 * @property {string} [about] what the page is about, in other words
 * @property {string[]} [ways] what people type who want it: words, goals and whole questions
 * @property {boolean} [whole] whether the page also answers by what all its entries say together
 * @property {boolean} [entry] whether the section answers for itself
 * @property {boolean} [part] whether the section belongs to the entry before it
 * @property {boolean} [shared] whether many pages have a section with this heading
 * @property {string} [leads] the page that is about an entry of the glossary
 */

/**
 * @typedef {object} Index
 * @property {Doc[]} docs a page comes before its sections
 * @property {import("./language.js").Norwegian} [norwegian] what is known of the language
 * @property {string} [more] the kind of the pages whose text comes in a part of its own
 */

/**
 * @typedef {object} Item one page that answers
 * @property {string} location where to go: the page, or the section of it that answers
 * @property {Segment[]} title of the page
 * @property {Segment[] | undefined} place the heading of the section, where it is one
 * @property {string} kind of the page, in words
 * @property {string} [note] what a reader should know before she goes there
 * @property {Segment[]} text a line around the hit
 * @property {{ location: string, title: string }[]} also pages that say the same, in another form
 */

/** @typedef {{ limit?: number, kind?: string }} Wish how many pages, and of which kind only */

/**
 * @typedef {object} Answer
 * @property {Item[]} items the best pages, the best first
 * @property {number} total how many pages of the kind asked for there are in all
 * @property {{ kind: string, count: number }[]} kinds how many there are of each kind, the most first
 * @property {string} [meant] the question with misspelt words mended, where the reader is to be told
 * @property {string[]} missing words of the question that stand nowhere on the site
 * @property {boolean} wants whether the part with more text may change the answer, and has not been given
 * @property {boolean} none whether the site has nothing about it, and the items are only the nearest
 */

/**
 * @param {Doc[]} docs a page, then its sections
 * @returns {Doc[]} the same, each with its whole address
 */
function addressed(docs) {
  let page = "";
  return docs.map((doc) => {
    if (doc.location.startsWith("#")) return { ...doc, location: page + doc.location };
    [page] = doc.location.split("#");
    return doc;
  });
}

/** @typedef {((query: string, wish?: Wish) => Answer) & { extend: (sections: Doc[]) => void }} Search */

/**
 * A function that answers questions.
 * @param {Index} index of an edition
 * @returns {Search} gives the answer to a question; `extend` takes the part with more text
 */
export function search({ docs, norwegian = {}, more }) {
  const norsk = language(norwegian);
  const pages = addressed(docs);
  let index = units(pages, norsk);
  let expand = expander(norsk, index);
  let lacks = more;
  const read = finder(norsk);

  /**
   * @param {ReturnType<typeof read>} reading of the question
   * @param {Merged} merged a page, and those that say the same
   * @returns {Item} what is shown of it
   */
  function item({ place, mark }, { unit, also }) {
    const best = place(unit.places);
    return {
      location: best.place.location,
      title: mark(unit.page.title),
      place: best.place === unit.page ? undefined : mark(best.place.title),
      kind: unit.page.kind ?? "",
      note: unit.page.note,
      text: best.text.length ? best.text : mark(unit.page.lead ?? ""),
      also: also.map(({ location, title }) => ({ location, title })),
    };
  }

  /** @type {Search["extend"]} */
  function extend(sections) {
    const known = new Set(pages.map(({ location }) => location));
    const own = sections.filter(({ location }) => known.has(location.split("#")[0]));
    index = units([...pages, ...own], norsk);
    expand = expander(norsk, index);
    lacks = undefined;
  }

  /**
   * Whether the text that has not been given may have what was asked for.
   * @param {string | undefined} kind asked for
   * @param {string[]} missing words that stand nowhere in what has been given
   * @param {Merged[]} found pages
   * @returns {boolean} true if so
   */
  const wants = (kind, missing, found) =>
    lacks !== undefined &&
    (kind === lacks ||
      missing.length > 0 ||
      found.length < FEW ||
      found.slice(0, 3).some(({ unit }) => unit.page.kind === lacks));

  /**
   * Whether a group is half of a word that only looks like two words of the site: they never stand in one line on
   * the pages that have them, and no page has both in its names. «sentralgodkjenning» is no such word, and
   * «vannavgift» is.
   * @param {Group} group of a word
   * @param {Group[]} groups of the question
   * @param {ReturnType<typeof rank>} ranked the best first
   * @returns {boolean} true if so
   */
  function isStrange({ typed: { whole } }, groups, ranked) {
    const halves = groups.filter(({ typed }) => whole && typed.whole === whole);
    if (halves.length < 2 || shareName(halves, index.calling)) return false;
    const reading = read(halves);
    return !ranked.slice(0, READ).some(({ unit }) => reading.together(unit.places));
  }

  /**
   * Whether the site has nothing about it: no word stands there, or half of them do not, and the rest are guesses, or
   * no page has them in its names.
   * @param {Group[]} groups of the question
   * @param {Group[]} lost those that stand nowhere
   * @returns {boolean} true if so
   */
  function hasNothing(groups, lost) {
    if (lost.length === groups.length) return groups.length > 0;
    const rest = groups.filter((group) => !lost.includes(group));
    if (lost.length < rest.length) return false;
    return rest.every(({ guessed }) => guessed) || !shareName(rest, index.calling);
  }

  /**
   * @param {string} query of the reader
   * @param {Wish} [wish] for the answer
   * @returns {Answer} the answer
   */
  function answer(query, { limit = SHOWN, kind } = {}) {
    const sure = expand(query);
    // Where nothing is found, a guess may be further off, and is answered at once
    const far = sure.groups.some((group) => group.terms.size) ? undefined : expand(query, true);
    const asked = far?.meant ? far : sure;
    const { groups, meant } = asked;
    const reading = read(groups);
    const ranked = rank(asked, index, query);
    const found = merged(groups.length > 1 ? closer(ranked, reading, groups) : ranked);
    const wanted = kind ? found.filter(({ unit }) => unit.page.kind === kind) : found;
    const lost = far
      ? groups
      : groups.filter((group) => !group.sure || isStrange(group, groups, ranked));
    const missing = lost.map(({ typed, sure: known }) => {
      const { start, end } = (known && typed.whole) || typed;
      return query.slice(start, end);
    });
    return {
      wants: wants(kind, missing, found),
      items: wanted.slice(0, limit).map((hit) => item(reading, hit)),
      total: wanted.length,
      kinds: kindsOf(found),
      meant,
      missing: [...new Set(missing)],
      none: hasNothing(groups, lost),
    };
  }

  return Object.assign(answer, { extend });
}

/**
 * Moves pages up where the words stand side by side: «seks månader» is no question about six things.
 * @param {ReturnType<typeof rank>} ranked the best first
 * @param {import("./snippet.js").Read} reading of the question
 * @param {import("./expand.js").Group[]} groups what was looked for
 * @returns {ReturnType<typeof rank>} the best first
 */
function closer(ranked, reading, groups) {
  const worth = groups.some(({ word }) => NUMBER.test(word)) ? COUNTED : SIDE_BY_SIDE;
  const best = ranked
    .slice(0, READ)
    .map((hit) =>
      reading.sideBySide(hit.unit.places) ? { ...hit, score: hit.score * worth } : hit,
    );
  best.sort((a, b) => b.score - a.score);
  return [...best, ...ranked.slice(READ)];
}

/** @typedef {{ unit: import("./units.js").Unit, also: Doc[] }} Merged a page, and those that say the same */

/**
 * Leaves out what only happens to have a word, and makes one of the pages that say the same.
 * @param {ReturnType<typeof rank>} ranked the best first
 * @returns {Merged[]} the best first
 */
function merged(ranked) {
  const least = (ranked[0]?.score ?? 0) * TELLING;
  /** @type {Map<string, Merged>} */
  const firsts = new Map();
  /** @type {Merged[]} */
  const found = [];
  for (const { unit, score } of ranked) {
    if (score < least) break;
    const { same } = unit.page;
    const first = same === undefined ? undefined : firsts.get(same);
    if (first) first.also.push(unit.page);
    else {
      const hit = { unit, also: [] };
      if (same !== undefined) firsts.set(same, hit);
      found.push(hit);
    }
  }
  return found;
}

/**
 * @param {Merged[]} found pages
 * @returns {Answer["kinds"]} how many there are of each kind, the most first
 */
function kindsOf(found) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { unit } of found)
    counts.set(unit.page.kind ?? "", (counts.get(unit.page.kind ?? "") ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}
