// Turn a question into what to look for in the index: a group for each word, or for each name of
// several words. A group has the terms that may be meant, each with a weight.

import { guesser } from "./guess.js";
import { STOP } from "./stop.js";
import { words } from "./words.js";

/** @typedef {import("./words.js").Token} Token */
/** @typedef {(term: string, weight: number) => void} Add */
/**
 * @typedef {object} Group what one word asks for
 * @property {string} word that it is
 * @property {Map<string, number>} terms of the index, with weights
 * @property {Token} typed its place in the question
 * @property {boolean} sure whether the site has the word, or one for the same
 * @property {boolean} [guessed] whether it was taken for another word, and the reader is told
 */
/**
 * @typedef {{ groups: Group[], meant: string | undefined, all: Set<string> }} Asked `all`: keys of every word of the
 *   question, also of those that carry no meaning
 */
/** @typedef {{ term: string, names: string[], from: number }} Joined a compound typed as two words */

// Only so much of a question is read, so that a pasted page does not keep the browser busy
const LONGEST = 200; // characters
const MOST = 12; // words
// A word with æ, ø or å must be this many times commoner on the site than the word as it was typed,
// to be what was meant
const OFTENER = 5;

// The weight of each thing that a word may mean, compared with the word itself. The queries in
// bench/search/queries.tsv test them: those of the kind `synonym` test `term`, `compound` the parts
// of words, `fold` what is typed without æ, ø and å, and `prefix` what is half typed.
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
  close: 0.8, // another form of the word
  alike: 0.45, // an everyday word for the same thing
  piece: 0.3, // a part of a compound whose other part nobody knows
  nearly: 0.9, // a word one letter off, when the word as typed only shares a stem with the site
};

/**
 * A function that reads questions.
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @param {import("./units.js").Units} index of the site
 * @returns {(query: string, loose?: boolean) => Asked} gives what to look for,
 *   and the question with misspelt words mended, where there are any; `loose` guesses further off
 */
export function expander(language, index) {
  const { key, partsOf, likes, named } = language;
  const { begun, alike, mend, nearly, piece, halves } = guesser(language, index);

  /** @param {string} term of the index */
  const known = (term) => index.engine.knows(term);

  /**
   * @param {Token} token a word
   * @param {boolean} isLast whether it may be half typed
   * @returns {Map<string, number>} terms with their weights
   */
  function lookFor(token, isLast) {
    /** @type {Map<string, number>} */
    const terms = new Map();
    /** @type {Add} */
    const add = (term, weight) => {
      if (known(term) && (terms.get(term) ?? 0) < weight) terms.set(term, weight);
    };
    const own = key(token.word);
    const meant = nearly(token.word);
    add(own, meant.length ? W.onlyPart : W.word);
    if (token.loose) add(token.loose, W.word + 1);
    add(`~${own}`, W.inside);
    const certain = terms.has(own);
    if (certain) looksLike(token.word, add);
    for (const part of partsOf(token)) addBoth(add, part, certain ? W.part : W.onlyPart);
    for (const [other, isClose] of likes(token.word))
      addBoth(add, other, isClose ? W.close : W.alike);
    for (const other of meant) addBoth(add, key(other), W.nearly);
    if (isLast) complete(token, add, terms.size > 0);
    if (!terms.size) for (const part of halves(token.word)) addBoth(add, part, W.onlyPart);
    if (!terms.size) for (const part of piece(token.word)) addBoth(add, part, W.piece);
    return terms;
  }

  /**
   * If a word with æ, ø or å is much commoner than the typed word, it is probably what was meant.
   * @param {string} word that was typed
   * @param {Add} add for what it may be
   */
  function looksLike(word, add) {
    const times = index.surfaces.get(word)?.times ?? 0;
    for (const other of alike(word))
      addBoth(add, key(other.word), other.times > OFTENER * times ? W.typed : W.maybeTyped);
  }

  /**
   * @param {Token} token the last word
   * @param {Add} add for what it may become
   * @param {boolean} certain whether it is a word already
   */
  function complete(token, add, certain) {
    const weight = certain ? W.maybeBegun : W.begun;
    for (const word of begun(token.word)) {
      add(key(word), weight);
      for (const { id } of named(words(word))) add(`#${id}`, weight * W.term);
    }
  }

  /**
   * @param {Add} add for the word
   * @param {string} term of it
   * @param {number} weight of it; less for the same inside a longer word
   */
  function addBoth(add, term, weight) {
    add(term, weight);
    add(`~${term}`, weight * W.inside);
  }

  /**
   * @param {Token[]} tokens the words
   * @returns {(Group & { at: number })[]} a group for each that carries meaning
   */
  function groupsOf(tokens) {
    const names = named(tokens)
      .map((name) => ({ ...name, term: `#${name.id}` }))
      .filter((name) => known(name.term));
    const joined = together(tokens);
    return content(tokens, names).map((at) => {
      const terms = lookFor(tokens[at], at === tokens.length - 1);
      for (const { term, from, to } of names) if (from <= at && at < to) terms.set(term, W.term);
      const whole = joined.filter(({ from }) => from <= at && at <= from + 1);
      const sure = [...terms.values()].some((weight) => weight >= W.alike) || whole.length > 0;
      return {
        at,
        word: tokens[at].word,
        terms: whole.length ? compound(terms, whole) : terms,
        typed: tokens[at],
        sure,
      };
    });
  }

  /**
   * @param {Token[]} tokens the words
   * @returns {Joined[]} compounds typed as two words
   */
  function together(tokens) {
    /** @type {Joined[]} */
    const found = [];
    for (let from = 0; from + 1 < tokens.length; from++) {
      for (const link of ["", "s", "e"]) {
        const [token, ...others] = words(`${tokens[from].word}${link}${tokens[from + 1].word}`);
        // A sign between them makes two words of it, such as that of «§ 5g» after the name of a law
        if (!token || others.length || !known(key(token.word))) continue;
        const names = named([token])
          .map(({ id }) => `#${id}`)
          .filter(known);
        found.push({ term: key(token.word), names, from });
      }
    }
    return found;
  }

  /**
   * Two words typed as one, where nobody uses them as one: «sentralgodkjenning».
   * @param {Token} token a word
   * @param {boolean} isLast whether it may be half typed
   * @returns {Token[]} the two; the word itself where it is used, or is no two words
   */
  function apart(token, isLast) {
    const { word, start } = token;
    if (isLast && begun(word).length) return [token];
    const stands = known(key(word)) || known(`~${key(word)}`) || named([token]).length > 0;
    if (stands || token.pieces.length > 1) return [token];
    for (let cut = word.length - 2; cut >= 2; cut--) {
      const [first, last] = [word.slice(0, cut), word.slice(cut)];
      if (![first, last].every((part) => index.surfaces.has(part))) continue;
      // A short beginning is found in many words by accident, and must be a word of its own kind
      if ((first.length < 4 && !STOP.has(first)) || (last.length < 4 && !STOP.has(last))) continue;
      const middle = start + cut;
      return [
        { word: first, pieces: [first], start, end: middle, whole: token },
        { word: last, pieces: [last], start: middle, end: token.end, whole: token },
      ];
    }
    return [token];
  }

  return function expand(query, loose = false) {
    const raw = words(query.slice(0, LONGEST)).slice(0, MOST);
    const typed = raw.flatMap((token, at) => apart(token, at === raw.length - 1));
    const pairs = together(typed).map(({ from }) => ({ from, to: from + 2 }));
    const whole = new Set([...named(typed), ...pairs].flatMap(({ from, to }) => range(from, to)));
    const guesses = typed.map((token, at) =>
      whole.has(at) ? undefined : mend(token, at === typed.length - 1, loose),
    );
    const meant = typed.map((token, at) => {
      const guess = guesses[at];
      return guess ? { ...words(guess.word)[0], start: token.start, end: token.end } : token;
    });
    const groups = groupsOf(meant).map((group) => ({
      ...weaken(group, guesses[group.at]?.weight ?? 1),
      typed: typed[group.at],
      guessed: Boolean(guesses[group.at]?.told),
    }));
    return {
      groups,
      all: new Set(meant.map(({ word }) => key(word))),
      meant: guesses.some((guess) => guess?.told) ? spell(query, typed, meant) : undefined,
    };
  };
}

/**
 * If two words make one compound, the compound was probably meant, and its parts count for less.
 * @param {Map<string, number>} terms of one of them
 * @param {Joined[]} whole the compounds
 * @returns {Map<string, number>} terms with their weights
 */
function compound(terms, whole) {
  const weaker = new Map([...terms].map(([term, weight]) => [term, weight * W.inside]));
  for (const { term, names } of whole) {
    weaker.set(term, W.word);
    for (const name of names) weaker.set(name, W.term);
  }
  return weaker;
}

/**
 * @param {number} from the first
 * @param {number} to the last but one
 * @returns {number[]} numbers
 */
const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);

/**
 * Lowers the weight of a group that is a guess.
 * @template {Group} G
 * @param {G} group of a word
 * @param {number} worth of the guess
 * @returns {G} the group with less weight
 */
const weaken = (group, worth) =>
  worth === 1
    ? group
    : {
        ...group,
        terms: new Map([...group.terms].map(([term, weight]) => [term, weight * worth])),
      };

/**
 * @param {Token[]} tokens the words
 * @param {import("./language.js").Named[]} names of terms among them
 * @returns {number[]} numbers of those that carry meaning: not stop words, unless there is nothing else or they are in
 *   a term's name
 */
function content(tokens, names) {
  const all = tokens.map((_, at) => at);
  const carries = (/** @type {number} */ at) => !STOP.has(tokens[at].word) || tokens[at].loose;
  const found = all.filter((at) => carries(at));
  if (found.length) return found;
  const inName = all.filter((at) => names.some(({ from, to }) => from <= at && at < to));
  return inName.length ? inName : all;
}

/**
 * @param {string} query as it was typed
 * @param {Token[]} typed its words
 * @param {Token[]} meant what they were taken for
 * @returns {string} the question with other words in the places of those that were mended
 */
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
