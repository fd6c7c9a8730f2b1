// Find the place on a page that answers the question best, and a line of its text around the hits.

import { spellings } from "./words.js";

/** @typedef {{ text: string, hit: boolean }} Segment */
/** @typedef {{ group: number, weight: number }} Worth */
/** @typedef {{ start: number, end: number } & Worth} Hit */
/** @typedef {import("./search.js").Doc} Doc */
/** @typedef {import("./language.js").Language} Language */

/**
 * @typedef {object} Read
 * @property {(places: Doc[]) => { place: Doc, text: Segment[] }} place the best of some places, and a line of it
 * @property {(text: string) => Segment[]} mark a whole text with its hits
 * @property {(places: Doc[]) => boolean} together whether two words of the question stand in one line of text there
 * @property {(places: Doc[]) => boolean} sideBySide whether two words of the question follow each other there
 */

const BEFORE = 60; // characters shown before the first hit
const LENGTH = 180; // characters shown in all
const COUNTS = 0.3; // a hit with less weight than this is not marked
const IN_TITLE = 1.5; // the weight of a hit in the heading, compared with one in the text
const SURE = 0.7; // a hit with less weight may be another word than the one asked for
const DENSE = 40; // only so many hits are compared when the densest place is sought
const LINE = 60; // characters between two words that say something together
const KEPT = 3000; // so many texts are kept after they are read; after that, the one read longest ago is forgotten

/**
 * @param {Map<string, unknown>} map with something in it
 * @returns {string} its first key
 */
const first = (map) => /** @type {string} */ (map.keys().next().value);

/**
 * A function that finds the places of what is looked for.
 * @param {Language} language what is known of Norwegian
 * @returns {(groups: import("./expand.js").Group[]) => Read} gives the ways to read for a question
 */
export function finder(language) {
  /** @type {Map<string, ReturnType<typeof whereabouts>>} */
  const read = new Map(); // text -> where each index term stands in it

  /** @param {string} text of the site */
  function standing(text) {
    const known = read.get(text) ?? whereabouts(text, language);
    read.delete(text); // a Map is in the order in which things were put into it
    read.set(text, known);
    if (read.size > KEPT) read.delete(first(read));
    return known;
  }

  return (groups) => {
    const wanted = strongest(groups);
    /** @type {Map<string, Hit[]>} */
    const seen = new Map(); // the same places are read for their order, and for what is shown

    /**
     * @param {string} text of the site
     * @returns {Hit[]} in order
     */
    function hits(text) {
      const made = seen.get(text) ?? look(text);
      seen.set(text, made);
      return made;
    }

    /**
     * @param {string} text of the site
     * @returns {Hit[]} in order
     */
    function look(text) {
      /** @type {Map<number, Worth>} */
      const found = new Map();
      const { tokens, terms } = standing(text);
      for (const [term, worth] of wanted)
        for (const at of terms.get(term) ?? [])
          if (worth.weight > (found.get(at)?.weight ?? 0)) found.set(at, worth);
      return [...found]
        .sort(([a], [b]) => a - b)
        .map(([at, worth]) => ({ ...tokens[at], ...worth }));
    }

    /** @type {Read["place"]} */
    function place(places) {
      let best = { candidate: places[0], found: /** @type {Hit[]} */ ([]), score: -1 };
      for (const candidate of places) {
        const found = hits(candidate.text);
        const inTitle = worth(hits(candidate.title));
        // The top of the page is the place when its name is what was asked for, and the first of equals
        const score = worth(found) + inTitle * (candidate === places[0] ? 2 * IN_TITLE : IN_TITLE);
        if (score > best.score) best = { candidate, found, score };
      }
      // A definition is read from its beginning
      const isTerm = best.candidate.leads !== undefined || isShort(best.candidate);
      return {
        place: best.candidate,
        text: isTerm
          ? opening(best.candidate.text, best.found)
          : excerpt(best.candidate.text, best.found),
      };
    }

    /** @type {Read["sideBySide"]} */
    function sideBySide(places) {
      return places.some(
        ({ title, text }) => follows(hits(title), title) || follows(hits(text), text),
      );
    }

    /** @type {Read["together"]} */
    const together = (places) =>
      places.some(({ title, text }) => isClose(hits(title)) || isClose(hits(text)));

    return {
      place,
      sideBySide,
      together,
      mark: (text) => segments(text, 0, text.length, hits(text)),
    };
  };
}

/**
 * @param {string} text of the site
 * @param {Language} language what is known of Norwegian
 * @returns {{ tokens: { start: number, end: number }[], terms: Map<string, number[]> }} its words, and the numbers of
 *   those that have a term
 */
function whereabouts(text, { reading, called }) {
  const spelled = spellings(text);
  const readings = spelled.map(reading);
  /** @type {Map<string, number[]>} */
  const terms = new Map();

  /**
   * @param {string} term of the index
   * @param {number} at the number of the word
   */
  function note(term, at) {
    const known = terms.get(term);
    if (known) known.push(at);
    else terms.set(term, [at]);
  }

  readings.forEach((own, at) => own.terms.forEach((term) => note(term, at)));
  for (const { id, from, to } of called(readings))
    for (let at = from; at < to; at++) note(`#${id}`, at);
  return { tokens: placesOf(spelled, text), terms };
}

/**
 * @param {string[]} spelled the words of a text, in order
 * @param {string} text that they are from
 * @returns {{ start: number, end: number }[]} where each stands
 */
function placesOf(spelled, text) {
  let end = 0;
  return spelled.map((word) => {
    const start = text.indexOf(word, end);
    end = start + word.length;
    return { start, end };
  });
}

/**
 * @param {import("./expand.js").Group[]} groups what is looked for
 * @returns {Map<string, Worth>} the terms worth marking, each for the group that wants it most
 */
function strongest(groups) {
  /** @type {Map<string, Worth>} */
  const best = new Map();
  groups.forEach(({ terms }, group) => {
    for (const [term, weight] of terms)
      if (weight >= COUNTS && weight > (best.get(term)?.weight ?? 0))
        best.set(term, { group, weight });
  });
  return best;
}

/**
 * @param {Worth[]} found hits
 * @returns {number} the best hit of each group, and a little for more
 */
function worth(found) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const { group, weight } of found)
    if (weight > (best.get(group) ?? 0)) best.set(group, weight);
  let sum = Math.min(found.length, 10) * 0.02;
  for (const weight of best.values()) sum += weight;
  return sum;
}

/**
 * @param {string} text of the site
 * @param {Hit[]} found in it
 * @returns {Segment[]} a line around the hits
 */
function excerpt(text, found) {
  const first = densest(found);
  const start = wordStart(text, Math.max(0, (first?.start ?? 0) - BEFORE));
  const end = wordEnd(text, start + LENGTH);
  const shown = segments(text, start, end, found);
  if (start > 0) shown.unshift({ text: "… ", hit: false });
  if (end < text.length) shown.push({ text: " …", hit: false });
  return shown;
}

/**
 * @param {Hit[]} found in a text, in order
 * @param {string} text of the site
 * @returns {boolean} whether the hit of one word comes right before that of the next
 */
function follows(found, text) {
  return found.some((hit, number) => {
    const next = found[number + 1];
    const strong = next && hit.weight >= SURE && next.weight >= SURE;
    return strong && next.group === hit.group + 1 && !text.slice(hit.end, next.start).trim();
  });
}

/**
 * @param {Hit[]} found in a text, in order
 * @returns {boolean} whether sure hits of two words follow each other within a line
 */
function isClose(found) {
  const sure = found.filter(({ weight }) => weight >= SURE);
  return sure.some((hit, number) => {
    const next = sure[number + 1];
    return next && next.group !== hit.group && next.start - hit.end < LINE;
  });
}

/** @param {Doc} place of a page: an entry that can be shown nearly whole */
const isShort = ({ entry, text }) => Boolean(entry) && text.length < 2 * LENGTH;

/**
 * @param {string} text of the site
 * @param {Hit[]} found in it
 * @returns {Segment[]} its beginning
 */
function opening(text, found) {
  const end = wordEnd(text, LENGTH + BEFORE);
  const shown = segments(text, 0, end, found);
  if (end < text.length) shown.push({ text: " …", hit: false });
  return shown;
}

/**
 * @param {Hit[]} found in a text
 * @returns {Hit | undefined} the one that the most of what was asked for follows closely
 */
function densest(found) {
  let best;
  let most = -1;
  const some = found.slice(0, DENSE);
  for (const hit of some) {
    const close = some.filter(
      (other) => other.start >= hit.start && other.end <= hit.start + LENGTH - BEFORE,
    );
    const value = worth(close);
    if (value > most) [best, most] = [hit, value];
  }
  return best;
}

/**
 * @param {string} text of the site
 * @param {number} start of what is shown
 * @param {number} end of it
 * @param {Hit[]} found in the text
 * @returns {Segment[]} the text from start to end
 */
function segments(text, start, end, found) {
  /** @type {Segment[]} */
  const shown = [];
  let at = start;
  for (const hit of found) {
    if (hit.start < at || hit.end > end) continue;
    if (hit.start > at) shown.push({ text: text.slice(at, hit.start), hit: false });
    shown.push({ text: text.slice(hit.start, hit.end), hit: true });
    at = hit.end;
  }
  if (at < end) shown.push({ text: text.slice(at, end), hit: false });
  return shown;
}

/**
 * @param {string} text of the site
 * @param {number} at a place in it
 * @returns {number} where the next word begins
 */
const wordStart = (text, at) => (at === 0 ? 0 : text.indexOf(" ", at) + 1 || at);
/**
 * @param {string} text of the site
 * @param {number} at a place in it
 * @returns {number} where the word before ends
 */
const wordEnd = (text, at) =>
  at >= text.length ? text.length : Math.max(text.lastIndexOf(" ", at), 1);
