// The menu is a disclosure that needs no script. Escape and a click outside close it, as for any menu.

import { one } from "../shared/dom.js";

/** Lets the reader close the menu without going back to its button. */
export function closeMenu() {
  const menu = /** @type {HTMLDetailsElement} */ (one(document, ".site-menu"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    one(menu, "summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (target))) menu.open = false;
  });
}
