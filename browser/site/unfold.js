// What is folded away on the page opens for a link to something in it, and for paper.

import { fragment } from "../shared/address.js";
import { all } from "../shared/dom.js";

/** Lets links and print reach what is folded, in browsers that do not do so by themselves. */
export function unfold() {
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", openForPaper);
  if (location.hash) reveal();
}

/** Opens whatever the target of the address is folded in, and goes to it. */
function reveal() {
  const target = document.getElementById(fragment());
  if (!target) return;
  const folds = /** @type {HTMLDetailsElement[]} */ (all(document, "details:not([open])"));
  const around = folds.filter((fold) => fold.contains(target));
  for (const fold of around) fold.open = true;
  if (around.length) target.scrollIntoView();
}

/** Opens the rows that fold out, and folds them again afterwards. */
function openForPaper() {
  const folded = /** @type {HTMLDetailsElement[]} */ (all(document, ".fold:not([open])"));
  for (const fold of folded) fold.open = true;
  const back = () => folded.forEach((fold) => (fold.open = false));
  addEventListener("afterprint", back, { once: true });
}
