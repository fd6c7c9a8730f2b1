// Entry point of «Kvar står de?»: what is in place, what comes next, and what to show the leader. Nothing is ever sent.

import { write } from "../answers/file.js";
import { norwegianDay } from "../shared/dates.js";
import { all, one } from "../shared/dom.js";
import { allRight } from "../tool/fault-summary.js";
import { follow } from "../tool/follow.js";
import { action, run } from "../tool/frame.js";
import { controls, edition, form } from "../tool/page.js";
import { state } from "../tool/state.js";
import { RESULT, current } from "../tool/steps.js";
import { showAnswers, showProgress } from "./live.js";
import { showMany, openMany, MANY } from "./many.js";
import { telling } from "./naming.js";
import { known } from "./page.js";
import { chapterHere, savePart } from "./part.js";
import { faults, take } from "./points.js";
import { printBlank, printPart } from "./print.js";
import { showResult } from "./result.js";
import { YEAR, showYear } from "./year.js";

/** @param {import("../tool/page.js").Control} control that the reader has changed */
function takeFrom({ name, type, value }) {
  const boxes = /** @type {HTMLInputElement[]} */ (
    type === "checkbox" ? controls().filter((one) => one.name === name) : []
  );
  const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
  take(state.answers, name, type === "checkbox" ? ticked : value);
  follow(state.answers, known.sets, name, value, state.answers.edition || edition);
}

/**
 * @param {string[]} names of the controls on the screen
 * @returns {import("../tool/fault-summary.js").Fault[]} what is wrong with them, unfolded
 */
function faultsOf(names) {
  const found = faults(state.answers, names, known.most.text);
  for (const { name } of found) {
    const folded = one(current(), `[name="${CSS.escape(name)}"]`).closest("details");
    if (folded) folded.open = true;
  }
  return found;
}

/** @type {Record<string, () => void>} */
const shown = {
  start: showProgress,
  [RESULT]: showResult,
  [YEAR]: showYear,
  [MANY]: showMany,
};

run({
  showAnswers,
  takeFrom,
  arrived(step) {
    for (const button of all(form, "[data-do=save-part], [data-do=print-part]"))
      button.hidden = !chapterHere();
    action("result").hidden = step === RESULT;
    shown[step]?.();
  },
  allRight: () => allRight(faultsOf),
  written: () => write(state.answers, norwegianDay()),
  telling,
  actions: { "save-part": savePart, "print-part": printPart, "print-blank": printBlank },
});
action("open-many").addEventListener("change", ({ target }) =>
  openMany(/** @type {HTMLInputElement} */ (target)),
);
