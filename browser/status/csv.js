// Writes a table as a Norwegian Excel reads it: semicolons, and a mark at the beginning that tells which letters it has.
//
// The same as macros/documents/csv_table.py; a test compares the two.

import { clean } from "../builder/text.js";

const MARK = "\uFEFF";
// A spreadsheet runs a cell that begins with one of these signs, and may find the beginning of a cell within a text
const FORMULA = /(^|[;,|\t\r\n])(?=[\s"]*[=+\-@＝＋－＠])/g;

/**
 * Writes rows as CSV.
 * @param {string[][]} rows of the table
 * @returns {string} the text of the file
 */
export function csv(rows) {
  return MARK + rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

/**
 * @param {string} text of a cell
 * @returns {string} the text, with an apostrophe wherever a spreadsheet could find a formula
 */
function cell(text) {
  const safe = clean(text).replace(FORMULA, "$1'");
  return /[;"\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
