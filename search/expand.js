// From what was typed to what to look for: one group a word (or a term of several words), each with weighted index terms.

import { fold } from "./fold.js";
import { near } from "./spell.js";
import { STOP } from "./stop.js";
import { words } from "./words.js";

const LONGEST = 200; // letters of a question that are read
const MOST = 12; // words of a question that are read
const OFTENER = 5;
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
    if (certain) looksLike(token, own, add);
    for (const part of partsOf(token)) addBoth(add, part, certain ? W.part : W.onlyPart);
    if (isLast) complete(token, add, terms.size > 0);
    return terms;
  }

  // A word that is much rarer than one with æ, ø or å in it is more likely that one
  function looksLike({ word }, own, add) {
    const times = surfaces.get(word)?.times ?? 0;
    for (const other of folded.get(fold(own)) ?? [])
      if (key(other.word) !== own) addBoth(add, key(other.word), other.times > OFTENER * times ? W.typed : W.maybeTyped);
  }

  function complete(token, add, certain) {
    const weight = certain ? W.maybeBegun : W.begun;
    for (const word of begun(token.word)) {
      add(key(word), weight);
      for (const { id } of named(words(word))) add(`#${id}`, weight * W.term);
    }
  }

  function addBoth(add, term, weight) {
    add(term, weight);
    add(`~${term}`, weight * W.inside);
  }

  // The commonest words that begin as `start` does, one of each key
  function begun(start) {
    const found = new Map();
    if (start.length < 2) return [];
    for (const [word, { key: own }] of surfaces) {
      if (word.startsWith(start) && word !== start && !found.has(own)) found.set(own, word);
      if (found.size === COMPLETIONS) break;
    }
    return [...found.values()];
  }

  // What a word nobody uses was meant to be: { word, weight, told }, or undefined when it can stand as it is.
  // `told`: the reader is told of the guess.
  function mend(token, isLast) {
    if (STOP.has(token.word) || token.word.startsWith("§") || known(key(token.word)) || known(`~${key(token.word)}`)) return undefined;
    const [typed] = folded.get(fold(key(token.word))) ?? [];
    if (typed) return { word: typed.word, weight: W.typed };
    if ((isLast && begun(token.word).length) || partsOf(token).some((part) => known(part) || known(`~${part}`))) return undefined;
    const [best] = near(token.word, surfaces.keys());
    return best && { word: best.word, weight: best.distance > 1 ? W.far : W.near, told: true };
  }

  // Groups of `tokens`. One for each that carries meaning
  function groupsOf(tokens) {
    const names = named(tokens).map((name) => ({ ...name, term: `#${name.id}` })).filter((name) => known(name.term));
    const joined = together(tokens);
    return content(tokens, names).map((at) => {
      const terms = lookFor(tokens[at], at === tokens.length - 1);
      for (const { term, from, to } of names) if (from <= at && at < to) terms.set(term, W.term);
      const whole = joined.filter(({ from }) => from <= at && at <= from + 1);
      return { at, word: tokens[at].word, terms: whole.length ? compound(terms, whole) : terms };
    });
  }

  // Compounds typed as two words: [{ term, names, from }]
  function together(tokens) {
    const found = [];
    for (let from = 0; from + 1 < tokens.length; from++) {
      for (const link of ["", "s", "e"]) {
        const [token] = words(`${tokens[from].word}${link}${tokens[from + 1].word}`);
        if (!token || !known(key(token.word))) continue;
        const names = named([token]).map(({ id }) => `#${id}`).filter(known);
        found.push({ term: key(token.word), names, from });
      }
    }
    return found;
  }

  return function expand(query) {
    const typed = words(query.slice(0, LONGEST)).slice(0, MOST);
    const apart = new Set([...named(typed), ...together(typed)].flatMap(({ from, to }) => range(from, to ?? from + 2)));
    const guesses = typed.map((token, at) => (apart.has(at) ? undefined : mend(token, at === typed.length - 1)));
    const meant = typed.map((token, at) => (guesses[at] ? { ...words(guesses[at].word)[0], start: token.start, end: token.end } : token));
    const groups = groupsOf(meant).map((group) => weaken(group, guesses[group.at]?.weight ?? 1));
    return { groups, meant: guesses.some((guess) => guess?.told) ? spell(query, typed, meant) : undefined };
  };
}

// Of two words that are one, the whole is what was meant
function compound(terms, whole) {
  const weaker = new Map([...terms].map(([term, weight]) => [term, weight * W.inside]));
  for (const { term, names } of whole) {
    weaker.set(term, W.word);
    for (const name of names) weaker.set(name, W.term);
  }
  return weaker;
}

const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);

// A guess is worth less than what was typed
const weaken = (group, worth) =>
  worth === 1 ? group : { ...group, terms: new Map([...group.terms].map(([term, weight]) => [term, weight * worth])) };

// Numbers of the tokens that carry meaning: not stop words, unless there is nothing else or they are in a term's name
function content(tokens, names) {
  const all = tokens.map((_, at) => at);
  const carries = (at) => !STOP.has(tokens[at].word) || tokens[at].loose;
  const found = all.filter((at) => carries(at));
  if (found.length) return found;
  const inName = all.filter((at) => names.some(({ from, to }) => from <= at && at < to));
  return inName.length ? inName : all;
}

// What a key looks like without æ, ø and å -> the words that look so, the commonest of each key, with how often
function foldTable(surfaces) {
  const table = new Map();
  const seen = new Set();
  for (const [word, { key, times }] of surfaces) {
    if (seen.has(key)) continue;
    seen.add(key);
    const plain = fold(key);
    if (!table.has(plain)) table.set(plain, []);
    table.get(plain).push({ word, times });
  }
  return table;
}

// The question with other words in the places of those that were mended
function spell(query, typed, meant) {
  let text = "";
  let at = 0;
  typed.forEach((token, number) => {
    if (meant[number] === token) return;
    text += query.slice(at, token.start) + meant[number].word;
    at = token.end;
  });
  return (text + query.slice(at, LONGEST)).trim();
}
