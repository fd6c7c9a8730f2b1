// Entry point of «Lag strategien»: answers become documents, in the reader's own browser. Nothing is ever sent.

import { write } from "../answers/file.js";
import { norwegianDay } from "../shared/dates.js";
import { one } from "../shared/dom.js";
import { allRight } from "../tool/fault-summary.js";
import { run } from "../tool/frame.js";
import { state } from "../tool/state.js";
import { RESULT, show, showSteps, steps } from "../tool/steps.js";
import { beginOwnText, showAll, takeFrom } from "./controls.js";
import { pinned } from "./derive.js";
import { telling } from "./differing.js";
import { faults } from "./faults.js";
import { offerSuggestions, refresh } from "./live.js";
import { edition, form, rules, say } from "./page.js";
import { showResult } from "./result.js";
import { showReview } from "./review.js";
import { progress } from "./status.js";

/** Shows in the list how far one has come with each step. */
function showStatus() {
  for (const step of steps.slice(0, -1)) {
    const { lacks, begun } = progress(state.answers, rules, step);
    const key = !begun ? "status.none" : lacks ? "status.some" : "status.done";
    one(form, `[data-status="${step}"]`).textContent = say(key, { count: lacks });
  }
}

/** Prints what to have at hand: the fields of the steps, without what there is to choose between. */
function print() {
  document.documentElement.classList.add("print-questions");
  showSteps((step) => (rules.steps[step] ?? []).length > 0);
  window.print();
  document.documentElement.classList.remove("print-questions");
  show(false);
}

offerSuggestions();
run({
  showAnswers(but) {
    showAll(but);
    refresh();
  },
  takeFrom(control) {
    takeFrom(control);
    beginOwnText(control);
  },
  arrived(step) {
    if (step === "start") showStatus();
    if (step === "sja-over") showReview();
    if (step === RESULT) showResult();
  },
  allRight: () => allRight((names) => faults(state.answers, rules, names)),
  written: () => write(pinned(state.answers, edition), norwegianDay()),
  telling,
  actions: { print },
});
