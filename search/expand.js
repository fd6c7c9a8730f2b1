// From what was typed to what to look for: one group a word (or a term of several words), each with weighted index terms.

import { fold } from "./fold.js";
import { near } from "./spell.js";
import { STOP } from "./stop.js";
import { words } from "./words.js";

const LONGEST = 200; // letters of a question that are read
const MOST = 12; // words of a question that are read
const COMPLETIONS = 12; // words a half-typed word is taken for

// How much each way of meaning a word is worth, against the word itself
const W = {
  word: 1,
  term: 0.75, // another name for the same thing
  inside: 0.35, // a part of a longer word
  part: 0.12, // a part of the word asked for
  onlyPart: 0.5, // the same, when nobody uses the whole word
  typed: 0.9, // larlinger for lærlinger
  maybeTyped: 0.25, // the same, when the word as typed is a word too
  begun: 0.6, // half typed
  maybeBegun: 0.12,
  near: 0.7, // misspelt by one letter
  far: 0.5, // by two
};

// `expander(language, index)(query)`: { groups, meant }. A group is { word, terms: Map(term -> weight) };
// `meant` is the question with misspelt words mended, or undefined.
export function expander(language, { surfaces, known: all }) {
  const { key, partsOf, named } = language;
  const known = (term) => all.has(term);
  const folded = foldTable(surfaces);

  function lookFor(token, isLast) {
    const terms = new Map();
    const add = (term, weight) => known(term) && (terms.get(term) ?? 0) < weight && terms.set(term, weight);
    const own = key(token.word);
    add(own, W.word);
    if (token.loose) add(token.loose, W.word + 1);
    add(`~${own}`, W.inside);
    const certain = terms.has(own);
    for (const other of folded.get(fold(own)) ?? []) if (other !== own) addBoth(add, other, certain ? W.maybeTyped : W.typed);
    if (isLast) for (const other of begun(token.word)) if (other !== own) add(other, terms.size ? W.maybeBegun : W.begun);
    for (const part of partsOf(token)) addBoth(add, part, certain ? W.part : W.onlyPart);
    return terms;
  }

  function addBoth(add, term, weight) {
    add(term, weight);
    add(`~${term}`, weight * W.inside);
  }

  // Keys of the words that begin as `start` does
  function begun(start) {
    const found = new Set();
    if (start.length < 2) return found;
    for (const [word, own] of surfaces) {
      if (word.startsWith(start)) found.add(own);
      if (found.size === COMPLETIONS) break;
    }
    return found;
  }

  // The nearest known word for one that is not known
  function mend(token) {
    if (token.word.startsWith("§")) return undefined;
    const [best] = near(token.word, surfaces.keys());
    return best && { word: best.word, terms: new Map([[key(best.word), best.distance > 1 ? W.far : W.near]]) };
  }

  return function expand(query) {
    const tokens = words(query.slice(0, LONGEST)).slice(0, MOST);
    const names = named(tokens).map((name) => ({ ...name, term: `#${name.id}` })).filter((name) => known(name.term));
    const joined = together(tokens, key, known);
    const said = content(tokens, names);
    const mended = new Map();
    const groups = said.map((at) => {
      let terms = lookFor(tokens[at], at === tokens.length - 1);
      for (const { term, from, to } of names) if (from <= at && at < to) terms.set(term, W.term);
      for (const { term, from } of joined) if (from <= at && at <= from + 1) terms.set(term, W.word);
      if (!terms.size) {
        const best = mend(tokens[at]);
        if (best) mended.set(at, best.word);
        terms = best?.terms ?? terms;
      }
      return { word: tokens[at].word, terms };
    });
    return { groups, meant: mended.size ? spell(query, tokens, mended) : undefined };
  };
}

// Numbers of the tokens that carry meaning: not stop words, unless there is nothing else or they are in a term's name
function content(tokens, names) {
  const all = tokens.map((_, at) => at);
  const carries = (at) => !STOP.has(tokens[at].word) || tokens[at].loose;
  const found = all.filter((at) => carries(at));
  if (found.length) return found;
  const inName = all.filter((at) => names.some(({ from, to }) => from <= at && at < to));
  return inName.length ? inName : all;
}

// Compounds typed as two words: [{ term, from }]
function together(tokens, key, known) {
  const found = [];
  for (let from = 0; from + 1 < tokens.length; from++) {
    const [one, other] = [tokens[from].word, tokens[from + 1].word];
    for (const link of ["", "s", "e"]) {
      const term = key(`${one}${link}${other}`.replace(/(.)\1\1/gu, "$1$1"));
      if (known(term)) found.push({ term, from });
    }
  }
  return found;
}

function foldTable(surfaces) {
  const table = new Map();
  for (const own of new Set(surfaces.values())) {
    const plain = fold(own);
    if (!table.has(plain)) table.set(plain, []);
    table.get(plain).push(own);
  }
  return table;
}

function spell(query, tokens, mended) {
  let text = "";
  let at = 0;
  for (const [number, word] of mended) {
    text += query.slice(at, tokens[number].start) + word;
    at = tokens[number].end;
  }
  return (text + query.slice(at, LONGEST)).trim();
}
