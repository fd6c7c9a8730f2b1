// Two sets of answers become one: what only one of them has is taken, and the reader chooses where they differ.

import { empty } from "./file.js";

/** @typedef {import("./file.js").Answers} Answers */
/** @typedef {{ name: string, mine: unknown, theirs: unknown }} Difference */

const MAPS = /** @type {const} */ (["fields", "levels", "texts", "reasons", "checkpoints"]);
const WHOLE = /** @type {const} */ ([
  "edition",
  "document",
  "unknown",
  "sectors",
  "indicators",
  "actions",
]);

/**
 * Where two sets of answers say different things.
 * @param {Answers} mine the answers there are
 * @param {Answers} theirs those of a file
 * @returns {Difference[]} each place that both have answered, and not alike
 */
export function differences(mine, theirs) {
  const [ours, others] = [flat(mine), flat(theirs)];
  return [...ours]
    .filter(([name, value]) => others.has(name) && !same(value, others.get(name)))
    .map(([name, value]) => ({ name, mine: value, theirs: others.get(name) }));
}

/**
 * The two as one.
 * @param {Answers} mine the answers there are
 * @param {Answers} theirs those of a file
 * @param {Set<string>} taken names of the differences where the file's answer counts
 * @returns {Answers} a new set
 */
export function merged(mine, theirs, taken) {
  const made = empty();
  const all = new Map([...flat(theirs), ...flat(mine)]);
  for (const [name, value] of flat(theirs)) if (taken.has(name)) all.set(name, value);
  for (const [name, value] of all) put(made, name, value);
  made.kept = { ...mine.kept, ...theirs.kept };
  return made;
}

/**
 * Whether nothing is answered.
 * @param {Answers} answers to look at
 * @returns {boolean} true for an untouched set
 */
export function isEmpty(answers) {
  return flat(answers).size === 0;
}

/**
 * @param {Answers} answers a set
 * @returns {Map<string, unknown>} every answer by its name, such as «fields/verksemd»; what is empty is left out
 */
function flat(answers) {
  /** @type {[string, unknown][]} */
  const rows = WHOLE.map((key) => [key, answers[key]]);
  for (const key of MAPS)
    for (const [id, value] of Object.entries(answers[key])) rows.push([`${key}/${id}`, value]);
  return new Map(rows.filter(([, value]) => value != null && value !== "" && !isNone(value)));
}

/**
 * @param {unknown} value of an answer
 * @returns {boolean} whether it is a list of nothing
 */
function isNone(value) {
  return Array.isArray(value) && value.length === 0;
}

/**
 * @param {unknown} one value
 * @param {unknown} other value
 * @returns {boolean} whether they say the same; the order of a list of ids says nothing
 */
function same(one, other) {
  return sorted(one) === sorted(other);
}

/**
 * @param {unknown} value of an answer
 * @returns {string} the same for values that say the same
 */
function sorted(value) {
  return JSON.stringify(
    Array.isArray(value) ? value.map((row) => JSON.stringify(row)).sort() : value,
  );
}

/**
 * @param {Answers} answers to change
 * @param {string} name of the answer, as in `flat`
 * @param {unknown} value of it
 */
function put(answers, name, value) {
  const at = name.indexOf("/");
  if (at < 0) Object.assign(answers, { [name]: value });
  else {
    const key = /** @type {typeof MAPS[number]} */ (name.slice(0, at));
    // The ids come from files that are read, which have known ids only
    Object.assign(answers[key], { [name.slice(at + 1)]: value });
  }
}
