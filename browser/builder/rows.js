// Fills in rows of a workbook, in place: no formula, range or rule of the sheet is touched.
//
// The same as macros/builder/rows.py.

import { isDay } from "../shared/dates.js";
import { clean, xml } from "./text.js";

/**
 * @typedef {object} Sheet where the rows of a sheet are
 * @property {string} part of the file that it is
 * @property {Record<string, string>} columns the letters of the columns by their names
 * @property {Record<string, number>} [rows] the rows that answers know by a name
 * @property {number[]} [empty] the rows that are free
 * @property {string[]} [dates] the names of the columns that hold days
 */

/**
 * @typedef {Record<string, string | number | null>} Row values by the names of columns; "#" is the name of the row.
 * An empty text leaves a cell as it is, and null empties it.
 */

const ROW = "#";
const MAX_CELL = 32_767;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes rows into the parts. What has no room is left out: a sheet, a row or a column that the file does not have.
 * @param {Record<string, Sheet>} sheets by their names
 * @param {[string, string][]} parts of the workbook
 * @param {Record<string, Row[]>} rows by the names of their tables
 * @returns {[string, string][]} the parts with the rows in them
 */
export function withRows(sheets, parts, rows) {
  /** @type {Map<string, Map<string, string>>} */
  const cells = new Map();
  for (const [name, wanted] of Object.entries(rows)) {
    if (!Object.hasOwn(sheets, name)) continue;
    const sheet = sheets[name];
    cells.set(sheet.part, new Map([...(cells.get(sheet.part) ?? []), ...cellsOf(sheet, wanted)]));
  }
  if (![...cells.values()].some(({ size }) => size)) return parts;
  return parts.map(([name, text]) => [
    name,
    unreckoned(written(text, cells.get(name) ?? new Map())),
  ]);
}

/**
 * @param {string} text of a part
 * @returns {string} the part without what its formulas showed before. LibreOffice would go on showing that.
 */
function unreckoned(text) {
  return text.replace(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1");
}

/**
 * @param {Sheet} sheet to write in
 * @param {Row[]} rows to write
 * @yields {[string, string]} a cell, and its content
 */
function* cellsOf(sheet, rows) {
  const free = (sheet.empty ?? []).values();
  const known = sheet.rows ?? {};
  for (const row of rows) {
    const key = row[ROW];
    const number =
      key == null ? free.next().value : Object.hasOwn(known, key) ? known[key] : undefined;
    if (number === undefined) continue;
    for (const [title, value] of Object.entries(row)) {
      if (title === ROW || value === "" || !Object.hasOwn(sheet.columns, title)) continue;
      const isDate = (sheet.dates ?? []).includes(title);
      yield /** @type {[string, string]} */ ([
        `${sheet.columns[title]}${number}`,
        content(value, isDate),
      ]);
    }
  }
}

/**
 * @param {string | number | null} value a number, a day or a text; null for nothing
 * @param {boolean} isDate whether the column is for days
 * @returns {string} the attributes and the content of the cell
 */
function content(value, isDate) {
  if (value === null) return "/>";
  if (typeof value === "number") return `><v>${value}</v></c>`;
  const days = isDate ? daysOf(value) : null;
  if (days !== null) return `><v>${days}</v></c>`;
  const text = xml([...clean(value)].slice(0, MAX_CELL).join(""));
  return ` t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/**
 * @param {string} value for instance 2027-02-15
 * @returns {number | null} the number that Excel has for the day, or null for what is no day
 */
function daysOf(value) {
  const moment = isDay(value) ? Date.parse(`${value}T00:00:00Z`) : FIRST_DAY;
  return moment > FIRST_DAY ? (moment - FIRST_DAY) / DAY : null;
}

/**
 * @param {string} text of the sheet
 * @param {Map<string, string>} cells what to write in which cell
 * @returns {string} the sheet; each cell keeps the style it has
 */
function written(text, cells) {
  return text.replace(
    /<c r="([A-Z]+[0-9]+)"([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/g,
    (whole, cell, attributes) => {
      const value = cells.get(cell);
      if (value === undefined) return whole;
      const style = attributes.match(/ s="[0-9]+"/)?.[0] ?? "";
      return `<c r="${cell}"${style}${value}`;
    },
  );
}
