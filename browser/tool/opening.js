// A file is opened: its answers are taken, and where they differ from those that are here, the reader chooses.

import { differences, isEmpty, merged } from "../answers/merge.js";
import { open } from "../answers/open.js";
import { readWord } from "../builder/read-word.js";
import { all, element, one } from "../shared/dom.js";
import { form, rules, say, tell } from "./page.js";
import { state } from "./state.js";
import { MERGE, go } from "./steps.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../answers/merge.js").Difference} Difference */
/** @typedef {import("../answers/open.js").Opened & { kind: "ours" }} Read */

/**
 * @typedef {object} Telling how a tool tells of answers
 * @property {(name: string) => string} nameOf what an answer is called, by its name in a difference
 * @property {(name: string, value: unknown) => string} inWords the value of it in words
 * @property {(id: string) => string} labelOf what the answer is called that a file had under an id
 * @property {string} after the step that shows what was opened
 * @property {(answers: Answers) => { answers: Answers, told: string[] }} [carry] what becomes of answers that are older
 *   than the content, and what to tell of it
 */

/** @type {Answers | undefined} */
let waiting; // the answers of a file, while the reader chooses

/**
 * Reads the file that is chosen. One that cannot be used is told of.
 * @param {HTMLInputElement} input where it is chosen
 * @returns {Promise<{ name: string, found: Read } | undefined>} its name and what it holds; undefined where there is none
 *   that can be used
 */
export async function readChosen(input) {
  const file = input.files?.[0];
  if (!file) return undefined;
  const found = await open(file, rules, readWord);
  input.value = "";
  if (found.kind === "ours") return { name: file.name, found };
  tell(say(`bad.${found.kind}`, { file: file.name }));
  return undefined;
}

/**
 * Opens the file that is chosen.
 * @param {HTMLInputElement} input where it is chosen
 * @param {Telling} telling how the tool tells of answers
 * @param {() => void} done called when the answers have changed
 */
export async function openFile(input, telling, done) {
  const chosen = await readChosen(input);
  if (!chosen) return;
  const { name, found } = chosen;
  const { answers, told: changes } = telling.carry?.(found.answers) ?? { ...found, told: [] };
  const told = [say("opened", { file: name }), ...changes];
  if (found.word) told.push(say("opened.word"));
  const unknown = found.unknown - changes.length;
  if (unknown > 0) told.push(say("opened.unknown", { count: unknown }));
  if (found.dropped.length)
    told.push(say("opened.dropped", { names: found.dropped.map(telling.labelOf).join(", ") }));
  if (isEmpty(state.answers) || !differences(state.answers, answers).length) {
    state.answers = merged(state.answers, answers, new Set());
    done();
    go(telling.after);
  } else {
    waiting = answers;
    go(MERGE);
  }
  // The step that is shown next says where answers are kept: this is more important, and comes after it
  setTimeout(() => tell(told.join(" ")), 50);
}

/**
 * Shows where a file differs from the answers here.
 * @param {Telling} telling how the tool tells of answers
 * @param {() => void} done called when the reader has chosen
 * @returns {boolean} false when no file waits
 */
export function offerMerge(telling, done) {
  const theirs = waiting;
  if (!theirs) return false;
  const found = differences(state.answers, theirs);
  const section = one(form, `[data-step="${MERGE}"]`);
  /** @param {Set<string>} taken names of the answers that the file's count for */
  const finish = (taken) => {
    state.answers = merged(state.answers, theirs, taken);
    waiting = undefined;
    done();
    go(telling.after);
  };
  section.replaceChildren(
    element("h1", { tabindex: "-1" }, say("merge")),
    table(found, telling),
    buttons(found, section, finish),
  );
  return true;
}

/**
 * @param {Difference[]} found where the two differ
 * @param {Telling} telling how the tool tells of answers
 * @returns {HTMLElement} a table with a choice in each row
 */
function table(found, telling) {
  const heads = ["what", "mine", "theirs"].map((key) =>
    element("th", { scope: "col" }, say(`merge.${key}`)),
  );
  return element(
    "table",
    { class: "roles" },
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...found.map((one, index) => row(one, index, telling))),
  );
}

/**
 * @param {Difference} difference in one answer
 * @param {number} index of it
 * @param {Telling} telling how the tool tells of answers
 * @returns {HTMLElement} its row
 */
function row({ name, mine, theirs }, index, { nameOf, inWords }) {
  const title = nameOf(name);
  const cells = /** @type {const} */ ([
    ["mine", mine],
    ["theirs", theirs],
  ]).map(([side, value]) => {
    const id = `m-${index}-${side}`;
    const input = element("input", {
      type: "radio",
      id,
      name: `merge-${index}`,
      value: side,
      "data-choice": name,
      "aria-label": `${title}, ${say(`merge.${side}`)}: ${inWords(name, value)}`,
    });
    input.checked = side === "mine";
    const label = element("label", { for: id }, inWords(name, value) || say("merge.empty"));
    return element("td", {}, element("div", { class: "choice-card" }, input, label));
  });
  return element("tr", {}, element("th", { scope: "row" }, title), ...cells);
}

/**
 * @param {Difference[]} found where the two differ
 * @param {HTMLElement} section that the choices are in
 * @param {(taken: Set<string>) => void} finish takes the choices
 * @returns {HTMLElement} the buttons below the table
 */
function buttons(found, section, finish) {
  /** @type {[string, string, () => Iterable<string>][]} */
  const ways = [
    ["use", "button button--primary", () => chosen(section)],
    ["all", "button", () => found.map(({ name }) => name)],
    ["keep", "button", () => []],
  ];
  const made = ways.map(([key, style, taken]) => {
    const button = element(
      "button",
      { type: "button", class: style, "data-do": `merge-${key}` },
      say(`merge.${key}`),
    );
    button.addEventListener("click", () => finish(new Set(taken())));
    return button;
  });
  return element("p", { class: "buttons" }, ...made);
}

/**
 * @param {HTMLElement} section that the choices are in
 * @returns {string[]} names of the answers where the file's is chosen
 */
function chosen(section) {
  const radios = /** @type {HTMLInputElement[]} */ (all(section, "[data-choice]:checked"));
  return radios.filter(({ value }) => value === "theirs").map((r) => r.dataset.choice ?? "");
}
