// Entry point: the search box. Loaded when the reader first goes to it.

import { client } from "./client.js";
import { element, result } from "./view.js";

const NARROW = matchMedia("(max-width: 59.9844em)"); // the box lies over the whole screen, as in site.css
const CALM = 300; // milliseconds of rest before a count is read aloud
const TOLD = 60; // letters of the question that are said back

const root = document.querySelector("[data-search]");
const part = (name) => root.querySelector(`[data-search-${name}]`);
const [input, panel, status, list, help, meant] = ["input", "panel", "status", "list", "help", "meant"].map(part);
const opener = document.querySelector("[data-open-search]");
const config = JSON.parse(document.getElementById("__config").textContent);
const base = new URL(config.base.replace(/\/?$/, "/"), location.href);
const ask = client({ worker: new URL(config.search, location.href).href, index: new URL("search/search_index", base).href });

const short = (text) => (text.length > TOLD ? `${[...text].slice(0, TOLD).join("")} …` : text);
const say = (key, values = {}) => root.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
let silence; // timer of what is to be read aloud
let answered; // the question whose answers are shown: they stay in place, and keep the focus, until it changes

function tell(text) {
  clearTimeout(silence);
  silence = setTimeout(() => (status.textContent = text), status.textContent ? CALM : 0);
}

async function search() {
  const query = input.value.trim();
  open();
  if (query === answered) return;
  if (!query) return show({ items: [] }, "");
  try {
    const answer = await ask(query);
    if (answer && input.value.trim() === query) show(answer, query);
  } catch {
    show({ items: [] }, query);
    answered = undefined;
    tell(say("failed"));
  }
}

function show({ items, total = 0, meant: guess }, query) {
  answered = query;
  const at = [...list.querySelectorAll("a")].indexOf(document.activeElement);
  list.replaceChildren(...items.map((found) => result(found, base)));
  // Answers that come late must not take the reader's place from her
  if (at >= 0) (list.querySelectorAll("a")[at] ?? input).focus();
  help.hidden = items.length > 0;
  meant.hidden = !guess;
  if (guess) offer(guess);
  panel.scrollTop = 0;
  if (!query) return tell("");
  if (guess) return tell(say("none", { query: short(query) }));
  const counted = total > items.length ? "most" : total === 1 ? "one" : "many";
  tell(total ? say(counted, { count: total, shown: items.length, query: short(query) }) : say("none", { query: short(query) }));
}

function offer(guess) {
  const button = element("button", "search__guess", guess);
  button.type = "button";
  button.addEventListener("click", () => {
    input.value = guess;
    input.focus();
    search();
  });
  const [before, after] = say("meant", { query: "\n" }).split("\n");
  meant.replaceChildren(before, button, after);
}

const isOpen = () => !panel.hidden;

function open() {
  if (isOpen()) return;
  panel.hidden = false;
  root.classList.add("search--open");
  if (NARROW.matches) over(true);
}

function close() {
  if (!isOpen()) return;
  panel.hidden = true;
  root.classList.remove("search--open");
  over(false);
}

// On a narrow screen the box is a dialog over the page, which must wait
function over(modal) {
  const told = { role: "dialog", "aria-modal": "true", "aria-label": input.getAttribute("aria-label") };
  for (const [name, value] of Object.entries(told)) modal ? root.setAttribute(name, value) : root.removeAttribute(name);
  for (let inner = root; inner !== document.body; inner = inner.parentElement)
    for (const other of inner.parentElement.children) if (other !== inner) other.inert = modal;
}

function leave() {
  const wasOver = root.hasAttribute("aria-modal");
  close();
  if (wasOver) opener.focus();
}

function step(by) {
  const links = [input, ...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

function key(event) {
  if (event.isComposing) return;
  if (event.key === "Escape" && isOpen()) {
    if (document.activeElement !== input && !NARROW.matches) input.focus();
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
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
part("close").addEventListener("click", leave);
opener.addEventListener("click", begin);
// On a wide screen the answers lie beside the page, and go when the reader goes elsewhere
root.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !root.contains(relatedTarget) && !NARROW.matches) close();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (!root.contains(target) && !opener.contains(target)) close();
});
NARROW.addEventListener("change", close);

if (root.dataset.wanted === "open") begin();
else if (document.activeElement === input) search();
