// What is wrong on a step: a summary at its top that leads to each field, and the same words at the field.

import { all, element, one } from "../shared/dom.js";
import { controls, form, labelOf, say } from "./page.js";
import { current } from "./steps.js";

/** @typedef {{ name: string, key: string, most?: number }} Fault what is wrong with the answer in a control */

/**
 * Tells what is wrong on the step that is shown.
 * @param {(names: string[]) => Fault[]} faults what is wrong with the answers in controls of these names
 * @returns {boolean} whether nothing is
 */
export function allRight(faults) {
  const shown = controls(current()).filter((control) => isShown(control));
  const found = faults([...new Set(shown.map(({ name }) => name))]);
  mark(found);
  const box = one(form, "[data-faults]");
  box.hidden = !found.length;
  box.replaceChildren();
  if (found.length) {
    const items = found.map((fault) => element("li", {}, link(fault)));
    box.append(element("h2", {}, say("faults")), element("ul", {}, ...items));
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }
  return !found.length;
}

/**
 * @param {HTMLElement} control of the step
 * @returns {boolean} whether it is asked for on this screen
 */
function isShown(control) {
  return !control.closest("[hidden], .is-aside");
}

/**
 * @param {Fault} fault in an answer
 * @returns {string} what is wrong, with the name of the field
 */
function said({ name, key, most = 0 }) {
  return say(`fault.${key}`, { label: labelOf(name), most });
}

/**
 * @param {string} name of a control
 * @returns {HTMLElement | undefined} the control on the step that is shown
 */
function controlOf(name) {
  return controls(current()).find((control) => control.name === name && isShown(control));
}

/**
 * @param {Fault} fault in an answer
 * @returns {HTMLElement} a link that leads to the field without changing the address, which tells the step
 */
function link(fault) {
  const control = controlOf(fault.name);
  const made = element("a", { href: `#${control?.id ?? ""}` }, said(fault));
  made.addEventListener("click", (event) => {
    event.preventDefault();
    control?.focus();
  });
  return made;
}

/** @param {Fault[]} found what is wrong on the step; marks of before are taken away */
function mark(found) {
  for (const old of all(form, ".field__fault")) old.remove();
  for (const control of all(form, "[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    describe(control, (ids) => ids.filter((id) => !id.endsWith("-fault")));
  }
  for (const fault of found) {
    const control = controlOf(fault.name);
    if (!control) continue;
    const id = `${control.id}-fault`;
    control.before(element("p", { class: "field__fault", id }, said(fault)));
    control.setAttribute("aria-invalid", "true");
    describe(control, (ids) => [id, ...ids]);
  }
}

/**
 * @param {HTMLElement} control of the form
 * @param {(ids: string[]) => string[]} change of what describes it
 */
function describe(control, change) {
  const ids = change(control.getAttribute("aria-describedby")?.split(" ") ?? []);
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}
