// What a file is called: after the body, so that three of them in a folder can be told apart.

import { fold } from "../shared/fold.js";

/** @typedef {import("../answers/file.js").Answers} Answers */

const LONGEST = 40;

/**
 * The end of a file's name.
 * @param {Answers} answers of the reader
 * @param {string} day it is, as 2026-11-26
 * @returns {string} for instance «bo-kommune-2026-11-26», in letters that every system takes
 */
export function slugOf(answers, day) {
  const name = fold((answers.fields.verksemd ?? "").toLowerCase())
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return name ? `${name}-${day}` : day;
}
