// Entry point: the page of results, and the page for unknown addresses, which searches for the words of the address.

import { keepParameter } from "../shared/address.js";
import { one } from "../shared/dom.js";
import { client } from "./client.js";
import { baseOf } from "./engine.js";
import { listing } from "./listing.js";
import { wordsOf } from "./address-words.js";

const WAIT = 300; // milliseconds of rest before the address follows what is typed

const words = one(document, "[data-search]");
const root = one(document, "[data-answers]");
const topics = document.querySelector("[data-topics]");
const form = one(root, "form");
const input = /** @type {HTMLInputElement} */ (one(root, "input"));
const base = baseOf(words);
const isLost = root.hasAttribute("data-lost");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

const typed = () => input.value.trim();
const asked = () => new URLSearchParams(location.search).get("q");
const { search: answer, links } = listing(root, words, client(words), typed, (query) => {
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
  if ((asked() ?? "") !== typed()) keepParameter("q", typed(), isNew);
}

function read() {
  input.value = asked() ?? (isLost ? wordsOf(location.pathname, base.pathname) : "");
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
