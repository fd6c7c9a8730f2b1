// The id of an example: its file name and its address, on any machine.

import { wordsOf } from "./rules.js";

/** @typedef {import("./rules.js").Rules} Rules */

const NAMELESS = "dome"; // the id where there is nothing to make one of

/**
 * Makes the id of body and title: «bo-kommune-innkjopsstrategi». Python has the same in macros/contribute/write.py.
 * @param {string} publisher the body
 * @param {string} title of the document
 * @param {Rules} rules of check
 * @returns {string} small letters a–z, digits and hyphens
 */
export function slug(publisher, title, rules) {
  const whole = plain(wordsOf(`${publisher} ${title}`, rules).join(" "), rules);
  const cut = shortened(whole.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, ""), rules.longestId);
  if (!cut) return NAMELESS;
  return rules.reserved.includes(cut) ? `${cut}-${NAMELESS}` : cut;
}

/**
 * @param {string} text in any letters
 * @param {Rules} rules of check
 * @returns {string} the text with Latin letters as a–z, in small letters
 */
function plain(text, rules) {
  const decomposed = text.toLowerCase().normalize("NFKD").toLowerCase();
  return [...decomposed]
    .map((letter) => rules.letters[letter] ?? letter)
    .join("")
    .replace(/\p{M}/gu, "");
}

/**
 * @param {string} id of any length
 * @param {number} most characters it may have
 * @returns {string} the id, cut between words where there are any
 */
function shortened(id, most) {
  if (id.length <= most) return id;
  const head = id.slice(0, most + 1);
  const end = head.lastIndexOf("-");
  return head.slice(0, end < 0 ? most : end);
}
