// Several bodies beside each other: a cooperation opens the files of its members. Nothing of them is kept.

import { open } from "../answers/open.js";
import { readWord } from "../builder/read-word.js";
import { element, one } from "../shared/dom.js";
import { edition, form, rules, say, tell } from "../tool/page.js";
import { loadParts } from "../tool/parts.js";
import { go, here, show } from "../tool/steps.js";
import { fileButton } from "./downloads.js";
import { matrixFile } from "./files.js";
import { MOST, matrix } from "./matrix.js";
import { carry } from "./naming.js";
import { model, words } from "./page.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./matrix.js").Matrix} Matrix */

export const MANY = "fleire";

/** @type {{ name: string, answers: Answers }[]} */
let bodies = []; // of the files that are opened, until the page is left

/**
 * Opens answer files, and shows their duties beside each other.
 * @param {HTMLInputElement} input where they are chosen
 */
export async function openMany(input) {
  const files = [...(input.files ?? [])];
  input.value = "";
  if (!files.length) return;
  const found = await Promise.all(files.slice(0, MOST).map((file) => open(file, rules, readWord)));
  const faults = found.flatMap((one, index) =>
    one.kind === "ours" ? [] : [say(`bad.${one.kind}`, { file: files[index].name })],
  );
  if (files.length > MOST) faults.push(say("many.most", { most: MOST }));
  bodies = found.flatMap((one, index) =>
    one.kind === "ours" ? [named(carry(one.answers).answers, files[index].name)] : [],
  );
  if (bodies.length && here() === MANY) showMany();
  else if (bodies.length) go(MANY);
  // The step that is shown next says where answers are kept: this is more important, and comes after it
  if (faults.length) setTimeout(() => tell(faults.join(" ")), 50);
}

/**
 * @param {Answers} answers of a file
 * @param {string} file its name
 * @returns {{ name: string, answers: Answers }} the answers with what to call the body
 */
function named(answers, file) {
  return { name: answers.fields.verksemd?.trim() || file.replace(/\.[a-z]+$/i, ""), answers };
}

/** Shows the table; the start instead, where no files are opened. */
export function showMany() {
  if (!bodies.length) {
    go("start");
    return;
  }
  const found = matrix(bodies, model);
  one(form, `[data-step="${MANY}"]`).replaceChildren(
    element("h1", { tabindex: "-1" }, say("many", { count: bodies.length })),
    element("p", {}, say("many.kept")),
    frame(found),
    element(
      "p",
      { class: "buttons" },
      fileButton("matrise.xlsx", async () =>
        matrixFile(bodies, model, await loadParts(`${edition}-status`)),
      ),
      element("a", { class: "button", href: "#fleire" }, say("many.again")),
    ),
  );
  show(true);
}

/**
 * @param {Matrix} found the duties of the bodies
 * @returns {HTMLElement} a table that scrolls sideways in a frame, which the keyboard reaches
 */
function frame({ bodies: names, rows, counts }) {
  const heads = [say("many.duty"), ...names].map((name) => element("th", { scope: "col" }, name));
  const sums = counts.map(({ done, all: count }) =>
    element("td", {}, element("strong", {}, say("of", { done, all: count }))),
  );
  const summed = element("tr", {}, element("th", { scope: "row" }, say("many.sum")), ...sums);
  const table = element(
    "table",
    { class: "data matrix" },
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, summed, ...rows.map(row)),
  );
  return element(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": say("many.table") },
    table,
  );
}

/**
 * @param {import("./matrix.js").Row} duty of the table
 * @returns {HTMLElement} what each body has answered to it
 */
function row({ id, cells }) {
  const given = cells.map((status) =>
    element(
      "td",
      { class: `matrix__cell matrix__cell--${status || "unanswered"}` },
      status ? words.statuses[status] : say("unanswered"),
    ),
  );
  return element("tr", {}, element("th", { scope: "row" }, words.points[id].text), ...given);
}
