// Entry point: marks what was searched for on the page where the reader has landed, until she takes the marks away.

import { MARKS, keepParameter } from "../shared/address.js";
import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";

const LEFT_ALONE = "script, style, textarea, select, button, svg, mark, .marks";
const MOST = 400; // marks on a page

const article = one(document, "article");
const words = one(document, "[data-search]").dataset;
const asked = (new URLSearchParams(location.search).get(MARKS) ?? "")
  .split(/\s+/)
  .filter(Boolean)
  .slice(0, 12);

// Other forms of the word are marked too: what stands in the address is the form in the answer
const ENDING = /(?<=.{4})(ane|ene|en|et|er|ar|a|e|n|r)$/u;
/** @param {string} word of the address */
const beginning = (word) => word.replace(ENDING, "");

/** @param {string} text that may have signs with a meaning in patterns */
const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function mark() {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])((?:${asked.map(beginning).map(plain).join("|")})\\p{L}{0,4})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (!text.parentElement?.closest(LEFT_ALONE)) texts.push(text);
  }
  let made = 0;
  for (const text of texts) {
    const pieces = text.data.split(pattern);
    if (pieces.length < 2 || made > MOST) continue;
    made += pieces.length >> 1;
    text.replaceWith(
      ...pieces.map((piece, at) => (at % 2 ? element("mark", { "data-hit": "" }, piece) : piece)),
    );
  }
  return made;
}

function unmark() {
  for (const hit of all(article, "mark[data-hit]")) {
    const parent = hit.parentElement;
    hit.replaceWith(...hit.childNodes);
    parent?.normalize();
  }
  keepParameter(MARKS, "");
}

if (asked.length && mark()) {
  const button = element("button", { type: "button", class: "marks__off" }, words.unmark ?? "");
  const bar = element(
    "p",
    { class: "marks" },
    fill(words.marked ?? "", { query: asked.join(" ") }),
    " ",
    button,
  );
  button.addEventListener("click", () => {
    unmark();
    bar.remove();
    article.setAttribute("tabindex", "-1");
    article.focus();
  });
  article.append(bar);
}
