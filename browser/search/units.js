// The units that a search can find: every page, and every entry of a list, such as a term of the
// glossary or a section of the law.

import { Engine } from "./postings.js";
import { STOP } from "./stop.js";

/** @typedef {import("./search.js").Doc} Doc */
/** @typedef {import("./postings.js").Word} Word */
/**
 * @typedef {{ terms: string[], all: Set<string>, length: number }} Name `all`: keys of its words, also of those that
 *   carry no meaning; `length` is the number of those that do
 */
/** @typedef {{ word: string, key: string, times: number }} Surface a word as it stands, and how often */
/** @typedef {Map<string, Surface>} Surfaces the words of the site */

/**
 * @typedef {object} Unit
 * @property {number} id its number
 * @property {Doc} page that it is, or is on
 * @property {Doc[]} places where on the page it may be
 * @property {string} [leads] the page that is about an entry of the glossary
 */

/**
 * @typedef {object} Units
 * @property {Unit[]} units by their numbers
 * @property {Engine} engine that has read them
 * @property {(term: string) => Iterable<number>} calling ids of the units that have a term in one of their names
 * @property {(unit: Unit, all: boolean) => Name[]} namesOf a unit: the title, the heading, and with `all` everything
 *   else that people call it
 * @property {Map<number, number>} leading ids of the entries of the glossary -> ids of the pages that are about them
 * @property {Surfaces} surfaces the words of the site
 */

/** @typedef {Omit<Unit, "id"> & { fields: string[][] }} Read `fields`: the texts of each of the fields */

// How much a word counts in the title, the heading, the description, what people type, the headings below, and the text.
// A word in one of the first three says what the page is about; the headings below say it of a part of the page; the
// text may only mention it. They are tested as the weights of `rank.js` are
const BOOSTS = [4, 4, 4, 3, 2, 1];
// Those that have what a page is called
const NAMES = [0, 1, 3];

/**
 * Indexes a site.
 * @param {Doc[]} docs a page comes before its sections
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @returns {Units} what can be found
 */
export function units(docs, language) {
  const found = [...gather(docs).values()].flatMap(({ page, sections }) => [
    whole(page, sections),
    ...entries(sections).map((own) => entry(page, own)),
  ]);
  const engine = new Engine(BOOSTS);
  const others = language.vocabulary.flatMap(language.read);

  /** @param {string[]} texts of a field */
  function read(texts) {
    const words = texts.flatMap((text) => (text ? language.read(text) : []));
    return { words, names: nameTerms(words, language) };
  }

  for (const { fields } of found) engine.put(fields.map(read));
  return {
    units: found.map(({ page, places, leads }, id) => ({ id, page, places, leads })),
    engine,
    calling: (term) => engine.having(term, NAMES),
    namesOf: namer(language),
    leading: leadingOf(found),
    surfaces: surfacesOf([...others.map(once), ...engine.words()]),
  };
}

/**
 * @param {Read[]} read units by their numbers
 * @returns {Units["leading"]} the entries with a page that is about them, and the pages
 */
function leadingOf(read) {
  const ids = new Map(read.map(({ places }, id) => [places[0].location, id]));
  return new Map(
    read.flatMap(({ leads }, id) => {
      const page = leads === undefined ? undefined : ids.get(leads);
      return page === undefined ? [] : [[id, page]];
    }),
  );
}

/**
 * @param {import("./language.js").Reading[]} readings of a text
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @returns {string[]} index terms of the names in it
 */
const nameTerms = (readings, language) => language.called(readings).map(({ id }) => `#${id}`);

/**
 * @param {Word} word that counts as if it stood on the site once more
 * @returns {[Word, number]} the word and the number of times
 */
const once = (word) => [word, 1];

/**
 * @param {[Word, number][]} counted how often each spelling of each word stands on the site
 * @returns {Surfaces} the words
 */
function surfacesOf(counted) {
  /** @type {Surfaces} */
  const found = new Map();
  for (const [{ word, key }, times] of counted) {
    const known = found.get(word);
    if (known) known.times += times;
    else found.set(word, { word, key, times });
  }
  return found;
}

/**
 * A function that tells what a unit is called. Few units are ever asked for their names.
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @returns {Units["namesOf"]} gives the names, and keeps them
 */
function namer(language) {
  /** @type {Map<number, Name[]>[]} */
  const known = [new Map(), new Map()]; // without and with all names

  /** @param {string} text of a name */
  function read(text) {
    const readings = language.read(text);
    const all = new Set(readings.map(({ key }) => key));
    const terms = [
      ...readings.flatMap((reading) => reading.terms),
      ...nameTerms(readings, language),
    ];
    return { terms, all, length: meaningful(readings) };
  }

  return ({ id, places: [{ title, heading = "", ways = [] }] }, all) => {
    const before = known[Number(all)].get(id);
    if (before) return before;
    const names = new Set([title, heading, ...(all ? ways : [])]);
    const made = [...names].filter(Boolean).map(read);
    known[Number(all)].set(id, made);
    return made;
  };
}

/**
 * @param {Doc[]} docs a page, then its sections
 * @returns {Map<string, { page: Doc, sections: Doc[] }>} the pages by their addresses, with their sections
 */
function gather(docs) {
  /** @type {Map<string, { page: Doc, sections: Doc[] }>} */
  const pages = new Map();
  for (const doc of docs) {
    const address = doc.location.split("#")[0];
    const known = pages.get(address);
    if (known) known.sections.push(doc);
    else pages.set(address, { page: doc, sections: [] });
  }
  return pages;
}

/**
 * @param {Doc} page a page
 * @param {Doc[]} sections of it
 * @returns {Read} the page with what is not found by itself
 */
function whole(page, sections) {
  const own = page.whole ? sections : sections.filter(({ entry, part }) => !entry && !part);
  return {
    page,
    places: [page, ...own],
    fields: [
      [page.title],
      [page.heading ?? ""],
      [page.lead ?? "", page.about ?? "", page.note ?? "", acronym(page.title)],
      page.ways ?? [],
      telling(own),
      [page, ...own].map((place) => place.text),
    ],
  };
}

/**
 * @param {Doc[]} sections of a page
 * @returns {string[]} their headings, without those that many pages have
 */
const telling = (sections) =>
  sections.filter((section) => !section.shared).map((section) => section.title);

/**
 * @param {Doc[]} sections of a page
 * @returns {Doc[][]} the entries among them, each with the sections below it
 */
function entries(sections) {
  /** @type {Doc[][]} */
  const found = [];
  for (const section of sections) {
    if (section.entry) found.push([section]);
    else if (section.part) found.at(-1)?.push(section);
  }
  return found;
}

/**
 * @param {Doc} page a page
 * @param {Doc[]} own a section of it that answers for itself, and those below
 * @returns {Read} the entry
 */
const entry = (page, [section, ...below]) => ({
  page,
  places: [section, ...below],
  fields: [
    [section.title],
    [],
    [section.about ?? "", acronym(section.title)],
    section.ways ?? [],
    telling(below),
    [section, ...below].map((place) => place.text),
  ],
  leads: section.leads,
});

/**
 * Makes the abbreviation of a name, as in UiO for Universitetet i Oslo.
 * @param {string} title of a page
 * @returns {string} its first letters, where they may be a name
 */
function acronym(title) {
  const name = title
    .split(/[(:,–]/)[0]
    .trim()
    .split(/\s+/);
  return name.length > 2 && name.length < 6 ? name.map((word) => word[0]).join("") : "";
}

/**
 * Counts the words of a name that carry meaning. A number in front does not.
 * @param {Word[]} name of a page
 * @returns {number} at least one
 */
const meaningful = (name) =>
  Math.max(1, name.filter(({ word }) => !STOP.has(word) && !/^\d+$/.test(word)).length);
