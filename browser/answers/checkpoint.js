// The answer to one checkpoint, as a file may have it: made usable, with a word about what could not be used.

import { isDay } from "../shared/dates.js";
import { isRecord, isText } from "../shared/json.js";

/**
 * @typedef {object} Checkpoint
 * @property {"yes" | "partly" | "no" | "unknown" | "not"} [status] the answer
 * @property {string} [owner] who has it
 * @property {string} [deadline] the day, as 2027-03-01
 * @property {string} [note] of the reader's own
 * @property {string} [proof] the paper that shows it, or where it is
 */

export const STATUSES = ["yes", "partly", "no", "unknown", "not"];
/** How many characters each text may have. The page and the published schema say the same. */
export const MOST = { owner: 200, note: 2000, proof: 2000 };

/** @type {Record<string, (value: unknown) => boolean>} */
const USABLE = {
  status: (value) => isText(value) && STATUSES.includes(value),
  deadline: (value) => isText(value) && (value === "" || isDay(value)),
  ...Object.fromEntries(
    Object.entries(MOST).map(([name, most]) => [
      name,
      (/** @type {unknown} */ value) =>
        isText(value) && (value.length <= most || [...value].length <= most),
    ]),
  ),
};

/**
 * Reads an answer. What we do not know in it is kept; what we know and cannot use is left out.
 * @param {unknown} value in the file
 * @returns {{ value: Checkpoint | undefined, whole: boolean }} the answer, if it is one, and whether all of it is there
 */
export function checkpoint(value) {
  if (!isRecord(value)) return { value: undefined, whole: false };
  const entries = Object.entries(value);
  const usable = entries.filter(
    ([name, given]) => !Object.hasOwn(USABLE, name) || USABLE[name](given),
  );
  return { value: Object.fromEntries(usable), whole: usable.length === entries.length };
}
