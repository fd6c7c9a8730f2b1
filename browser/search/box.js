// Entry point: the search box in the header. Loaded when the reader first goes to it.

import { keepParameter } from "../shared/address.js";
import { one } from "../shared/dom.js";
import { client } from "./client.js";
import { listing } from "./listing.js";
import { overlay } from "./overlay.js";

const root = one(document, "[data-search]");
const input = /** @type {HTMLInputElement} */ (one(root, "[data-search-input]"));
const panel = one(root, "[data-search-panel]");
const opener = one(document, "[data-open-search]");

const typed = () => input.value.trim();
const { search: answer, links } = listing(root, root, client(root), typed, (query) => {
  input.value = query;
  input.focus();
  search();
});
const over = overlay(root, input.getAttribute("aria-label") ?? "", close);
const isOpen = () => !panel.hidden;

/** @returns {Promise<void>} when the answers to what stands in the field are shown */
function search() {
  open();
  return answer(typed());
}

function open() {
  if (isOpen()) return;
  panel.hidden = false;
  root.classList.add("search--open");
  over.open();
}

function close() {
  if (!isOpen()) return;
  panel.hidden = true;
  root.classList.remove("search--open");
  over.close();
}

function leave() {
  const wasOver = over.isOpen();
  close();
  if (wasOver) opener.focus();
}

/** @param {number} by how many answers down the focus goes */
function step(by) {
  const stops = [input, ...links()];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
}

/** @param {KeyboardEvent} event in the box */
function key(event) {
  if (event.isComposing) return;
  if (event.key === "Escape" && isOpen()) {
    if (document.activeElement !== input && !over.isOverAll()) input.focus();
    leave();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    step(event.key === "ArrowDown" ? 1 : -1);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function begin() {
  open();
  input.focus();
  search();
}

/** Whoever comes back from an answer finds the question and its answers again. */
function remember() {
  keepParameter("q", typed());
}

input.addEventListener("input", search);
input.addEventListener("focus", search);
root.addEventListener("keydown", key);
one(root, "form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const query = typed();
  await search();
  // Only the answers to what was typed then, and not to what came before or after it
  if (query && query === typed()) links()[0]?.click();
});
panel.addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).closest(".md-search-result__link")) remember();
});
one(root, "[data-search-close]").addEventListener("click", leave);
opener.addEventListener("click", begin);
// On a wide screen the answers lie beside the page, and go when the reader goes elsewhere
root.addEventListener("focusout", ({ relatedTarget }) => {
  const next = /** @type {Node | null} */ (relatedTarget);
  if (next && !root.contains(next) && !over.isOverAll()) close();
});
document.addEventListener("pointerdown", ({ target }) => {
  const pressed = /** @type {Node} */ (target);
  if (!root.contains(pressed) && !opener.contains(pressed)) close();
});

if (root.dataset.entered !== undefined)
  /** @type {HTMLFormElement} */ (one(root, "form")).requestSubmit();
else if (root.dataset.wanted === "open") begin();
else if (document.activeElement === input) search();
