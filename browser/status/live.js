// What follows from the answers while one works: which points concern this body, and how far it has come.

import { day, shortDay } from "../builder/values.js";
import { all, one } from "../shared/dom.js";
import { controls, form, isTicked, say } from "../tool/page.js";
import { state } from "../tool/state.js";
import { steps } from "../tool/steps.js";
import { model } from "./page.js";
import { given, shownIn } from "./points.js";
import { applying, statusOf } from "./rules.js";

/** @typedef {import("../tool/page.js").Control} Control */

/**
 * Shows the answers in every control, and what follows from them.
 * @param {Control} [but] the control that the reader is typing in, which is left alone
 */
export function showAnswers(but) {
  for (const control of controls()) {
    if (control === but) continue;
    const value = shownIn(state.answers, control.name);
    if (isTicked(control)) {
      const ticked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      /** @type {HTMLInputElement} */ (control).checked = ticked;
    } else if (control.value !== value) control.value = String(value);
  }
  showAsked();
}

/** Shows what this body is asked, and what is told of each point. */
function showAsked() {
  const asked = new Set(applying(state.answers, model));
  for (const point of all(form, "[data-point]")) {
    const id = point.dataset.point ?? "";
    point.hidden = !asked.has(id);
    const { owner, deadline = "" } = given(state.answers, id);
    const told = [owner, day(deadline) && shortDay(day(deadline))].filter(Boolean).join(", ");
    one(point, "[data-told-of]").textContent = told && ` (${told})`;
  }
  for (const chapter of all(form, "[data-chapter]"))
    chapter.hidden = !chapter.querySelector("[data-point]:not([hidden])");
}

/** Shows in the list of steps how far one has come. */
export function showProgress() {
  for (const step of steps) {
    const asked = all(one(form, `[data-step="${step}"]`), "[data-point]:not([hidden])");
    const done = asked.filter(({ dataset }) => statusOf(state.answers, dataset.point ?? ""));
    one(form, `[data-status="${step}"]`).textContent = asked.length
      ? progress(done.length, asked.length)
      : say(isKnown() ? "status.done" : "status.none");
  }
  const first = isKnown() ? steps[1] : steps[0];
  /** @type {HTMLAnchorElement} */ (one(document, "[data-do=begin]")).href = `#steg/${first}`;
}

/**
 * @param {number} done how many points are answered
 * @param {number} count of all
 * @returns {string} the same in words
 */
function progress(done, count) {
  const key = !done ? "status.none" : done < count ? "status.some" : "status.done";
  return say(key, { done, all: count });
}

/** @returns {boolean} whether the answers tell who the body is and what it buys */
function isKnown() {
  const { fields, sectors } = state.answers;
  return Boolean(fields.verksemd && fields.verksemdstype && sectors.length);
}
