// Two sets of answers become one: what only one of them has is taken, and the reader chooses where they differ.

import { empty } from "./file.js";
import { isRecord } from "../shared/json.js";

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
 * Where two sets of answers say different things. Two answers to a checkpoint do so when a part of them does: that one
 * colleague has chosen a status and another has named an owner is no difference.
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
 * The two as one. What only one of them has of an answer to a checkpoint is taken along, whichever is chosen.
 * @param {Answers} mine the answers there are
 * @param {Answers} theirs those of a file
 * @param {Set<string>} taken names of the differences where the file's answer counts
 * @returns {Answers} a new set
 */
export function merged(mine, theirs, taken) {
  const made = empty();
  const all = flat(mine);
  for (const [name, value] of flat(theirs)) {
    const here = all.get(name);
    if (here === undefined) all.set(name, value);
    else if (isRecord(here) && isRecord(value))
      all.set(name, taken.has(name) ? { ...here, ...value } : { ...value, ...here });
    else if (taken.has(name)) all.set(name, value);
  }
  for (const [name, value] of all) put(made, name, value);
  made.kept = keptOf(mine.kept, theirs.kept);
  return made;
}

/**
 * What we do not know, of both files.
 * @param {Record<string, unknown>} mine from the answers there are
 * @param {Record<string, unknown>} theirs from a file
 * @returns {Record<string, unknown>} everything: of a list or a section that both have, what each of them has
 */
function keptOf(mine, theirs) {
  const entries = Object.entries(theirs).map(([key, value]) => {
    const here = Object.hasOwn(mine, key) ? mine[key] : undefined;
    if (Array.isArray(here) && Array.isArray(value))
      return [key, [...new Set([...here, ...value])]];
    return [key, isRecord(here) && isRecord(value) ? { ...here, ...value } : value];
  });
  return { ...mine, ...Object.fromEntries(entries) };
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
    for (const [id, value] of Object.entries(answers[key]))
      rows.push([`${key}/${id}`, isRecord(value) ? filled(value) : value]);
  return new Map(rows.filter(([, value]) => value != null && value !== "" && !isNone(value)));
}

/**
 * @param {Record<string, unknown>} value of an answer to a checkpoint
 * @returns {Record<string, unknown>} the parts that are filled in
 */
function filled(value) {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== ""));
}

/**
 * @param {unknown} value of an answer
 * @returns {boolean} whether it is a list or a record of nothing
 */
function isNone(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/**
 * @param {unknown} one value
 * @param {unknown} other value
 * @returns {boolean} whether they say the same; the order of a list says nothing, nor does what only one of them has
 */
function same(one, other) {
  if (isRecord(one) && isRecord(other))
    return Object.keys(one).every(
      (key) => !Object.hasOwn(other, key) || same(one[key], other[key]),
    );
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
