// The search's knowledge of Norwegian: the keys of words, the parts of compounds, and the terms of
// the glossary in a text.

import { common } from "./forms.js";
import { splitter } from "./split.js";
import { stem } from "./stem.js";
import { spellings, wordOf, words } from "./words.js";

/** @typedef {import("./words.js").Token} Token */
/** @typedef {{ id: string, from: number, to: number }} Named a term in a text: token numbers, `to` not included */
/**
 * @typedef {object} Reading a word of a text
 * @property {string} word as a token has it
 * @property {string} key of it
 * @property {string[]} terms index terms of it
 * @property {Phrase[] | undefined} phrases names of terms of the glossary that begin with it
 */
/** @typedef {[id: string, keys: string[]]} Phrase a name of a term, as the keys of its words */

/**
 * @typedef {object} Norwegian that part of the index
 * @property {[id: string, ...names: string[]][]} [aliases] the terms of the glossary with all their names
 * @property {[close: boolean, ...words: string[]][]} [alike] everyday words for the same thing; `close`: forms of one
 * @property {[nn: string, nb: string][]} [pairs] words that no rule levels
 * @property {string[]} [parts] words that make longer ones
 */

/**
 * @typedef {object} Language
 * @property {(word: string) => string} key the key that all forms of a word share
 * @property {(token: Pick<Token, "word" | "pieces">) => string[]} partsOf keys of the parts of a compound
 * @property {(word: string) => Map<string, boolean>} likes keys of everyday words for the same, and whether each is
 *   close: another form of the word itself
 * @property {(tokens: Token[]) => Named[]} named the terms of the glossary in a text
 * @property {(spelling: string) => Reading} reading of a word as it is written, with its index terms: its key, and
 *   «~part» for what is inside a longer word
 * @property {(text: string) => Reading[]} read the words of a text
 * @property {(text: Reading[]) => Named[]} called the terms of the glossary in a text that has been read; their index
 *   terms are «#id»
 * @property {string[]} vocabulary words of the names themselves, which may stand nowhere in the text
 */

/**
 * What is known of Norwegian.
 * @param {Norwegian} norwegian that part of the index
 * @returns {Language} the ways to read a text
 */
export function language({ aliases = [], alike = [], pairs = [], parts = [] }) {
  /** @type {Map<string, string>} */
  const keys = new Map(); // word -> key, kept: the same words come again and again
  /** @type {Map<string, string>} */
  const same = new Map();
  for (const [nn, nb] of pairs) {
    const [from, to] = [stem(nn), stem(nb)];
    if (from !== to) same.set(from, to);
  }

  /** @type {Language["key"]} */
  function key(word) {
    const known = keys.get(word);
    if (known !== undefined) return known;
    const own = word.startsWith("§") ? word : stem(word);
    const found = same.get(own) ?? own;
    keys.set(word, found);
    return found;
  }

  const split = splitter(parts, key);
  /** @type {Map<string, string[]>} */
  const halves = new Map(); // word -> keys of its parts, kept for the same reason

  /** @type {Language["partsOf"]} */
  function partsOf({ word, pieces }) {
    const known = halves.get(word);
    if (known !== undefined) return known;
    let found = pieces.length > 1 ? pieces.filter((piece) => piece.length > 1) : split(word);
    if (!found.length && common(word) !== word) found = split(common(word));
    const own = [...new Set(found.map(key))].filter((part) => part !== key(word));
    halves.set(word, own);
    return own;
  }

  const likes = thesaurus(alike, key);
  const phrases = phraseBook(aliases, key);

  /** @type {Map<string, Reading>} */
  const readings = new Map(); // spelling -> how it is read, kept for the same reason
  /** @type {Map<string, string[]>} */
  const owns = new Map(); // word -> its own terms: a word has several spellings

  /** @param {Token} token a word */
  function own(token) {
    const known = owns.get(token.word);
    if (known) return known;
    const made = [key(token.word), ...partsOf(token).map((part) => `~${part}`)];
    owns.set(token.word, made);
    return made;
  }

  /**
   * @param {Token} token a word
   * @returns {Reading} how it is read
   */
  function understood(token) {
    const { word, loose } = token;
    // «§ 18-10 a» is a section of its own, and found as «18-10a» too; «§ 5 i lova» is not § 5i
    const isSection = loose && word.startsWith("§") && !loose.endsWith("i");
    const terms = isSection ? [...own(token), loose] : own(token);
    return { word, key: terms[0], terms, phrases: phrases.get(terms[0]) };
  }

  /** @param {string} spelling of a word */
  function reading(spelling) {
    const made = readings.get(spelling) ?? understood(wordOf(spelling));
    readings.set(spelling, made);
    return made;
  }

  /** @type {Language["called"]} */
  function called(text) {
    /** @type {Named[]} */
    const found = [];
    for (let from = 0; from < text.length; from++) {
      const { phrases: begun } = text[from];
      if (!begun) continue; // as nearly always
      for (const [id, wanted] of begun)
        if (wanted.every((part, i) => text[from + i]?.key === part))
          found.push({ id, from, to: from + wanted.length });
    }
    return found;
  }

  const vocabulary = aliases.flatMap(([, ...names]) =>
    names.flatMap((name) => words(name).map(({ word }) => word)),
  );

  return {
    key,
    partsOf,
    likes,
    named: (tokens) => called(tokens.map(understood)),
    reading,
    read: (text) => spellings(text).map(reading),
    called,
    vocabulary,
  };
}

/**
 * @param {[id: string, ...names: string[]][]} aliases the terms with all their names
 * @param {Language["key"]} key of a word
 * @returns {Map<string, Phrase[]>} phrases by their first key, each phrase of a term once
 */
function phraseBook(aliases, key) {
  /** @type {Map<string, Phrase[]>} */
  const book = new Map();
  for (const [id, ...names] of aliases) {
    const seen = new Set();
    for (const name of names) {
      const phrase = words(name).map((token) => key(token.word));
      if (!phrase.length || seen.has(phrase.join(" "))) continue;
      seen.add(phrase.join(" "));
      book.set(phrase[0], [...(book.get(phrase[0]) ?? []), [id, phrase]]);
    }
  }
  return book;
}

/**
 * @param {[close: boolean, ...words: string[]][]} alike everyday words for the same thing
 * @param {Language["key"]} key of a word
 * @returns {Language["likes"]} gives the keys of the others
 */
function thesaurus(alike, key) {
  /** @type {Map<string, Map<string, boolean>>} */
  const book = new Map();
  for (const [close, ...names] of alike) {
    const keys = [...new Set(names.map(key))];
    for (const own of keys) {
      const others = book.get(own) ?? new Map();
      for (const other of keys) if (other !== own) others.set(other, close || others.get(other));
      book.set(own, others);
    }
  }
  /** @type {Map<string, boolean>} */
  const none = new Map();
  return (word) => book.get(key(word)) ?? none;
}
