// On paper: the whole list to fill in at a meeting, the list with its answers, or the part that is shown.

import { all } from "../shared/dom.js";
import { controls, form, isTicked } from "../tool/page.js";
import { show, showSteps, steps } from "../tool/steps.js";
import { showAnswers } from "./live.js";

/**
 * @param {string[]} how the list is printed, as classes of the page
 * @param {() => void} prepare shows what is to be printed
 */
function print(how, prepare) {
  const root = document.documentElement.classList;
  const folded = all(form, "details.point__more:not([open])");
  root.add("print-points", ...how);
  for (const fold of folded) fold.toggleAttribute("open", true);
  prepare();
  for (const field of all(form, ".point .field")) {
    const typed = /** @type {HTMLInputElement | null} */ (field.querySelector("input, textarea"));
    field.dataset.typed = typed?.value ?? ""; // a control cuts off what is longer than itself
  }
  window.print();
  root.remove("print-points", ...how);
  for (const fold of folded) fold.toggleAttribute("open", false);
  showAnswers();
  show(false);
}

/** Prints every point, with room for the answers. */
export function printBlank() {
  print(["print-blank", "print-whole"], () => {
    for (const control of controls())
      if (isTicked(control)) /** @type {HTMLInputElement} */ (control).checked = false;
      else control.value = "";
    showSteps((step) => steps.includes(step));
  });
}

/** Prints every point with its answer. */
export function printFilled() {
  print(["print-filled", "print-whole"], () => showSteps((step) => steps.includes(step)));
}

/** Prints the part that is shown. */
export function printPart() {
  print(["print-filled"], () => {});
}
