// Opening a file the reader has chosen: an answer file, a Word file that was made from one, or ticks of a checklist.

import { FORMAT, VERSION, read } from "./file.js";
import { isRecord } from "../shared/json.js";
import { asAnswers, readTicks } from "./ticks.js";

/** @typedef {import("./file.js").Known} Known */
/** @typedef {import("./file.js").Ours} Ours */
/** @typedef {{ document: string, edition: string, fields: Record<string, string>, answers: unknown }} FromWord */
/** @typedef {(Ours & { word: boolean }) | { kind: "newer" | "foreign" | "damaged" | "large" }} Opened */

const LARGEST = 10_000_000; // bytes of a file that is read at all
// Own texts and reasons have sections of their own, and what the note to the leaders tells follows from the answers
const OTHERS = /^(tekst|grunn|status|tiltak)\.|^dato\.status$/;
const ZIP = [0x50, 0x4b]; // how a Word file begins, which is a zip

/**
 * Reads a file.
 * @param {Blob} file that the reader has chosen
 * @param {Known} known ids
 * @param {(bytes: Uint8Array) => Promise<FromWord>} readWord reads a Word file; fails with a `code` that says why
 * @returns {Promise<Opened>} the answers in it, or why there are none
 */
export async function open(file, known, readWord) {
  if (file.size > LARGEST) return { kind: "large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (ZIP.every((byte, index) => bytes[index] === byte)) return fromWord(bytes, known, readWord);
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  const ticks = readTicks(text);
  if (ticks.kind === "newer") return ticks;
  const found = read(ticks.kind === "ours" ? (asAnswers(ticks.done) ?? null) : text, known);
  return found.kind === "ours" ? { ...found, word: false } : found;
}

/**
 * @param {Uint8Array} bytes of a Word file
 * @param {Known} known ids
 * @param {(bytes: Uint8Array) => Promise<FromWord>} readWord reads it
 * @returns {Promise<Opened>} the answers in it, or why there are none
 */
async function fromWord(bytes, known, readWord) {
  try {
    const word = await readWord(bytes);
    const found = read(JSON.stringify(withFields(word)), known);
    return found.kind === "ours" ? { ...found, word: true } : found;
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error)?.code;
    return { kind: code === "large" || code === "foreign" ? code : "damaged" };
  }
}

/**
 * What is typed in Word is newer than the answer file in it.
 * @param {FromWord} word what was read
 * @returns {Record<string, unknown>} an answer file with both
 */
function withFields({ document, edition, fields, answers }) {
  const before = isRecord(answers) ? answers : { format: FORMAT, version: VERSION };
  const typed = Object.entries(fields).filter(([id, value]) => value && !OTHERS.test(id));
  return {
    ...before,
    edition: before.edition || edition,
    document: before.document || document,
    fields: { ...section(before.fields), ...Object.fromEntries(typed) },
    texts: { ...section(before.texts), ...named("tekst.", fields) },
    reasons: { ...section(before.reasons), ...named("grunn.", fields) },
  };
}

/**
 * @param {unknown} value of a section in an answer file
 * @returns {Record<string, unknown>} the section; an empty one where there is none
 */
function section(value) {
  return isRecord(value) ? value : {};
}

/**
 * @param {string} start of the ids
 * @param {Record<string, string>} fields of a Word file
 * @returns {Record<string, string>} those that begin so and are filled in, without the beginning
 */
function named(start, fields) {
  const found = Object.entries(fields).filter(([id, value]) => value && id.startsWith(start));
  return Object.fromEntries(found.map(([id, value]) => [id.slice(start.length), value]));
}
