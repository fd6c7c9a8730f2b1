// What is typed, made safe for each format: no character of it is ever read as markup.
//
// The same as macros/builder/text.py, step by step.

const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- these are the characters to take away
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]/gu;
// eslint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const NOT_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu;
const NEWLINE = /\r\n?/g;
const BREAKS = /[\t ]*[\n\t][\n\t ]*/g;
const MARKDOWN = /([\\`*_{}[\]<>()#|&~^$!])/g;
// What would begin a list or a line under a heading, at the start of a line
const BEGINS = /^[ \t]*(?:([-+=:])|([0-9]+)([.)]))/;

/**
 * @param {string} text that somebody has typed
 * @returns {string} the text with a replacement mark for what cannot be shown, and one sign for the end of a line
 */
export function clean(text) {
  return text.replace(NEWLINE, "\n").replace(UNPRINTABLE, "\ufffd");
}

/**
 * @param {string} text that may have several lines
 * @returns {string} the text with a space for each group of tabs and ends of lines
 */
export function oneLine(text) {
  return text.replace(BREAKS, " ");
}

/**
 * @param {string} text to stand between two tags of XML or HTML
 * @returns {string} the text, escaped
 */
export function xml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * @param {string} text to stand in an attribute of XML, where ends of lines and tabs would become spaces
 * @returns {string} the text, escaped
 */
export function attribute(text) {
  return xml(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

/**
 * @param {string} text to be kept in the part of a Word file for what is typed
 * @returns {string} the text, escaped; nothing is lost but what XML cannot hold
 */
export function stored(text) {
  return xml(text.replace(NEWLINE, "\n").replace(NOT_XML, "\ufffd"));
}

/**
 * @param {string} answers the answer file, as JSON
 * @returns {string} the file to stand in that part; what XML cannot hold becomes JSON's escapes
 */
export function embedded(answers) {
  return xml(
    answers.replace(NOT_XML, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/**
 * @param {string} text to stand in Markdown
 * @param {boolean} begins whether the text stands first in its paragraph, where more signs have a meaning. Its own lines
 *   have breaks between them, and begin nothing.
 * @returns {string} Markdown that shows exactly the text, also in a cell of a table
 */
export function markdown(text, begins) {
  const escaped = text.replace(MARKDOWN, "\\$1");
  const safe = begins
    ? escaped.replace(BEGINS, (_, sign, number, stop) =>
        sign ? `\\${sign}` : `${number}\\${stop}`,
      )
    : escaped;
  return safe.replace(/\n/g, "<br>");
}
