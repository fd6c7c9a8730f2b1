// Entry point: filters over the cards of the catalogue. What is chosen stands in the address, so that a view can be
// shared. Nothing is fetched and nothing stored.

import { keepQuery } from "../shared/address.js";
import { all, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { fold } from "../shared/fold.js";
import { loadScript } from "../shared/load-script.js";
import { matcher } from "./match.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const form = /** @type {HTMLFormElement} */ (one(document, "[data-filters]"));
const fields = /** @type {Field[]} */ (all(form, "[name]"));
const names = fields.map(({ name }) => name).filter((name) => name !== "q");
const more = /** @type {HTMLDetailsElement} */ (one(form, "details"));

const cards = all(document, ".catalogue > .card").map((card) => ({
  card,
  values: Object.fromEntries(names.map((name) => [name, (card.dataset[name] ?? "").split(" ")])),
  words: fold((card.textContent ?? "").toLowerCase()),
}));

/** So many cards are shown until the reader asks for the rest: to lay out a thousand takes long. */
const MOST = 60;
let most = MOST;
let found = 0;
const rest = one(document, "[data-rest]");

/** Shows every card that fits, however many. */
function showAll() {
  most = Infinity;
  show();
}

/** Whether every word of the examples can be searched: "no", "asked for", or "yes". */
let searched = "no";

/** Asks for the words that stand on the page of each example and not on its card: most readers never search. */
function loadWords() {
  if (searched !== "no") return;
  searched = "asked for";
  loadScript(one(document, ".catalogue").dataset.words ?? "").catch(() => {
    searched = "no"; // asked for again with the next letter; what the cards show is found meanwhile
    tell();
  });
}

Object.assign(window, {
  addWords: (/** @type {string[]} */ more) => {
    cards.forEach((card, n) => (card.words += ` ${fold(more[n].toLowerCase())}`));
    searched = "yes";
    show();
  },
});

/** @returns {import("./match.js").Wanted} what is chosen, in the order of the form */
function chosen() {
  return fields.flatMap(({ name, value }) => (value.trim() ? [[name, value.trim()]] : []));
}

/**
 * «Fylke: Vestland», for whoever reads the list on paper.
 * @param {Field} field that has a value
 * @returns {string} its label and what is chosen
 */
function named(field) {
  const option = "selectedOptions" in field ? field.selectedOptions[0].textContent : undefined;
  return `${field.labels?.[0].textContent}: ${option?.replace(/ \(\d+\)$/, "") ?? field.value.trim()}`;
}

/** Shows the cards that fit, and how many they are. */
function show() {
  if (fields.some(({ name, value }) => name === "q" && value.trim())) loadWords();
  const fits = matcher(chosen());
  found = 0;
  for (const { card, ...said } of cards) {
    const hidden = !fits(said) || ++found > most;
    if (card.hidden !== hidden) card.hidden = hidden;
  }
  rest.hidden = found <= most;
  one(form, "[data-share]").hidden = !chosen().length;
  const filled = fields.filter((field) => field.value.trim());
  one(form, "[data-chosen]").textContent = filled.map(named).join(" · ");
  if (searched !== "asked for") tell(); // what is found before the words are here may not be all
}

/** Tells how many cards are shown. */
function tell() {
  const words = found > most ? form.dataset.first : form.dataset.count;
  const told = fill(words ?? "", { shown: found, all: cards.length, first: most });
  one(form, "[data-shown]").textContent = found ? told : `${told} ${form.dataset.empty}`;
}

/** Takes what is chosen from the address. */
function open() {
  const given = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = given.get(field.name) ?? "";
    if ("selectedIndex" in field && field.selectedIndex === -1) field.value = ""; // a value that no example has
  }
  const further = /** @type {HTMLSelectElement[]} */ (all(more, "select"));
  if (further.some(({ value }) => value)) more.open = true;
  show();
}

/** Shows and shares a new choice. */
function changed() {
  most = MOST;
  show();
  keepQuery(chosen());
}

form.hidden = false;
form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(changed));
addEventListener("popstate", open);
addEventListener("beforeprint", showAll);
one(rest, "button").addEventListener("click", () => {
  const seen = new Set(cards.filter(({ card }) => !card.hidden));
  showAll();
  const next = cards.find((card) => !card.card.hidden && !seen.has(card));
  if (next) one(next.card, "a").focus(); // the button that had the focus is gone
});
open();

// A number in the table of what is covered leads to this same page: stay, and show
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest(".coverage a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  open();
  one(document, "#liste").scrollIntoView();
  one(form, "[name=q]").focus({ preventScroll: true });
});
