// «Sjå over»: every answer, step by step, each with a way back to where it is given.

import { all, element, one } from "../shared/dom.js";
import { edition, form, isTicked, labelOf, rules, say } from "./page.js";
import { proposed } from "./plan.js";
import { state } from "../tool/state.js";
import { steps } from "../tool/steps.js";
import { grouped, number } from "./values.js";

/** Shows the answers of all steps but the last, which is this one. */
export function showReview() {
  one(form, "[data-summary]").replaceChildren(...steps.slice(0, -1).map(part));
}

/**
 * @param {string} step its id
 * @returns {HTMLElement} its answers, under its name
 */
function part(step) {
  const section = one(form, `[data-step="${step}"]`);
  const title = section.dataset.title ?? "";
  const rows = all(section, "[data-field]")
    .filter((box) => !isHidden(box, section) && !box.dataset.field?.startsWith("action."))
    .map((box) => row(box.dataset.field ?? "", box));
  const change = element(
    "a",
    { href: `#steg/${step}` },
    say("change"),
    element("span", { class: "visually-hidden" }, `: ${title}`),
  );
  const actions = section.querySelector("[data-action]") ? [actionRow()] : [];
  return element(
    "section",
    { class: "summary" },
    element("h2", {}, title),
    element("p", { class: "summary__change" }, change),
    element("dl", {}, ...rows.flat(), ...actions.flat()),
  );
}

/**
 * @param {HTMLElement} box with a field
 * @param {HTMLElement} section the step it is in, which is hidden itself
 * @returns {boolean} whether the field is not asked for
 */
function isHidden(box, section) {
  const hidden = box.closest("[hidden]");
  return hidden !== null && hidden !== section;
}

/**
 * @param {string} name of the field
 * @param {HTMLElement} box with its controls
 * @returns {HTMLElement[]} the field and its answer
 */
function row(name, box) {
  const chapter = box.closest("[data-chapter]")?.querySelector("h1")?.textContent;
  const label = name.startsWith("level.") && chapter ? chapter : labelOf(name);
  return [element("dt", {}, label), told(answersIn(name, box))];
}

/**
 * @param {string[]} answers in words
 * @returns {HTMLElement} the answer, or a list when there are several
 */
function told(answers) {
  if (answers.length < 2) return element("dd", {}, answers[0] || say("unanswered"));
  const items = answers.map((answer) => element("li", {}, answer));
  return element("dd", {}, element("ul", {}, ...items));
}

/**
 * @param {string} name of the field
 * @param {HTMLElement} box with its controls
 * @returns {string[]} what is answered, in words
 */
function answersIn(name, box) {
  if (state.answers.unknown.includes(name)) return [say("unknown")];
  const inputs = /** @type {HTMLInputElement[]} */ (all(box, "input, textarea")).filter(
    (input) => input.name === name && (!isTicked(input) || input.checked),
  );
  return inputs.map((input) => (isTicked(input) ? labelFor(input) : typedIn(name, input.value)));
}

/**
 * @param {HTMLInputElement} input that is ticked
 * @returns {string} the words of its label
 */
function labelFor(input) {
  return form.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent?.trim() ?? "";
}

/**
 * @param {string} name of the field
 * @param {string} value that is typed
 * @returns {string} the same, with large numbers as the documents have them
 */
function typedIn(name, value) {
  const plain = rules.fields[name]?.kind === "number" ? number(value) : "";
  return plain ? grouped(plain) : value;
}

/** @returns {HTMLElement[]} the actions that are chosen */
function actionRow() {
  const chosen = proposed(state.answers, rules, edition).filter(({ text }) => text);
  const legend = form.querySelector("[data-action]")?.closest("fieldset")?.querySelector("legend");
  return [element("dt", {}, legend?.textContent ?? ""), told(chosen.map(({ text }) => text))];
}
