// Puts a file together from its parts and from answers: text in, text out.
//
// The build has the same steps in the same order in macros/builder/assemble.py, and makes the public templates with
// them. Who changes one changes the other; a test compares them with hundreds of answers.

import { FILLERS } from "./fill.js";
import { withRows } from "./rows.js";
import { clean, oneLine } from "./text.js";

/**
 * @typedef {object} Parts a file that is taken apart
 * @property {[string, number[]][]} parts the names of its parts, and the steps through the list of texts
 * @property {string[]} [off] the regions that the public file does not have
 * @property {Record<string, string[]>} [groups] the regions that stand and fall with those in them
 * @property {[string[], string[]][]} [uses] the regions around a place, and the sources and fields that it needs
 * @property {string[]} [long] the fields that may have several lines
 * @property {Record<string, import("./rows.js").Sheet>} [sheets] of a workbook, by their names
 */

/**
 * @typedef {object} Filling what answers say of a document
 * @property {Record<string, string>} [shown] what a reader sees in each field that is filled in
 * @property {Record<string, string>} [stored] the raw value of each field
 * @property {Record<string, boolean>} [keep] whether a region stays, where that is not as in the public file
 * @property {string} [answers] the answer file
 * @property {Record<string, import("./rows.js").Row[]>} [rows] of a workbook, by the names of the sheets
 */

const MARK = /<!--([[\]])([^>]*?)-->\n*/;
const WITHIN = /<!--\(([^>]*?)-->([\s\S]*?)<!--\)-->/g;
const FOLDED = /<!--\*([0-9]+):([0-9]+)-->([\s\S]*?)<!--\*-->/g;
const FIRST_ID = 1001;
// What begins the name of a passage that is for some bodies: «only:kommune,fylkeskommune»
const ONLY = "only:";
// What the parts of a format are called where the name of a part tells it
const FORM = [
  ["[Content_Types].xml", "docx"],
  ["mimetype", "odt"],
  ["md", "md"],
  ["html", "html"],
];

/**
 * Puts a file together.
 * @param {Parts} file that is taken apart
 * @param {string[]} texts that its parts are made of
 * @param {Filling} [filling] the answers; without any, the public template comes out
 * @returns {[string, string][]} the names and the texts of the parts, in order
 */
export function assemble(file, texts, filling = {}) {
  const form = formOf(file);
  const stays = staying(file, filling.keep ?? {});
  const long = new Set(file.long);
  const given = {
    shown: shownIn(filling.shown ?? {}, long),
    stored: filling.stored ?? {},
    answers: filling.answers ?? "",
    long,
  };
  const made = file.parts.map(([name, steps]) => {
    const text = kept(unfolded(steps, texts), stays, form);
    return /** @type {[string, string]} */ ([name, FILLERS[form](name, text, given)]);
  });
  return withRows(file.sheets ?? {}, numbered(made), filling.rows ?? {});
}

/**
 * @param {Parts} file that is taken apart
 * @returns {string} its format, such as docx
 */
function formOf(file) {
  if (file.sheets) return "xlsx";
  const names = new Set(file.parts.map(([name]) => name));
  const found = FORM.find(([name]) => names.has(name));
  if (!found) throw new Error("The parts are of no known format");
  return found[1];
}

/**
 * @param {number[]} steps each from the text before to the next one
 * @param {string[]} texts of all parts
 * @returns {string} the whole part, with equal rows of a sheet written out
 */
function unfolded(steps, texts) {
  let place = 0;
  const whole = steps.map((step) => texts[(place += step)]).join("");
  return whole.replace(FOLDED, (_, first, last, row) => {
    let rows = "";
    for (let number = Number(first); number <= Number(last); number++)
      rows += row.replace(/( r="[A-Z]*)#"/g, `$1${number}"`);
    return rows;
  });
}

/**
 * @param {Record<string, string>} shown what is filled in
 * @param {Set<string>} long the fields with several lines
 * @returns {Record<string, string>} the same on one line, unless the field has several
 */
function shownIn(shown, long) {
  return Object.fromEntries(
    Object.entries(shown)
      .map(([name, text]) => [name, long.has(name) ? clean(text) : oneLine(clean(text))])
      .filter(([, text]) => text),
  );
}

/**
 * Whether a region stays, by its name. A group stays as long as anything in it does, unless it is refused by name; a
 * source or a field, as long as a text that needs it; and what is only for some bodies, as long as one of their names,
 * such as «only:kommune», is not refused.
 * @param {Parts} file that is taken apart
 * @param {Record<string, boolean>} keep what the answers say
 * @returns {(name: string) => boolean} what is decided
 */
function staying({ off = [], groups = {}, uses = [] }, keep) {
  /** @type {Set<string>} */
  const needed = new Set();
  const isOff = new Set(off);
  /** @type {(name: string) => boolean} */
  const chosen = (name) => {
    if (needed.has(name)) return true;
    if (name.startsWith("source:") || name.startsWith("field:")) return false;
    if (name.startsWith(ONLY))
      return name
        .slice(ONLY.length)
        .split(",")
        .some((each) => keep[ONLY + each] ?? true);
    const wish = Object.hasOwn(keep, name) ? keep[name] : undefined;
    if (Object.hasOwn(groups, name)) return (wish ?? true) && groups[name].some(chosen);
    return wish ?? !isOff.has(name);
  };
  const found = uses.filter(([path]) => path.every(chosen)).flatMap(([, names]) => names);
  found.forEach((name) => needed.add(name));
  return chosen;
}

/**
 * @param {string} text with marks where regions begin and end
 * @param {(name: string) => boolean} stays whether a region stays
 * @param {string} form the preview has its regions as elements with their names
 * @returns {string} what stays, without the marks
 */
function kept(text, stays, form) {
  const opened = [true];
  const pieces = text
    .replace(WITHIN, (_, name, passage) => (stays(name) ? passage : ""))
    .split(MARK);
  let made = pieces[0];
  for (let at = 1; at < pieces.length; at += 3) {
    const [sign, name, piece] = pieces.slice(at, at + 3);
    if (sign === "[") {
      opened.push(opened[opened.length - 1] && stays(name));
      if (form === "html" && opened[opened.length - 1]) made += `<div data-region="${name}">\n`;
    } else if (opened.pop() && form === "html") {
      made += "</div>\n";
    }
    if (opened[opened.length - 1]) made += piece;
  }
  return made;
}

/**
 * @param {[string, string][]} parts of the file
 * @returns {[string, string][]} the parts with a number of its own for each control of a Word file
 */
function numbered(parts) {
  let count = FIRST_ID;
  return parts.map(([name, text]) => [
    name,
    text.replace(/<w:id w:val="0"\/>/g, () => `<w:id w:val="${count++}"/>`),
  ]);
}
