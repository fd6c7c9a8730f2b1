// The search is loaded when the reader goes to it: on a narrow screen by a button, else by its field, and on every
// screen by Ctrl+K or an address with a question.

import { engineOf } from "../search/engine.js";
import { MARKS } from "../shared/address.js";
import { element, one } from "../shared/dom.js";

/** Loads the script of the search box once, as soon as the reader wants it. */
export function loadSearch() {
  const search = one(document, "[data-search]");
  const opener = one(document, "[data-open-search]");
  const given = new URLSearchParams(location.search);

  /** @param {"open" | "field"} wanted how the reader came to the search */
  function load(wanted) {
    const isFirst = !search.dataset.wanted;
    if (isFirst || wanted === "open") search.dataset.wanted = wanted;
    if (!isFirst) return;
    document.head.append(element("script", { src: search.dataset.script }));
    engineOf(search).catch(() => undefined); // the first question tries again, and tells if that fails, too
  }

  opener.addEventListener("pointerdown", () => load("field"));
  opener.addEventListener("click", () => load("open"));
  // Enter may come before the script, which then takes the first answer when it is there
  one(search, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    search.dataset.entered = "";
  });
  search.addEventListener("focusin", () => load("field"));
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key.toLowerCase() !== "k" || !(ctrlKey || metaKey) || altKey || shiftKey) return;
    event.preventDefault();
    opener.click(); // the script listens to it when it is there, and is loaded by it when it is not
  });

  if (search.contains(document.activeElement)) load("field");
  // A page with answers or a search of its own reads the question itself
  if (given.get("q") && !document.querySelector("[data-answers], article [name=q]")) {
    /** @type {HTMLInputElement} */ (one(search, "input")).value = given.get("q") ?? "";
    load("open");
  }
  if (given.get(MARKS)) document.head.append(element("script", { src: search.dataset.marks }));
}
