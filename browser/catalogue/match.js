// Which cards fit what the reader has chosen.

import { fold } from "../shared/fold.js";

/**
 * @typedef {object} Card
 * @property {Record<string, string[]>} values the values of the card, by the name of the filter
 * @property {string} words everything the card says, folded
 */

/** @typedef {[name: string, value: string][]} Wanted */

/**
 * Tells whether a card is among those asked for.
 * @param {Wanted} wanted what is chosen, by the name of the filter; `q` is free text
 * @returns {(card: Card) => boolean} whether a card has every value and every word
 */
export function matcher(wanted) {
  const words = wanted.filter(([name]) => name === "q").flatMap(([, text]) => wordsOf(text));
  const fields = wanted.filter(([name]) => name !== "q");
  return ({ values, words: said }) =>
    fields.every(([name, value]) => values[name].includes(value)) &&
    words.every((word) => said.includes(word));
}

/**
 * @param {string} text that the reader has typed
 * @returns {string[]} its words as they are looked for
 */
function wordsOf(text) {
  return fold(text.toLowerCase()).split(/\s+/).filter(Boolean);
}
