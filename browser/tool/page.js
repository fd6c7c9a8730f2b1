// What the page of a tool holds: its form, its words, its rules, and the controls by their names. «Lag strategien» and
// «Kvar står de?» are two such tools, with the same answers.

import { all, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

export const form = /** @type {HTMLFormElement} */ (one(document, "form[data-rules]"));
export const edition = document.documentElement.lang;
/** @type {import("../answers/file.js").Known & { steps: Record<string, string[]> }} what every tool knows */
export const rules = JSON.parse(form.dataset.rules ?? "");
/** @type {Record<string, string>} */
const words = JSON.parse(form.dataset.words ?? "");

/**
 * Words of the page, with values in them.
 * @param {string} key of the words
 * @param {Record<string, string | number>} [values] that belong in them
 * @returns {string} the text
 */
export const say = (key, values = {}) => fill(words[key] ?? "", values);

/**
 * The controls of a part of the form that hold answers.
 * @param {ParentNode} [root] the part; the whole form if none is given
 * @returns {Control[]} the controls, in order
 */
export function controls(root = form) {
  return /** @type {Control[]} */ (
    all(root, "input[name]:not([type=file]), textarea[name]").filter(
      (control) => !control.hasAttribute("data-choice"),
    )
  );
}

/**
 * @param {Control} control that holds answers
 * @returns {boolean} whether it is ticked rather than typed in
 */
export function isTicked(control) {
  return control.type === "radio" || control.type === "checkbox";
}

/**
 * What a control is called.
 * @param {string} name of the control
 * @returns {string} its label, or the legend of its group
 */
export function labelOf(name) {
  const box = /** @type {HTMLElement | null} */ (
    form.querySelector(`[data-field="${CSS.escape(name)}"]`)
  );
  const control = controls().find((one) => one.name === name);
  const title = box?.matches("fieldset")
    ? box.querySelector("legend")
    : control && form.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  return (title?.textContent ?? name).trim();
}

/** @param {string} text for the status line, which a screen reader reads aloud */
export function tell(text) {
  one(form, "[data-told]").textContent = text;
}
