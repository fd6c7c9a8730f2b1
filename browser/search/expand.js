// From what was typed to what to look for: one group a word (or a term of several words), each with weighted index terms.

import { guesser } from "./guess.js";
import { STOP } from "./stop.js";
import { words } from "./words.js";

const LONGEST = 200; // letters of a question that are read
const MOST = 12; // words of a question that are read
const OFTENER = 5; // times commoner a word with æ, ø or å must be, to be what was meant by one without

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
  maybeBegun: 0.12, // the same, when it may be whole
};

// `expander(language, index)(query, loose)`: { groups, meant }. A group is { word, terms: Map(term -> weight) };
// `meant` is the question with misspelt words mended, or undefined. `loose`: guess further off.
export function expander(language, index) {
  const { key, partsOf, named } = language;
  const { begun, alike, mend } = guesser(language, index);
  const known = (term) => index.known.has(term);

  function lookFor(token, isLast) {
    const terms = new Map();
    const add = (term, weight) => known(term) && (terms.get(term) ?? 0) < weight && terms.set(term, weight);
    const own = key(token.word);
    add(own, W.word);
    if (token.loose) add(token.loose, W.word + 1);
    add(`~${own}`, W.inside);
    const certain = terms.has(own);
    if (certain) looksLike(token.word, add);
    for (const part of partsOf(token)) addBoth(add, part, certain ? W.part : W.onlyPart);
    if (isLast) complete(token, add, terms.size > 0);
    return terms;
  }

  // A word that is much rarer than one with æ, ø or å in it is more likely that one
  function looksLike(word, add) {
    const times = index.surfaces.get(word)?.times ?? 0;
    for (const other of alike(word)) addBoth(add, key(other.word), other.times > OFTENER * times ? W.typed : W.maybeTyped);
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

  return function expand(query, loose = false) {
    const typed = words(query.slice(0, LONGEST)).slice(0, MOST);
    const apart = new Set([...named(typed), ...together(typed)].flatMap(({ from, to }) => range(from, to ?? from + 2)));
    const guesses = typed.map((token, at) => (apart.has(at) ? undefined : mend(token, at === typed.length - 1, loose)));
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
