// The units that a search can find: every page, and every entry of a list, such as a term of the
// glossary or a section of the law.

import MiniSearch from "minisearch";
import { STOP } from "./stop.js";
import { words } from "./words.js";

/** @typedef {import("./search.js").Doc} Doc */
/** @typedef {{ terms: string[], length: number }} Name `length`: words that carry meaning */
/** @typedef {Map<string, { key: string, times: number }>} Surfaces words as they stand, the commonest first */

/**
 * @typedef {object} Unit
 * @property {number} id its number
 * @property {Doc} page that it is, or is on
 * @property {Doc[]} places where on the page it may be
 * @property {string} title of the page, or name of the entry
 * @property {string} heading the main heading of the page
 * @property {string} about what it is about, in other words
 * @property {string} headings of all sections
 * @property {string} text everything it says
 * @property {Name[]} names the title and the heading
 */

/**
 * @typedef {object} Units
 * @property {Unit[]} units by their numbers
 * @property {MiniSearch} mini MiniSearch's index of them
 * @property {Surfaces} surfaces the words of the site
 * @property {Set<string>} known every term of the index
 */

const FIELDS = ["title", "heading", "about", "headings", "text"];

/**
 * Indexes a site.
 * @param {Doc[]} docs a page, then its sections
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @returns {Units} what can be found
 */
export function units(docs, { key, terms, vocabulary }) {
  const pages = gather(docs);
  const all = pages.flatMap(({ page, sections }) => [
    whole(page, sections),
    ...sections.filter((section) => section.entry).map((section) => entry(page, section)),
  ]);
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
  const found = all.map((unit, id) => {
    const names = [unit.title, unit.heading].filter(Boolean);
    return {
      ...unit,
      id,
      names: names.map((name) => ({ terms: terms(words(name)), length: meaningful(name) })),
    };
  });
  const mini = new MiniSearch({ fields: FIELDS, tokenize: read, processTerm: (term) => term });
  mini.addAll(found);
  const surfaces = new Map(
    [...count]
      .sort((a, b) => b[1] - a[1])
      .map(([word, times]) => [word, { key: key(word), times }]),
  );
  return { units: found, mini, surfaces, known };
}

/**
 * @param {Doc[]} docs a page, then its sections
 * @returns {{ page: Doc, sections: Doc[] }[]} the pages with their sections
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
  return [...pages.values()];
}

/**
 * @param {Doc} page a page
 * @param {Doc[]} sections of it
 * @returns {Omit<Unit, "id" | "names">} the page with what is not found by itself
 */
function whole(page, sections) {
  const own = sections.filter((section) => !section.entry);
  return {
    page,
    places: [page, ...own],
    title: page.title,
    heading: page.heading ?? "",
    about: [page.about, acronym(page.title)].join(" "),
    headings: sections.map((section) => section.title).join(". "),
    text: [page, ...own].map((place) => place.text).join("\n"),
  };
}

/**
 * @param {Doc} page a page
 * @param {Doc} section of it that answers for itself
 * @returns {Omit<Unit, "id" | "names">} the entry
 */
const entry = (page, section) => ({
  page,
  places: [section],
  title: section.title,
  heading: "",
  about: acronym(section.title),
  headings: "",
  text: section.text,
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
