// The parts of a long checklist: how far one has come in each, what is shown of them, and printing one alone.

import { all, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";

/** @typedef {(done: number, all: number) => string} Told */

/** The parts on the page. A short list has none, and then nothing here does anything. */
export class Parts {
  /** @param {Told} told how far one has come, in words */
  constructor(told) {
    this.told = told;
    this.parts = all(document, ".checklist__part");
    this.filters = document.querySelector(".checklist__filters");
    if (this.filters) this.offer(/** @type {HTMLElement} */ (this.filters));
    for (const part of this.parts) this.offerPrint(part);
  }

  /** Tells in each row how many of the points in it are done. */
  count() {
    for (const part of this.parts) {
      const boxes = /** @type {HTMLInputElement[]} */ (all(part, ".checkpoint input"));
      const done = boxes.filter((box) => box.checked).length;
      one(part, "[data-part-count]").textContent = this.told(done, boxes.length);
    }
  }

  /** @param {HTMLElement} filters the choices that narrow the list down */
  offer(filters) {
    filters.hidden = false;
    filters.addEventListener("change", () => this.narrow(filters));
    this.narrow(filters); // the browser fills in what was chosen before Back or a reload
  }

  /** @param {HTMLElement} filters the choices that narrow the list down */
  narrow(filters) {
    const choices = /** @type {HTMLSelectElement[]} */ (all(filters, "[data-filter]"));
    const wanted = choices.filter((choice) => choice.value);
    const points = all(document, ".checkpoint");
    for (const point of points)
      point.hidden = wanted.some(
        ({ dataset, value }) => point.dataset[dataset.filter ?? ""] !== value,
      );
    for (const part of this.parts) part.hidden = !part.querySelector(".checkpoint:not([hidden])");
    const count = points.filter((point) => !point.hidden).length;
    const words = fill(filters.dataset.shown ?? "", { count, all: points.length });
    one(filters, "[data-shown-status]").textContent = wanted.length ? words : "";
  }

  /** @param {HTMLElement} part that can be printed alone */
  offerPrint(part) {
    const button = one(part, '[data-do="print-part"]');
    button.hidden = false;
    button.addEventListener("click", () => {
      const root = document.documentElement.classList;
      root.add("print-part");
      part.classList.add("print-this");
      window.print();
      root.remove("print-part");
      part.classList.remove("print-this");
    });
  }
}
