// Controls show the answers, and answers are what controls hold.

import { shownIn, take } from "./access.js";
import { controls, edition, form, isTicked, rules } from "./page.js";
import { follow } from "../tool/follow.js";
import { state } from "../tool/state.js";

/** @typedef {import("../tool/page.js").Control} Control */

/**
 * Shows the answers in every control.
 * @param {Control} [but] the control that the reader is typing in, which is left alone
 */
export function showAll(but) {
  for (const control of controls()) {
    if (control === but) continue;
    const value = shownIn(state.answers, rules, control.name, edition);
    if (isTicked(control)) {
      const ticked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      /** @type {HTMLInputElement} */ (control).checked = ticked;
    } else if (control.value !== value) control.value = String(value);
  }
}

/**
 * Takes what a control holds into the answers.
 * @param {Control} control that the reader has changed
 */
export function takeFrom(control) {
  const { name } = control;
  const several = control.type === "checkbox";
  const boxes = /** @type {HTMLInputElement[]} */ (
    several ? controls().filter((one) => one.name === name) : []
  );
  const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
  take(state.answers, rules, name, several ? ticked : control.value, edition);
  if (name === "unknown" && /** @type {HTMLInputElement} */ (control).checked)
    delete state.answers.fields[control.value];
  follow(state.answers, rules.sets, name, control.value, state.answers.edition || edition);
}

/**
 * When the reader wants to write a text of her own, it begins as our proposal.
 * @param {Control} control that the reader has changed
 */
export function beginOwnText({ name, value }) {
  const [kind, id] = name.split(".");
  if (kind !== "level" || value !== "own" || state.answers.texts[id]) return;
  const ours = [...form.querySelectorAll(`[data-sentence="${id}.advice"] > p`)];
  state.answers.texts[id] = ours.map((part) => part.textContent).join("\n\n");
}
