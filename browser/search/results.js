// Entry point: the page of results, and the page for unknown addresses, which searches for the words of the address.

import { one } from "../shared/dom.js";
import { client } from "./client.js";
import { listing } from "./listing.js";
import { wordsOf } from "./address-words.js";

const WAIT = 300; // milliseconds of rest before the address follows what is typed

const words = one(document, "[data-search]");
const root = one(document, "[data-answers]");
const topics = document.querySelector("[data-topics]");
const form = one(root, "form");
const input = /** @type {HTMLInputElement} */ (one(root, "input"));
const base = new URL((words.dataset.base ?? "").replace(/\/?$/, "/"), location.href);
const isLost = root.hasAttribute("data-lost");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

const typed = () => input.value.trim();
const ask = client(
  new URL(words.dataset.worker ?? "", location.href).href,
  new URL("search/search_index", base).href,
);
const { search: answer, links } = listing(root, words, ask, typed, (query) => {
  input.value = query;
  input.focus();
  search();
});

/** @returns {Promise<void>} when the answers to what stands in the field are shown */
function search() {
  if (topics instanceof HTMLElement) topics.hidden = Boolean(typed());
  return answer(typed());
}

/** @param {boolean} isNew whether the way back leads to the question before */
function write(isNew) {
  clearTimeout(writing);
  if (isLost) return;
  const here = new URL(location.href);
  if ((here.searchParams.get("q") ?? "") === typed()) return;
  if (typed()) here.searchParams.set("q", typed());
  else here.searchParams.delete("q");
  try {
    if (isNew) history.pushState(history.state, "", here);
    else history.replaceState(history.state, "", here);
  } catch {
    // From a disk, some browsers do not let a page change its address
  }
}

function read() {
  const asked = new URLSearchParams(location.search).get("q");
  input.value = asked ?? (isLost ? wordsOf(location.pathname, base.pathname) : "");
  search();
}

input.addEventListener("input", () => {
  search();
  clearTimeout(writing);
  writing = setTimeout(() => write(false), WAIT);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  write(true);
  await search();
  links()[0]?.focus();
});
window.addEventListener("popstate", read);

root.hidden = false;
read();
