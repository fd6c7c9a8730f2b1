// Numbers that are a person's: a fødselsnummer or a D-number. Any other number of eleven digits is let through: case
// numbers, accounts, addresses of articles.

/** @typedef {import("./rules.js").Rules} Rules */

import { expression } from "./rules.js";

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Tells whether a text has such a number.
 * @param {string} text any
 * @param {Rules} rules of check, where the pattern is
 * @returns {boolean} whether a number with the right form has the right check digits
 */
export function hasPerson(text, rules) {
  const found = text.match(expression(rules.patterns.person, "g")) ?? [];
  return found.some((number) => isPerson(number.replace(/\D/g, "")));
}

/**
 * Tells whether the two check digits of a number are right. Both sums, check digits included, go up in eleven.
 * @param {string} digits eleven of them
 * @returns {boolean} whether they are
 */
export function isPerson(digits) {
  return [FIRST, SECOND].every((weights) => sum(digits, weights) % 11 === 0);
}

/**
 * @param {string} digits of a number
 * @param {number[]} weights of the first of them
 * @returns {number} their weighted sum
 */
function sum(digits, weights) {
  return weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
}
