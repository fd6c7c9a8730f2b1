// The table of a comparison. Texts are put in as text, never as HTML. The roles are written out, since a browser may
// forget that a table is one when a narrow screen shows it as blocks.

import { element } from "../shared/dom.js";

/** @typedef {import("./examples.js").Example} Example */
/** @typedef {{ key: string, label: string }} Row */

/**
 * Makes the table, in a frame that can be moved sideways. A narrow screen shows one example at a time, and the
 * choice of it stands above.
 * @param {Example[]} examples one a column
 * @param {Row[]} rows what they may say something about, in order
 * @param {DOMStringMap} words of the page
 * @returns {HTMLElement[]} the choice, and the frame
 */
export function table(examples, rows, words) {
  const told = rows.filter(({ key }) => examples.some(({ texts }) => texts[key]));
  const body = element(
    "tbody",
    { role: "rowgroup" },
    ...Object.keys(examples[0].facts).map((label) => factRow(label, examples)),
    ...told.map((row) => textRow(row, examples, words)),
  );
  const made = element(
    "table",
    { class: "data comparison", role: "table" },
    heads(examples, words),
    body,
  );
  const frame = { class: "table-frame", role: "region", tabindex: "0", "aria-label": words.table };
  return [choice(examples, made, words), element("div", frame, made)];
}

/**
 * @param {Example[]} examples one a column
 * @param {HTMLElement} made the table
 * @param {DOMStringMap} words of the page
 * @returns {HTMLElement} the choice of the example that a narrow screen shows
 */
function choice(examples, made, words) {
  const select = element(
    "select",
    { id: "dome-vist", translate: "no" },
    ...examples.map(({ name, nameLang }, n) =>
      element("option", { value: `${n + 1}`, lang: nameLang }, name),
    ),
  );
  made.dataset.one = "1";
  select.addEventListener("change", () => (made.dataset.one = select.value));
  const label = element("label", { for: select.id }, words.one ?? "");
  return element("p", { class: "comparison__one" }, label, select);
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
      { scope: "col", role: "columnheader", translate: "no", lang: nameLang },
      element("a", { href }, name),
    );
  });
  return element(
    "thead",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row" },
      element("th", { scope: "col", role: "columnheader" }, words.row ?? ""),
      ...names,
    ),
  );
}

/**
 * @param {string} label of the fact
 * @param {Example[]} examples one a column
 * @returns {HTMLElement} the row
 */
function factRow(label, examples) {
  const cells = examples.map(({ facts }) => element("td", { role: "cell" }, facts[label]));
  return element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, label),
    ...cells,
  );
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
      ? element("td", { role: "cell", lang }, ...paragraphs(texts[key]))
      : element("td", { role: "cell" }, element("span", { class: "nothing" }, words.nothing ?? "")),
  );
  return element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, label),
    ...cells,
  );
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
