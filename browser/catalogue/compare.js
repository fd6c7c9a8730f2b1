// Entry point: two to four examples side by side. The choice stands in the address.

import { keepQuery } from "../shared/address.js";
import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { loader } from "./examples.js";
import { table } from "./table.js";

const form = one(document, "[data-compare]");
const words = form.dataset;
const place = one(document, "[data-comparison]");
const status = one(form, "[data-status]");
const rows = all(form, "[data-rows] li").map((row) => ({
  key: row.dataset.key ?? "",
  label: row.textContent ?? "",
}));
const load = loader(words.base ?? "");
const selects = choices(Number(words.columns));

/**
 * Makes one field for each column, all with the options of the model on the page.
 * @param {number} count of columns
 * @returns {HTMLSelectElement[]} the fields
 */
function choices(count) {
  const model = /** @type {HTMLSelectElement} */ (one(form, "[data-model]"));
  const options = [...model.options];
  model.remove();
  return Array.from({ length: count }, (_, index) => {
    const id = `dome-${index + 1}`;
    const none = element("option", { value: "" }, words.none ?? "");
    const copies = options.map((option) => /** @type {Node} */ (option.cloneNode(true)));
    const select = element("select", { id, translate: "no" }, none, ...copies);
    select.value = "";
    const label = element("label", { for: id }, fill(words.number ?? "", { number: index + 1 }));
    one(form, "[data-selects]").append(element("p", {}, label, select));
    return select;
  });
}

/** @returns {string[]} the ids that are chosen, each once */
function chosen() {
  return [...new Set(selects.map(({ value }) => value).filter(Boolean))];
}

/** Shows the examples that are chosen, or what to do. */
async function show() {
  const ids = chosen();
  if (ids.length < 2) {
    place.replaceChildren();
    status.textContent = words.few ?? "";
    return;
  }
  const examples = await Promise.all(ids.map(load)).catch(() => null);
  if (ids.join() !== chosen().join()) return; // chosen anew while this was on its way
  if (!examples) {
    status.textContent = words.failed ?? "";
    return;
  }
  place.replaceChildren(...table(examples, rows, words));
  status.textContent = fill(words.status ?? "", { count: ids.length });
}

const given = new URLSearchParams(location.search).getAll("d").slice(0, selects.length);
given.forEach((id, index) => {
  const known = [...selects[index].options].some(({ value }) => value === id);
  if (known) selects[index].value = id;
});
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  keepQuery(chosen().map((id) => ["d", id]));
  show();
});
show();
