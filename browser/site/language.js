// The language switch keeps the place, and what is chosen on the page. Without a script it leads to the top.

import { fragment } from "../shared/address.js";
import { all } from "../shared/dom.js";
import { findPlace, tellPlace } from "./place.js";

const PASSED = 1 / 3; // a heading above this part of the screen is what the reader is reading under
const BEFORE = ["pointerenter", "pointerdown", "focus", "click"]; // when the link must know where to lead

/** Lets the links to the other edition lead to where the reader is. */
export function keepPlace() {
  for (const link of all(document, "a[data-twin]")) {
    const page = link.getAttribute("href") ?? "";
    const update = () => {
      const place = tellPlace(current(), headings());
      link.setAttribute("href", page + location.search + (place && `#${place}`));
    };
    for (const event of BEFORE) link.addEventListener(event, update);
  }
}

/** Goes to the place the reader was at in the other edition. */
export function arrive() {
  const id = findPlace(fragment(), headings(), (name) => document.getElementById(name) !== null);
  if (id) location.replace(`#${id}`);
}

/** @returns {string[]} the ids of the headings of the text, in order */
function headings() {
  const found = all(document, "article :is(h1, h2, h3, h4)[id]");
  return found.map((heading) => heading.id);
}

/** @returns {string} the id of what the address points to, or where one has read on, of the heading one reads under */
function current() {
  const id = fragment();
  const target = document.getElementById(id);
  // The switch is at the top of the page: who has gone up to press it still means what the address points to
  if (target && (!scrollY || onScreen(target))) return id;
  if (!scrollY) return "";
  const passed = headings().filter((name) => top(name) < innerHeight * PASSED);
  return passed.at(-1) ?? "";
}

/**
 * @param {string} id of a heading
 * @returns {number} how far below the top of the screen it is, in pixels
 */
function top(id) {
  return document.getElementById(id)?.getBoundingClientRect().top ?? 0;
}

/**
 * @param {HTMLElement} target an element
 * @returns {boolean} whether some of it is on the screen
 */
function onScreen(target) {
  const box = target.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}
