// «Sjå over»: every answer, step by step, each with a way back to where it is given.

import { all, element, one } from "../shared/dom.js";
import { form, isTicked, labelOf, say } from "./page.js";
import { state } from "../tool/state.js";
import { steps } from "../tool/steps.js";

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
  return [element("dt", {}, label), element("dd", {}, answerIn(name, box) || say("unanswered"))];
}

/**
 * @param {string} name of the field
 * @param {HTMLElement} box with its controls
 * @returns {string} the answer in words
 */
function answerIn(name, box) {
  if (state.answers.unknown.includes(name)) return say("unknown");
  const inputs = /** @type {HTMLInputElement[]} */ (all(box, "input, textarea")).filter(
    (input) => input.name === name && (!isTicked(input) || input.checked),
  );
  return inputs
    .map((input) =>
      isTicked(input)
        ? (box.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? "")
        : input.value,
    )
    .join(", ");
}

/** @returns {HTMLElement[]} how many actions are chosen */
function actionRow() {
  const chosen = /** @type {HTMLInputElement[]} */ (all(form, "input[name=action]:checked"));
  const legend = form.querySelector("[data-action]")?.closest("fieldset")?.querySelector("legend");
  return [element("dt", {}, legend?.textContent ?? ""), element("dd", {}, String(chosen.length))];
}
