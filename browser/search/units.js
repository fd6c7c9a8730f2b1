// The units that a search can find: every page, and every entry of a list, such as a term of the
// glossary or a section of the law.

import MiniSearch from "minisearch";
import { STOP } from "./stop.js";
import { words } from "./words.js";

/** @typedef {import("./search.js").Doc} Doc */
/**
 * @typedef {{ terms: string[], all: Set<string>, length: number }} Name `all`: keys of its words, also of those that
 *   carry no meaning; `length` is the number of those that do
 */
/** @typedef {Map<string, { key: string, times: number }>} Surfaces words as they stand, the commonest first */

/**
 * @typedef {object} Unit
 * @property {number} id its number
 * @property {Doc} page that it is, or is on
 * @property {Doc[]} places where on the page it may be
 * @property {string} title of the page, or name of the entry
 * @property {string} heading the main heading of the page
 * @property {string} about what it is about, in other words
 * @property {string} ways what people type who want it
 * @property {string} headings of all sections
 * @property {string} text everything it says
 * @property {Name[]} names the title, the heading, and everything else that people call it
 * @property {string} [leads] the page that is about an entry of the glossary
 */

/**
 * @typedef {object} Units
 * @property {Unit[]} units by their numbers
 * @property {MiniSearch} mini MiniSearch's index of them
 * @property {Map<string, Set<number>>} calling ids of the units by the terms of their names
 * @property {Surfaces} surfaces the words of the site
 * @property {Set<string>} known every term of the index
 * @property {(sections: Doc[]) => Units} extend gives the pages that the sections belong to their text, and the units
 *   with it
 */

const FIELDS = ["title", "heading", "about", "ways", "headings", "text"];

/**
 * Indexes a site.
 * @param {Doc[]} docs a page, then its sections
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @returns {Units} what can be found
 */
export function units(docs, { key, terms, vocabulary }) {
  const pages = gather(docs);
  /** @type {Set<string>} */
  const known = new Set();
  const count = new Map(vocabulary.map((word) => [word, 1])); // words as they stand on the site, and how often
  /** @param {string} text of a unit */
  function read(text) {
    const tokens = words(text);
    for (const { word } of tokens) count.set(word, (count.get(word) ?? 0) + 1);
    const own = terms(tokens);
    for (const term of own) known.add(term);
    return own;
  }

  /**
   * @param {Omit<Unit, "id" | "names">} unit without them
   * @param {number} id of it
   * @returns {Unit} the unit
   */
  function named(unit, id) {
    const names = [unit.title, unit.heading, ...(unit.places[0].ways ?? [])].filter(Boolean);
    return {
      ...unit,
      id,
      names: names.map((name) => {
        const tokens = words(name);
        const all = new Set(tokens.map(({ word }) => key(word)));
        return { terms: terms(tokens), all, length: meaningful(name) };
      }),
    };
  }

  const surfaces = () =>
    new Map(
      [...count]
        .sort((a, b) => b[1] - a[1])
        .map(([word, times]) => [word, { key: key(word), times }]),
    );
  const found = [...pages.values()]
    .flatMap(({ page, sections }) => [
      whole(page, sections),
      ...entries(sections).map((own) => entry(page, own)),
    ])
    .map(named);
  const mini = new MiniSearch({
    fields: FIELDS,
    tokenize: read,
    processTerm: (term) => term,
    autoVacuum: false,
  });
  mini.addAll(found);

  /** @type {Units["calling"]} */
  const calling = new Map();
  for (const { id, names } of found)
    for (const name of names)
      for (const term of name.terms) {
        const ids = calling.get(term);
        if (ids) ids.add(id);
        else calling.set(term, new Set([id]));
      }

  /** @type {Units["extend"]} */
  function extend(sections) {
    const ids = new Map(found.map(({ places, id }) => [places[0].location, id]));
    for (const [address, own] of gatherSections(sections)) {
      const id = ids.get(address);
      const page = pages.get(address)?.page;
      if (id === undefined || !page) continue;
      found[id] = named(whole(page, own), id);
      mini.replace(found[id]);
    }
    return { units: found, mini, calling, surfaces: surfaces(), known, extend };
  }

  return { units: found, mini, calling, surfaces: surfaces(), known, extend };
}

/**
 * @param {Doc[]} sections of several pages
 * @returns {Map<string, Doc[]>} the sections of each page by its address
 */
function gatherSections(sections) {
  /** @type {Map<string, Doc[]>} */
  const found = new Map();
  for (const section of sections) {
    const address = section.location.split("#")[0];
    found.set(address, [...(found.get(address) ?? []), section]);
  }
  return found;
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
 * @returns {Omit<Unit, "id" | "names">} the page with what is not found by itself
 */
function whole(page, sections) {
  const own = sections.filter((section) => !section.entry && !section.part);
  return {
    page,
    places: [page, ...own],
    title: page.title,
    heading: page.heading ?? "",
    about: [page.lead, page.about, page.note, acronym(page.title)].filter(Boolean).join(". "),
    ways: (page.ways ?? []).join(". "),
    headings: telling(own),
    text: [page, ...own].map((place) => place.text).join("\n"),
  };
}

/**
 * @param {Doc[]} sections of a page
 * @returns {string} their headings, without those that many pages have
 */
const telling = (sections) =>
  sections
    .filter((section) => !section.shared)
    .map((section) => section.title)
    .join(". ");

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
 * @returns {Omit<Unit, "id" | "names">} the entry
 */
const entry = (page, [section, ...below]) => ({
  page,
  places: [section, ...below],
  title: section.title,
  heading: "",
  about: [section.about ?? "", acronym(section.title)].join(" "),
  ways: (section.ways ?? []).join(". "),
  headings: telling(below),
  text: [section, ...below].map((place) => place.text).join("\n"),
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
 * @param {string} name of a page
 * @returns {number} at least one
 */
const meaningful = (name) =>
  Math.max(1, words(name).filter(({ word }) => !STOP.has(word) && !/^\d+$/.test(word)).length);
