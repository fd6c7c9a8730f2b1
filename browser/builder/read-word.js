// Reads the answers out of a Word file that was made here, also after it has been edited in Word.

import { isRecord, parsed } from "../shared/json.js";
import { FileFault, unzip } from "./unzip.js";

const NAMESPACE = "urn:x-strategisk-mot-akrim:svar:1"; // the same as in macros/documents/word_answers.py
const PART = /^customXml\/item[0-9]+\.xml$/;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * @typedef {object} Read what a Word file has
 * @property {string} document the id of the document, such as «kapittel»
 * @property {string} edition nn or nb
 * @property {Record<string, string>} fields what is typed in the fields of the file now, by their ids
 * @property {Record<string, unknown> | null} answers the answer file that the document was made from; null in a
 *   template. Where the two differ, `fields` is newer.
 */

/**
 * Reads the answers out of a Word file.
 * @param {Uint8Array} bytes of the file
 * @returns {Promise<Read>} what it has
 * @throws {FileFault} for a file that is damaged, too large, or from elsewhere
 */
export async function readWord(bytes) {
  const parts = await unzip(bytes, (name) => PART.test(name) || name === "word/document.xml");
  if (!parts.has("word/document.xml")) throw new FileFault("foreign");
  for (const [name, part] of parts) {
    if (!PART.test(name)) continue;
    const text = decoded(part);
    if (text.includes(`"${NAMESPACE}"`)) return read(text);
  }
  throw new FileFault("foreign");
}

/**
 * @param {Uint8Array} part of the file
 * @returns {string} its text; Word writes UTF-8, and others may write UTF-16
 */
function decoded(part) {
  const isWide = part[0] === 0xff && part[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(part);
}

/**
 * @param {string} text of our part. Programs may have given its elements a prefix.
 * @returns {Read} what it has
 */
function read(text) {
  const top = text.match(/<(?:[\w.-]+:)?svar\b([^>]*)>/);
  const typed = text.match(/<(?:[\w.-]+:)?felt\b[^>]*>([\s\S]*?)<\/(?:[\w.-]+:)?felt>/);
  const file = text.match(/<(?:[\w.-]+:)?fil\b[^>]*>([^<]*)<\//);
  if (!top) throw new FileFault("damaged");
  const answers = parsed(file ? unescaped(file[1]) : "");
  return {
    document: attribute(top[1], "dokument"),
    edition: attribute(top[1], "malform"),
    fields: fieldsIn(typed ? typed[1] : ""),
    answers: isRecord(answers) ? answers : null,
  };
}

/**
 * @param {string} attributes of an element
 * @param {string} name of one of them
 * @returns {string} its value, or nothing
 */
function attribute(attributes, name) {
  return unescaped(attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "");
}

/**
 * @param {string} text with an element for each field
 * @returns {Record<string, string>} what is typed in those that are filled in
 */
function fieldsIn(text) {
  const elements = text.matchAll(
    /<(?:[\w-]+:)?([a-z][a-z0-9.-]*)(?:\s[^>]*)?>([^<]*)<\/(?:[\w-]+:)?\1>/g,
  );
  return Object.fromEntries(
    [...elements].map(([, name, value]) => [name, unescaped(value)]).filter(([, value]) => value),
  );
}

/**
 * @param {string} text as it stands in XML
 * @returns {string} the text without escapes
 */
function unescaped(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (whole, hex, number, name) => {
    if (name) return ENTITIES[/** @type {keyof typeof ENTITIES} */ (name)] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
