// Entry point of «Lag strategien»: answers become documents, in the reader's own browser. Nothing is ever sent.

import { write } from "../answers/file.js";
import { norwegianDay } from "../shared/dates.js";
import { all, one } from "../shared/dom.js";
import { saveFile } from "../shared/save-file.js";
import { slugOf } from "./names.js";
import { beginOwnText, showAll, takeFrom } from "./controls.js";
import { pinned } from "./derive.js";
import { allRight } from "./fault-summary.js";
import { offerSuggestions, refresh } from "./live.js";
import { offerMerge, openFile } from "./opening.js";
import { controls, edition, form, rules, say, tell } from "./page.js";
import { showResult } from "./result.js";
import { showReview } from "./review.js";
import { erase, isRemembered, keep, remember, state, whereKept } from "./state.js";
import { progress } from "./status.js";
import { MERGE, RESULT, go, goOn, here, raiseHeadings, show, showFields, steps } from "./steps.js";

/** @param {string} name of the action */
const action = (name) => one(form, `[data-do="${name}"]`);

/** Shows in the list how far one has come with each step. */
function showStatus() {
  for (const step of steps.slice(0, -1)) {
    const { lacks, begun } = progress(state.answers, rules, step);
    const key = !begun ? "status.none" : lacks ? "status.some" : "status.done";
    one(form, `[data-status="${step}"]`).textContent = say(key, { count: lacks });
  }
}

/** @param {import("./page.js").Control} [but] the control that the reader is typing in */
function showAnswers(but) {
  showAll(but);
  refresh();
}

/** @param {boolean} arrived whether the reader has come from another step */
function arrive(arrived) {
  if (here() === MERGE && !offerMerge(opened)) {
    go("start");
    return;
  }
  show(arrived);
  tell(state.lost ? say("kept.none") : whereKept());
  action("remember").hidden = isRemembered();
  unsure();
  if (here() === "start") showStatus();
  if (here() === "sja-over") showReview();
  if (here() === RESULT) showResult();
}

/** Shows what was opened, and leads on. */
function opened() {
  keep();
  showAnswers();
}

function save() {
  const file = `svar-${slugOf(state.answers, norwegianDay())}.json`;
  const text = write(pinned(state.answers, edition), norwegianDay());
  saveFile(file, text, "application/json");
  tell(say("saved", { file }));
}

let sure = false; // whether «Slett alle svar» has been pressed once

/** The next press of «Slett alle svar» asks again. */
function unsure() {
  sure = false;
}

function eraseAll() {
  if (!sure) {
    sure = true;
    tell(say("erase.sure"));
    return;
  }
  unsure();
  erase();
  showAnswers();
  action("remember").hidden = false;
  const said = say("erased");
  if (here() === "start") showStatus();
  else go("start");
  tell(said);
}

/** Prints what to have at hand: the fields of the steps, without what there is to choose between. */
function print() {
  document.documentElement.classList.add("print-questions");
  showFields();
  window.print();
  document.documentElement.classList.remove("print-questions");
  show(false);
}

/** @type {Record<string, () => void>} */
const actions = {
  save,
  remember() {
    remember();
    action("remember").hidden = isRemembered();
  },
  erase: eraseAll,
  print,
};

/** @param {Event} event in a control */
function changed({ target, type }) {
  const control = controls().find((one) => one === target);
  if (!control) return;
  unsure();
  takeFrom(control);
  beginOwnText(control);
  keep();
  // While one is typing, the control keeps what is typed; afterwards it shows what is kept
  showAnswers(type === "input" ? control : undefined);
}

for (const section of all(form, "[data-step]:not([data-step=start])")) raiseHeadings(section);
for (const hidden of all(form, "[data-script]")) hidden.hidden = false;
/** @type {HTMLButtonElement} */ (action("next")).type = "submit";
action("next").classList.add("button--primary"); // on the start, another one is
offerSuggestions();
showAnswers();
arrive(false);
form.classList.add("is-ready");
form.addEventListener("input", changed);
form.addEventListener("change", changed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (here() !== "start" && here() !== RESULT && allRight()) goOn();
});
for (const [name, run] of Object.entries(actions)) action(name).addEventListener("click", run);
action("open").addEventListener("change", ({ target }) =>
  openFile(/** @type {HTMLInputElement} */ (target), opened),
);
addEventListener("hashchange", () => arrive(true));
// Back from another page may show this one as it was, and the other edition may have been filled in meanwhile
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
addEventListener("beforeunload", (event) => {
  if (state.lost) event.preventDefault();
});
