// The search, without a front end: an index in, a question in, the pages that answer out.

import { expander } from "./expand.js";
import { language } from "./language.js";
import { rank } from "./rank.js";
import { finder } from "./snippet.js";
import { units } from "./units.js";

const SHOWN = 10; // pages given back

// `search({ docs, norwegian })(query)`: { hits, total, meant }. A hit is { page, place, title, placeTitle, text, score,
// words }: `place` is the page or a section of it, the titles and the text are segments [{ text, hit }], and `words`
// tells for every word asked for whether the page has it. `meant` is the question with misspelt words mended.
export function search({ docs, norwegian = {} }) {
  const norsk = language(norwegian);
  const index = units(docs, norsk);
  const expand = expander(norsk, index);
  const read = finder(norsk);

  function shown({ unit, score, matched }, groups, { place, mark }) {
    const best = place(unit.places);
    return {
      page: unit.page,
      place: best.place,
      title: mark(unit.page.title),
      placeTitle: mark(best.place.title),
      text: best.text,
      score,
      words: Object.fromEntries(groups.map(({ word }, number) => [word, matched.has(number)])),
    };
  }

  return (query) => {
    const { groups, meant } = expand(query);
    const ranked = rank(groups, index);
    const marker = read(groups);
    return { hits: ranked.slice(0, SHOWN).map((hit) => shown(hit, groups, marker)), total: ranked.length, meant: ranked.length ? meant : expand(query, true).meant };
  };
}
