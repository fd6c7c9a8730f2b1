// What every tool does the same way: shows the screen that the address points to, keeps the answers, saves and opens
// files, and erases when asked twice.

import { KEY } from "../answers/store.js";
import { all, one } from "../shared/dom.js";
import { norwegianDay } from "../shared/dates.js";
import { saveFile } from "../shared/save-file.js";
import { slugOf } from "../builder/names.js";
import { offerMerge, openFile } from "./opening.js";
import { controls, form, say, tell } from "./page.js";
import { erase, heard, isRemembered, keep, remember, state, whereKept } from "./state.js";
import { MERGE, RESULT, go, goOn, here, raiseHeadings, show } from "./steps.js";

/** @typedef {import("./page.js").Control} Control */

/**
 * @typedef {object} Tool what a tool does in its own way
 * @property {(but?: Control) => void} showAnswers shows the answers, but not in the control that is typed in
 * @property {(control: Control) => void} takeFrom takes what a control holds into the answers
 * @property {(step: string) => void} arrived shows what is made of the answers on a step
 * @property {() => boolean} allRight whether nothing is wrong on the step; what is wrong is told
 * @property {() => string} written the answers as a file
 * @property {import("./opening.js").Telling} telling how it tells of answers
 * @property {Record<string, () => void>} actions by the names of their buttons
 */

/** @param {string} name of the action */
export const action = (name) => one(form, `[data-do="${name}"]`);

let sure = false; // whether «Slett alle svar» has been pressed once

/**
 * Starts a tool.
 * @param {Tool} tool what it does in its own way
 */
export function run(tool) {
  for (const section of all(form, "[data-step]:not([data-step=start])")) raiseHeadings(section);
  for (const hidden of all(form, "[data-script]")) hidden.hidden = false;
  /** @type {HTMLButtonElement} */ (action("next")).type = "submit";
  action("next").classList.add("button--primary"); // on the start, another one is
  tool.showAnswers();
  arrive(tool, false);
  form.classList.add("is-ready");
  listen(tool);
}

/** @param {Tool} tool that is listened for */
function listen(tool) {
  const changed = (/** @type {Event} */ event) => change(tool, event);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (here() !== "start" && here() !== RESULT && tool.allRight()) goOn();
  });
  listenToButtons(tool);
  addEventListener("hashchange", () => arrive(tool, true));
  // Back from another page may show this one as it was, and the other edition may have been filled in meanwhile
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  addEventListener("storage", ({ key, newValue, storageArea }) => {
    if (storageArea !== localStorage || (key !== null && key !== KEY)) return;
    heard(newValue);
    tool.showAnswers();
    action("remember").hidden = isRemembered();
  });
  addEventListener("beforeunload", (event) => {
    if (state.lost) event.preventDefault();
  });
}

/** @param {Tool} tool that is listened for */
function listenToButtons(tool) {
  const actions = {
    save: () => save(tool.written()),
    remember() {
      remember();
      action("remember").hidden = isRemembered();
    },
    erase: () => eraseAll(tool),
    ...tool.actions,
  };
  for (const [name, act] of Object.entries(actions)) action(name).addEventListener("click", act);
  action("open").addEventListener("change", ({ target }) =>
    openFile(/** @type {HTMLInputElement} */ (target), tool.telling, () => opened(tool)),
  );
}

/**
 * @param {Tool} tool that is used
 * @param {boolean} arrived whether the reader has come from another step
 */
function arrive(tool, arrived) {
  if (here() === MERGE && !offerMerge(tool.telling, () => opened(tool))) {
    go("start");
    return;
  }
  show(arrived);
  tell(state.lost ? say("kept.none") : whereKept());
  action("remember").hidden = isRemembered();
  sure = false;
  tool.arrived(here());
}

/**
 * Keeps and shows what was opened.
 * @param {Tool} tool that is used
 */
function opened(tool) {
  keep();
  tool.showAnswers();
  if (here() === "start") tool.arrived("start");
}

/**
 * @param {Tool} tool that is used
 * @param {Event} event in a control
 */
function change(tool, { target, type }) {
  const control = controls().find((one) => one === target);
  if (!control) return;
  sure = false; // the next press of «Slett alle svar» asks again
  tool.takeFrom(control);
  keep();
  // While one is typing, the control keeps what is typed; afterwards it shows what is kept
  tool.showAnswers(type === "input" ? control : undefined);
}

/**
 * Saves answers as a file, named after the body and the day.
 * @param {string} text of the file
 * @param {string} [name] what the file's name begins with
 */
export function save(text, name = "svar") {
  const file = `${name}-${slugOf(state.answers, norwegianDay())}.json`;
  saveFile(file, text, "application/json");
  tell(say("saved", { file }));
}

/** @param {Tool} tool that is used */
function eraseAll(tool) {
  if (!sure) {
    sure = true;
    tell(say("erase.sure"));
    return;
  }
  sure = false;
  erase();
  tool.showAnswers();
  action("remember").hidden = false;
  const said = say("erased");
  if (here() === "start") tool.arrived("start");
  else go("start");
  tell(said);
}
