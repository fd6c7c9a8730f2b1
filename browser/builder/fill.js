// Fills in the fields of a part, format by format. The same as macros/builder/fill.py.

import { attribute, embedded, markdown, stored, xml } from "./text.js";

/** @typedef {Record<string, string>} Texts texts by the ids of fields */

/**
 * @typedef {object} Given what a part is filled in with
 * @property {Texts} shown what a reader sees in each field
 * @property {Texts} stored the raw value of each field
 * @property {string} answers the answer file
 * @property {Set<string>} long the fields with several lines
 */

/** @typedef {(name: string, text: string, given: Given) => string} Filler */

const CONTROL =
  /(<w:sdt><w:sdtPr><w:alias w:val="[^"]*"\/><w:tag w:val=")([a-z0-9.-]+)("\/>)([\s\S]*?)(<\/w:sdtPr><w:sdtContent>)([\s\S]*?)(<\/w:sdtContent><\/w:sdt>)/g;
const DATE = /<w:date(?: w:fullDate="[^"]*")?>/g;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const ANSWER = /<([a-z][a-z0-9.-]*)>([^<]*)<\/\1>/g;
const USER_FIELD =
  /(<text:user-field-(get|input) text:name="([^"]*)"[^>]*>)([^<]*)(<\/text:user-field-\2>)/g;
const DECLARED =
  /(<text:user-field-decl text:name="([^"]*)" office:value-type="string" office:string-value=")[^"]*(")/g;
const MARKED = /<!--=([^>]*?)-->([\s\S]*?)<!--=-->/g;
// What may stand in front of a text that is the first of a paragraph: the signs of lists and quotes
const LINE_START = /^[ \t>*+-]*(?:[0-9]+[.)][ \t]+)?$/;
const SPAN = /<span class="(?:blank|filled)" data-field="([^"]*)">[^<]*<\/span>/g;

/** @type {Filler} */
function docx(name, text, given) {
  if (name === "customXml/item1.xml") return keptAnswers(text, given);
  if (!name.startsWith("word/") || !text.includes("<w:sdt>")) return text;
  return text.replace(CONTROL, (whole, before, field, end, properties, between, _, after) => {
    if (!Object.hasOwn(given.shown, field)) return whole;
    let kept = properties.replaceAll("<w:showingPlcHdr/>", "");
    const day = Object.hasOwn(given.stored, field) ? given.stored[field] : "";
    if (DAY.test(day)) kept = kept.replace(DATE, () => `<w:date w:fullDate="${day}T00:00:00Z">`);
    const lines = xml(given.shown[field]).replace(/\n/g, '</w:t><w:br/><w:t xml:space="preserve">');
    const run = `<w:r><w:t xml:space="preserve">${lines}</w:t></w:r>`;
    return `${before}${field}${end}${kept}${between}${run}${after}`;
  });
}

/**
 * @param {string} text the part with what is typed
 * @param {Given} given every field, and the whole answer file
 * @returns {string} the part, filled in
 */
function keptAnswers(text, given) {
  const filled = text.replace(ANSWER, (whole, field) =>
    Object.hasOwn(given.stored, field)
      ? `<${field}>${stored(given.stored[field])}</${field}>`
      : whole,
  );
  if (!given.answers) return filled;
  return filled.replaceAll("<fil/>", () => `<fil>${embedded(given.answers)}</fil>`);
}

/** @type {Filler} */
function odt(_name, text, given) {
  return text
    .replace(USER_FIELD, (whole, before, _kind, field, _shown, after) => {
      if (!Object.hasOwn(given.shown, field)) return whole;
      // A field of OpenDocument has one line
      if (given.long.has(field)) return severalLines(given.shown[field]);
      return `${before}${xml(given.shown[field])}${after}`;
    })
    .replace(DECLARED, (whole, before, field, after) =>
      Object.hasOwn(given.shown, field)
        ? `${before}${attribute(given.shown[field])}${after}`
        : whole,
    );
}

/**
 * @param {string} text of several lines
 * @returns {string} the text as OpenDocument has it: it would make one space of several, and of a tab
 */
function severalLines(text) {
  return xml(text)
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replace(/\n/g, "<text:line-break/>")
    .replace(/\t/g, "<text:tab/>");
}

/** @type {Filler} */
function md(_name, text, { shown }) {
  return text.replace(MARKED, (_, field, before, offset) => {
    if (!Object.hasOwn(shown, field)) return before;
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    return markdown(shown[field], LINE_START.test(line));
  });
}

/** @type {Filler} */
function html(_name, text, { shown }) {
  return text.replace(SPAN, (whole, field) => {
    if (!Object.hasOwn(shown, field)) return whole;
    const lines = xml(shown[field]).replace(/\n/g, "<br>");
    return `<span class="filled" data-field="${field}">${lines}</span>`;
  });
}

/** @type {Record<string, Filler>} */
export const FILLERS = { docx, odt, md, html, xlsx: (_name, text) => text };
