// The search is loaded when the reader goes to it: on a narrow screen by a button, else by its field.

import { element, one } from "../shared/dom.js";

/** Loads the script of the search box once, as soon as the reader wants it. */
export function loadSearch() {
  const search = one(document, "[data-search]");

  /** @param {"open" | "field"} wanted how the reader came to the search */
  function load(wanted) {
    if (search.dataset.wanted) return;
    search.dataset.wanted = wanted;
    document.head.append(element("script", { src: search.dataset.script }));
  }

  one(document, "[data-open-search]").addEventListener("click", () => load("open"));
  search.addEventListener("focusin", () => load("field"));
  if (search.contains(document.activeElement)) load("field");
}
