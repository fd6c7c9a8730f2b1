// What can be found: every page, and every entry of a list (a word of the glossary, a section of the law).

import MiniSearch from "minisearch";
import { STOP } from "./stop.js";
import { words } from "./words.js";

const FIELDS = ["title", "heading", "about", "headings", "text"];

// `docs` in Material's order: a page, then its sections. Gives the units, MiniSearch's index of them by their number,
// the words as they stand on the site, the commonest first (Map word -> { key, times }), and every term of the index.
export function units(docs, { key, terms, vocabulary }) {
  const pages = gather(docs);
  const found = pages.flatMap(({ page, sections }) => [whole(page, sections), ...sections.filter((s) => s.entry).map((s) => entry(page, s))]);
  const known = new Set();
  const count = new Map(vocabulary.map((word) => [word, 1])); // words as they stand on the site, and how often
  function read(text) {
    const tokens = words(text);
    for (const { word } of tokens) count.set(word, (count.get(word) ?? 0) + 1);
    const all = terms(tokens);
    for (const term of all) known.add(term);
    return all;
  }
  found.forEach((unit, id) => {
    unit.id = id;
    unit.names = [unit.title, unit.heading].filter(Boolean).map((name) => ({ terms: terms(words(name)), length: meaningful(name) }));
  });
  const mini = new MiniSearch({ fields: FIELDS, tokenize: read, processTerm: (term) => term });
  mini.addAll(found);
  const surfaces = new Map([...count].sort((a, b) => b[1] - a[1]).map(([word, times]) => [word, { key: key(word), times }]));
  return { units: found, mini, surfaces, known };
}

function gather(docs) {
  const pages = new Map();
  for (const doc of docs) {
    const address = doc.location.split("#")[0];
    if (pages.has(address)) pages.get(address).sections.push(doc);
    else pages.set(address, { page: doc, sections: [] });
  }
  return [...pages.values()];
}

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

const entry = (page, section) => ({
  page,
  places: [section],
  title: section.title,
  heading: "",
  about: acronym(section.title),
  headings: "",
  text: section.text,
});

// Universitetet i Oslo is UiO too
function acronym(title) {
  const name = title.split(/[(:,–]/)[0].trim().split(/\s+/);
  return name.length > 2 && name.length < 6 ? name.map((word) => word[0]).join("") : "";
}

// How many words of a name carry meaning; a number in front does not
const meaningful = (name) => Math.max(1, words(name).filter(({ word }) => !STOP.has(word) && !/^\d+$/.test(word)).length);
