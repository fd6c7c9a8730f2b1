// The table of a comparison. Texts are put in as text, never as HTML.

import { element } from "../shared/dom.js";

/** @typedef {import("./examples.js").Example} Example */
/** @typedef {{ key: string, label: string }} Row */

/**
 * Makes the table, in a frame that can be moved sideways.
 * @param {Example[]} examples one a column
 * @param {Row[]} rows what they may say something about, in order
 * @param {DOMStringMap} words of the page
 * @returns {HTMLElement} the frame
 */
export function table(examples, rows, words) {
  const told = rows.filter(({ key }) => examples.some(({ texts }) => texts[key]));
  const body = element(
    "tbody",
    {},
    ...Object.keys(examples[0].facts).map((label) => factRow(label, examples)),
    ...told.map((row) => textRow(row, examples, words)),
  );
  const made = element("table", { class: "data comparison" }, heads(examples, words), body);
  const frame = { class: "table-frame", role: "region", tabindex: "0", "aria-label": words.table };
  return element("div", frame, made);
}

/**
 * @param {Example[]} examples one a column
 * @param {DOMStringMap} words of the page
 * @returns {HTMLElement} the row of their names
 */
function heads(examples, words) {
  const names = examples.map(({ id, name, nameLang }) => {
    const href = new URL(id + words.page, new URL(words.list ?? "", location.href)).href;
    return element(
      "th",
      { scope: "col", translate: "no", lang: nameLang },
      element("a", { href }, name),
    );
  });
  return element(
    "thead",
    {},
    element("tr", {}, element("th", { scope: "col" }, words.row ?? ""), ...names),
  );
}

/**
 * @param {string} label of the fact
 * @param {Example[]} examples one a column
 * @returns {HTMLElement} the row
 */
function factRow(label, examples) {
  const cells = examples.map(({ facts }) => element("td", {}, facts[label]));
  return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
}

/**
 * @param {Row} row what the examples say something about
 * @param {Example[]} examples one a column
 * @param {DOMStringMap} words of the page
 * @returns {HTMLElement} the row
 */
function textRow({ key, label }, examples, words) {
  const cells = examples.map(({ texts, lang }) =>
    texts[key]
      ? element("td", { lang }, ...paragraphs(texts[key]))
      : element("td", {}, element("span", { class: "nothing" }, words.nothing ?? "")),
  );
  return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
}

/**
 * @param {string} text of an example, with marks of its sources
 * @returns {HTMLElement[]} its paragraphs without the marks
 */
function paragraphs(text) {
  return text
    .split(/\n\s*\n/)
    .map((block) => element("p", {}, block.replace(/\s*\[\d{1,3}\]/g, "")));
}
