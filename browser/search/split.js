// Split compounds, which Norwegian writes as one word, into words that the site itself uses.

import { STOP } from "./stop.js";

const SHORTEST = 3;
const LINK = /[se]$/;

/**
 * A function that splits compounds. The last part may be inflected, and is known by its key.
 * @param {string[]} parts whole words that make longer ones
 * @param {(word: string) => string} key of a word
 * @returns {(word: string) => string[]} gives the parts as they stand, two or more; none for a word that is no compound
 */
export function splitter(parts, key) {
  const whole = new Set(parts.filter((part) => !STOP.has(part)));
  const keys = new Set([...whole].map(key));
  /** @type {Map<string, string[]>} */
  const memo = new Map();

  /** @param {string} piece the beginning of a word, perhaps with a link at its end */
  function first(piece) {
    if (whole.has(piece)) return piece;
    if (piece.length === SHORTEST || !LINK.test(piece)) return undefined;
    const part = piece.slice(0, -1);
    return whole.has(part) ? part : undefined;
  }
  /** @param {string} piece the end of a word */
  const last = (piece) =>
    piece.length >= SHORTEST &&
    (whole.has(piece) || (piece.length > SHORTEST && keys.has(key(piece))));

  /**
   * @param {string} word to split
   * @param {number} cut where
   * @returns {string[]} what may be the rest
   */
  function tails(word, cut) {
    // Norwegian never writes a letter three times: in kontrollogg, both parts share an l
    return word[cut - 1] === word[cut - 2]
      ? [word.slice(cut), word.slice(cut - 1)]
      : [word.slice(cut)];
  }

  /**
   * @param {string} word to split
   * @returns {string[]} its parts
   */
  function find(word) {
    /** @type {string[]} */
    let deeper = [];
    for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut++) {
      const head = first(word.slice(0, cut));
      if (!head) continue;
      for (const tail of tails(word, cut)) {
        if (last(tail)) return [head, tail];
        if (!deeper.length && tail.length >= 2 * SHORTEST) {
          const more = split(tail);
          if (more.length) deeper = [head, ...more];
        }
      }
    }
    return deeper;
  }

  /**
   * @param {string} word to split
   * @returns {string[]} its parts, found once for each word
   */
  function split(word) {
    if (word.length < 2 * SHORTEST || !/^\p{L}+$/u.test(word)) return [];
    const known = memo.get(word) ?? find(word);
    memo.set(word, known);
    return known;
  }
  return split;
}
