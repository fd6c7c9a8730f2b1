// Entry point: the search box. Loaded when the reader first goes to it.

import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { client } from "./client.js";
import { result } from "./view.js";

/** @typedef {Pick<import("./search.js").Answer, "items"> & Partial<import("./search.js").Answer>} Shown */

const CALM = 300; // milliseconds of rest before a count is read aloud
const TOLD = 60; // letters of the question that are said back

const root = one(document, "[data-search]");

/** @param {string} name of the part, as its data attribute has it */
const part = (name) => one(root, `[data-search-${name}]`);

const input = /** @type {HTMLInputElement} */ (part("input"));
const [panel, status, list, help, meant] = ["panel", "status", "list", "help", "meant"].map(part);
const opener = one(document, "[data-open-search]");
const base = new URL((root.dataset.base ?? "").replace(/\/?$/, "/"), location.href);
const ask = client(
  new URL(root.dataset.worker ?? "", location.href).href,
  new URL("search/search_index", base).href,
);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence; // timer of what is to be read aloud
/** @type {string | undefined} */
let answered; // the question whose answers are shown: they stay in place, and keep the focus, until it changes

/**
 * Words of the page, with values in them.
 * @param {string} name of the words
 * @param {Record<string, string | number>} [values] that belong in them
 * @returns {string} the text
 */
const say = (name, values = {}) => fill(root.dataset[name] ?? "", values);

/** @param {string} text that the reader has typed */
const short = (text) => (text.length > TOLD ? `${[...text].slice(0, TOLD).join("")} …` : text);

// Whether the box lies over the whole screen. Only the styles know from which width it does not.
const isOverAll = () => getComputedStyle(root).getPropertyValue("--over-all").trim() === "1";
let wasOverAll = isOverAll();

const links = () => all(list, "a");
const isOpen = () => !panel.hidden;

/** @param {string} text to be read aloud when the reader rests */
function tell(text) {
  clearTimeout(silence);
  silence = setTimeout(() => (status.textContent = text), status.textContent ? CALM : 0);
}

async function search() {
  const query = input.value.trim();
  open();
  if (query === answered) return;
  if (!query) {
    show({ items: [] }, "");
    return;
  }
  try {
    const answer = await ask(query);
    if (answer && input.value.trim() === query) show(answer, query);
  } catch {
    show({ items: [] }, query);
    answered = undefined;
    tell(say("failed"));
  }
}

/**
 * Shows the answers to a question.
 * @param {Shown} answer of the worker
 * @param {string} query the question
 */
function show({ items, total = 0, meant: guess }, query) {
  answered = query;
  const at = links().findIndex((link) => link === document.activeElement);
  list.replaceChildren(...items.map((item) => result(item, base)));
  // Answers that come late must not take the reader's place from her
  if (at >= 0) (links()[at] ?? input).focus();
  help.hidden = items.length > 0;
  meant.hidden = !guess;
  if (guess) offer(guess);
  panel.scrollTop = 0;
  tell(query ? counted(items.length, guess ? 0 : total, short(query)) : "");
}

/**
 * @param {number} shown answers that are shown
 * @param {number} total answers there are; none where the question was only guessed at
 * @param {string} query the question
 * @returns {string} how many there are, in words
 */
function counted(shown, total, query) {
  if (!total) return say("none", { query });
  const name = total > shown ? "most" : total === 1 ? "one" : "many";
  return say(name, { count: total, shown, query });
}

/** @param {string} guess what the reader may have meant */
function offer(guess) {
  const button = element("button", { class: "search__guess", type: "button" }, guess);
  button.addEventListener("click", () => {
    input.value = guess;
    input.focus();
    search();
  });
  const [before, after] = say("meant", { query: "\n" }).split("\n");
  meant.replaceChildren(before, button, after);
}

function open() {
  if (isOpen()) return;
  panel.hidden = false;
  root.classList.add("search--open");
  if (isOverAll()) over(true);
}

function close() {
  if (!isOpen()) return;
  panel.hidden = true;
  root.classList.remove("search--open");
  over(false);
}

/** @param {boolean} modal whether the box is a dialog over the page, which must wait: on a narrow screen */
function over(modal) {
  const told = {
    role: "dialog",
    "aria-modal": "true",
    "aria-label": input.getAttribute("aria-label") ?? "",
  };
  for (const [name, value] of Object.entries(told)) {
    if (modal) root.setAttribute(name, value);
    else root.removeAttribute(name);
  }
  for (
    let inner = root;
    inner !== document.body && inner.parentElement;
    inner = inner.parentElement
  ) {
    const others = /** @type {HTMLElement[]} */ ([...inner.parentElement.children]);
    for (const other of others) if (other !== inner) other.inert = modal;
  }
}

function leave() {
  const wasOver = root.hasAttribute("aria-modal");
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
    if (document.activeElement !== input && !isOverAll()) input.focus();
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

input.addEventListener("input", search);
input.addEventListener("focus", search);
root.addEventListener("keydown", key);
one(root, "form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
part("close").addEventListener("click", leave);
opener.addEventListener("click", begin);
// On a wide screen the answers lie beside the page, and go when the reader goes elsewhere
root.addEventListener("focusout", ({ relatedTarget }) => {
  const next = /** @type {Node | null} */ (relatedTarget);
  if (next && !root.contains(next) && !isOverAll()) close();
});
document.addEventListener("pointerdown", ({ target }) => {
  const pressed = /** @type {Node} */ (target);
  if (!root.contains(pressed) && !opener.contains(pressed)) close();
});
window.addEventListener("resize", () => {
  if (isOverAll() !== wasOverAll) close();
  wasOverAll = isOverAll();
});

if (root.dataset.wanted === "open") begin();
else if (document.activeElement === input) search();
