// The rules that check has too. They are Python's, and come with the page as data: macros/contribute/rules.py.

/**
 * @typedef {object} Rules
 * @property {string} schema the file name of the JSON Schema that editors read
 * @property {number} width the most characters of a line that is filled with words
 * @property {number} longest the most characters of any line, but for one with an address
 * @property {number} longestId the most characters of an id
 * @property {string[]} reserved ids that mean something else
 * @property {Record<string, string>} letters letters that do not decompose -> what they are without marks
 * @property {string[]} past keys whose date must have been
 * @property {number} grace days that such a date may be ahead
 * @property {Record<string, number>} ahead years that a period may begin and end after today, by its key
 * @property {string} fillers letters that show nothing
 * @property {number} firstYear the first year that may be written
 * @property {number} lastYear the last
 * @property {Patterns} patterns what a text must be, or must not have
 */

/** @typedef {{ source: string, flags: string }} Pattern */
/** @typedef {Record<"space" | "url" | "email" | "person" | "html" | "invisible" | "mark" | "misread", Pattern>} Patterns */

/**
 * A pattern as something to search with.
 * @param {Pattern} pattern of the rules
 * @param {string} [more] flags besides its own
 * @returns {RegExp} the expression
 */
export function expression({ source, flags }, more = "") {
  return new RegExp(source, flags + more);
}

// A letter, number, sign or symbol, or what this Unicode does not know yet
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}\p{Cn}]/u;

/**
 * Tells whether a text shows nothing, as check does.
 * @param {string} text any
 * @param {Rules} rules of check
 * @returns {boolean} whether it is blank
 */
export function isBlank(text, rules) {
  return ![...text].some((letter) => SHOWN.test(letter) && !rules.fillers.includes(letter));
}

/**
 * Counts characters as check does, where a sign of two halves is one.
 * @param {string} text any
 * @returns {number} how many characters it has
 */
export function length(text) {
  return [...text].length;
}

/**
 * The words of a text, composed (é as one sign) and parted as check would.
 * @param {string} text any
 * @param {Rules} rules of check
 * @returns {string[]} the words
 */
export function wordsOf(text, rules) {
  return text.normalize("NFC").split(expression(rules.patterns.space)).filter(Boolean);
}
