// Guess the word that was meant by one that is half typed, typed without æ, ø and å, or misspelt.

import { fold } from "../shared/fold.js";
import { allowed, speller } from "./spell.js";
import { STOP } from "./stop.js";

/** @typedef {import("./words.js").Token} Token */
/** @typedef {import("./units.js").Surface} Used a word of the site */
/** @typedef {{ word: string, weight: number, told?: boolean }} Guess `told`: the reader is told of it */

/**
 * @typedef {object} Guesser
 * @property {(start: string) => string[]} begun the commonest words that begin so, one of each key
 * @property {(word: string) => Used[]} alike words that look so when æ, ø and å are typed as a, o and a
 * @property {(token: Token, isLast: boolean, loose: boolean) => Guess | undefined} mend what a word nobody uses may
 *   have been; nothing when it can stand as it is. A `loose` guess may be far off, for when nothing else helps
 * @property {(word: string) => string[]} nearly words one letter off, for a word that the site does not have, but that
 *   has the stem of one it has: «lærlig» has that of «lære», and is «lærling»
 * @property {(word: string) => string[]} halves keys of the two words of the site that an unknown word is made of
 * @property {(word: string) => string[]} piece keys of the longest known beginning and end of an unknown word
 */

// What is left of a word after its stem, where the word is only inflected. All others may be misspelt
const ENDING =
  /^(a|ar|ane|as|ast|e|en|ene|er|est|et|i|in|ing|inga|ingar|ingen|inger|r|s|t|te|de|ande|ende|n|ne|)$/;
const SHORTEST = 4; // letters of a known part of an unknown word
// A half-typed word may be at most this many words, the commonest first
const COMPLETIONS = 12;
// The weight of a guess compared with a word typed right: the surer the guess, the more. `near` is
// one letter off and `far` is more. The queries of the kinds `typo` and `fold` in bench/search test
// them.
const CERTAIN = { typed: 0.9, near: 0.7, far: 0.5 };

/**
 * Guesses from the words of the site.
 * @param {import("./language.js").Language} language what is known of Norwegian
 * @param {Pick<import("./units.js").Units, "surfaces" | "engine">} index the words of the site
 * @returns {Guesser} the ways to guess
 */
export function guesser({ key, partsOf }, { surfaces, engine }) {
  const used = [...surfaces.values()].sort((a, b) => b.times - a.times);
  const near = speller(used.map(({ word }) => word));
  const folded = foldTable(used);
  /** @type {Map<string, Used[]>} */
  const beginnings = new Map(); // two letters -> the words that begin so, kept when they have been asked for

  /** @param {string} term of the index */
  const stands = (term) => engine.knows(term) || engine.knows(`~${term}`);

  /** @param {string} letters two of them */
  function beginning(letters) {
    const found = beginnings.get(letters) ?? used.filter(({ word }) => word.startsWith(letters));
    beginnings.set(letters, found);
    return found;
  }

  /** @type {Guesser["begun"]} */
  function begun(start) {
    /** @type {Map<string, string>} */
    const found = new Map();
    if (start.length < 2) return [];
    for (const { word, key: own } of beginning(start.slice(0, 2))) {
      if (word.startsWith(start) && word !== start && !found.has(own)) found.set(own, word);
      if (found.size === COMPLETIONS) break;
    }
    return [...found.values()];
  }

  /** @type {Guesser["alike"]} */
  function alike(word) {
    const own = key(word);
    // The stem may have lost letters (that of lønn is løn), so both stem and word are looked up
    const found = [fold(own), fold(word)].flatMap((plain) => {
      const same = surfaces.get(plain);
      return [...(folded.get(plain) ?? []), ...(same ? [same] : [])];
    });
    return [...new Set(found)].filter((other) => key(other.word) !== own);
  }

  /** @type {Guesser["mend"]} */
  function mend(token, isLast, loose) {
    const { word } = token;
    if (STOP.has(word) || word.startsWith("§") || stands(key(word))) return undefined;
    const [typed] = alike(word);
    if (typed) return { word: typed.word, weight: CERTAIN.typed };
    if ((isLast && begun(word).length) || partsOf(token).some(stands)) return undefined;
    const most = loose ? (word.length < 10 ? allowed(word) : 3) : allowed(word);
    if (!loose && piece(word).length && !near(word, 1).length) return undefined;
    const [best] = near(word, most);
    return (
      best && {
        word: best.word,
        weight: best.distance > 1 ? CERTAIN.far : CERTAIN.near,
        told: true,
      }
    );
  }

  /** @type {Guesser["nearly"]} */
  function nearly(word) {
    const own = key(word);
    if (word.length < 5 || surfaces.has(word) || !stands(own) || STOP.has(word)) return [];
    if (ENDING.test(word.slice(Math.min(own.length, word.length)))) return [];
    return near(word, 1)
      .map((found) => found.word)
      .filter((other) => key(other) !== own);
  }

  /** @param {string} word that may be one of the site, and not only a part there */
  const isWord = (word) => surfaces.has(word) && !STOP.has(word) && stands(key(word));

  /** @type {Guesser["piece"]} */
  function piece(word) {
    const found = [];
    for (let cut = word.length - 3; cut >= SHORTEST; cut--) {
      const start = key(word.slice(0, cut).replace(/s$/, ""));
      if (!surfaces.has(word.slice(0, cut).replace(/s$/, "")) || !stands(start)) continue;
      found.push(start);
      break;
    }
    for (let cut = 3; cut <= word.length - SHORTEST; cut++) {
      if (!surfaces.has(word.slice(cut)) || !stands(key(word.slice(cut)))) continue;
      found.push(key(word.slice(cut)));
      break;
    }
    return found;
  }

  /** @type {Guesser["halves"]} */
  function halves(word) {
    for (let cut = word.length - 3; cut >= SHORTEST; cut--) {
      const start = [word.slice(0, cut), word.slice(0, cut).replace(/[se]$/, "")].find(isWord);
      const end = word.slice(cut);
      if (start && isWord(end)) return [key(start), key(end)];
    }
    return [];
  }

  return { begun, alike, mend, nearly, piece, halves };
}

/**
 * @param {Used[]} used words of the site, the commonest first
 * @returns {Map<string, Used[]>} what a word or its key looks like without æ, ø and å -> the words that look so, the
 *   commonest of each key. A word that has nothing to take away looks like itself, and is not in the table
 */
function foldTable(used) {
  /** @type {Map<string, Used[]>} */
  const table = new Map();
  for (const own of used) {
    const plain = fold(own.word);
    if (plain === own.word) continue;
    for (const look of new Set([fold(own.key), plain])) {
      const alike = table.get(look);
      if (!alike) table.set(look, [own]);
      else if (alike.every(({ key }) => key !== own.key)) alike.push(own);
    }
  }
  return table;
}
