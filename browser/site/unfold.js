// What is folded away on the page opens for a link to something in it, and for paper.

import { all } from "../shared/dom.js";

const ON_PAPER = ".sources-fold, .checklist__part, .law-section";
const FOLDS = `${ON_PAPER}, .checkpoint__more`;

/** Lets links and print reach what is folded, in browsers that do not do so by themselves. */
export function unfold() {
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", openForPaper);
  if (location.hash) reveal();
}

/** Opens whatever the target of the address is folded in, and goes to it. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let opened = false;
  for (let fold = closed(target); fold; fold = closed(target)) opened = fold.open = true;
  if (opened) target?.scrollIntoView();
}

/**
 * @param {Element | null} target that may be folded away
 * @returns {HTMLDetailsElement | null} the nearest fold around it that is closed
 */
function closed(target) {
  const folds = FOLDS.split(", ").map((name) => `${name}:not([open])`);
  return target?.parentElement?.closest(folds.join(", ")) ?? null;
}

/** Opens what belongs on paper, and folds it again afterwards. */
function openForPaper() {
  const folds = /** @type {HTMLDetailsElement[]} */ (all(document, ON_PAPER));
  const folded = folds.filter((fold) => !fold.open);
  for (const fold of folded) fold.open = true;
  const back = () => folded.forEach((fold) => (fold.open = false));
  addEventListener("afterprint", back, { once: true });
}
