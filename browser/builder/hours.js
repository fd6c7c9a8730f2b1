// How much time the work takes: contracts times hours, the same way as the workbook reckons.

import { defaultOf } from "./rules.js";
import { amount } from "./values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * @typedef {object} Hours hours a year
 * @property {number} contracts how many there are
 * @property {number} controls how many are planned
 * @property {number} onSite how many of them are on site
 * @property {number} assessment of risk
 * @property {number} paper controls on paper
 * @property {number} site controls on site
 * @property {number} deviations that are followed up
 * @property {number} other training, routines and the report
 * @property {number} total of all
 * @property {number} year hours that one person works in a year
 */

/**
 * The hours, when the answers are enough to reckon them.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @returns {Hours | undefined} the hours; undefined while the number of contracts or controls is missing
 */
export function hours(answers, rules) {
  /** @param {string} name of a field */
  const value = (name) => amount(answers.fields[name] ?? defaultOf(rules, name));
  const [contracts, controls] = [value("tal.kontraktar"), value("tal.kontrollar")];
  if (contracts === undefined || (controls === undefined && contracts > 0)) return undefined;
  const planned = controls ?? 0;
  const onSite = Math.min(value("tal.besok") ?? 0, planned);
  const parts = {
    assessment: round(contracts * (value("timar.per-vurdering") ?? 0)),
    paper: round((planned - onSite) * (value("timar.per-papir") ?? 0)),
    site: round(onSite * (value("timar.per-stad") ?? 0)),
    deviations: value("timar.avvik") ?? 0,
    other: value("timar.anna") ?? 0,
  };
  const total = round(Object.values(parts).reduce((sum, part) => sum + part, 0));
  return {
    contracts,
    controls: planned,
    onSite,
    ...parts,
    total,
    year: value("timar.arsverk") || Number(defaultOf(rules, "timar.arsverk")),
  };
}

/**
 * The fields that are reckoned, with what they hold.
 * @param {Hours | undefined} found the hours
 * @returns {Record<string, string>} the numbers as they are kept, by the fields' ids
 */
export function reckoned(found) {
  if (!found) return {};
  return {
    "timar.vurdering": written(found.assessment),
    "timar.kontroll": written(round(found.paper + found.site)),
    "timar.avvik": written(found.deviations),
    "timar.anna": written(found.other),
    "tal.timar": written(found.total),
  };
}

/**
 * The hours by the tasks of the workbook. What is not reckoned per piece is one piece.
 * @param {Hours | undefined} found the hours
 * @returns {Record<string, { number: number, each: number }>} how many, and hours for each
 */
export function tasks(found) {
  if (!found) return {};
  const { contracts, controls, onSite, assessment, paper, site, deviations, other } = found;
  const rows = {
    risk: [contracts, assessment],
    paper: [controls - onSite, paper],
    site: [onSite, site],
    deviations: [1, deviations],
    training: [1, other],
  };
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([, [number, total]]) => number && total)
      .map(([task, [number, total]]) => [task, { number, each: total / number }]),
  );
}

/**
 * A number as Norwegians write it.
 * @param {number} value of it
 * @param {number} [digits] after the comma, at most
 * @returns {string} for instance 0,05
 */
export function written(value, digits = 1) {
  return String(Number(value.toFixed(digits))).replace(".", ",");
}

/**
 * @param {number} value with the small errors of reckoning in binary
 * @returns {number} the value to a tenth
 */
function round(value) {
  return Math.round(value * 10) / 10;
}
