// The form that ticks have in a file and in the browser's stores. Files that were saved before can always be opened.

import { isRecord, isText, parsed } from "../shared/json.js";

const FORMAT = "strategisk-mot-akrim/sjekkliste";
const VERSION = 1;

/**
 * @typedef {object} Saved
 * @property {string[]} done ids of the checkpoints that are ticked, on any page
 * @property {string | undefined} saved when, as an ISO moment; undefined where the data does not tell
 */

/** @typedef {{ kind: "ours", saved: Saved } | { kind: "newer" } | { kind: "other" }} Read */

/**
 * Writes ticks as text.
 * @param {Iterable<string>} done the ids
 * @param {Date} now the moment to write down
 * @param {number} [indent] spaces, for a file that people may read
 * @returns {string} JSON
 */
export function write(done, now, indent = 0) {
  const data = {
    format: FORMAT,
    version: VERSION,
    saved: now.toISOString(),
    done: [...done].sort(),
  };
  return JSON.stringify(data, null, indent);
}

/**
 * Reads what `write` wrote, now or at any time before.
 * @param {string | null} text of a file or a store
 * @returns {Read} the ticks, or what the text is instead: made by a newer version of the site, or something else
 */
export function read(text) {
  const data = parsed(text);
  if (!isRecord(data) || data.format !== FORMAT) return { kind: "other" };
  if (typeof data.version === "number" && data.version > VERSION) return { kind: "newer" };
  if (!isTexts(data.done)) return { kind: "other" };
  return { kind: "ours", saved: { done: data.done, saved: moment(data.saved) } };
}

/**
 * @param {unknown} value anything
 * @returns {value is string[]} whether it is a list of texts
 */
function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}

/**
 * @param {unknown} value anything
 * @returns {string | undefined} the value if it is a moment
 */
function moment(value) {
  return isText(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
