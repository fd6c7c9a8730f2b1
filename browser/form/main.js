// Entry point: writes the file of an example from plain answers, as one types, and tells what is missing. The rules
// and the words come with the page. Nothing is sent and nothing stored.

import { copy } from "../shared/clipboard.js";
import { norwegianDay } from "../shared/dates.js";
import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { saveFile } from "../shared/save-file.js";
import { faultOf, saysSomething } from "./faults.js";
import { githubAddress } from "./github.js";
import { length } from "./rules.js";
import { idOf, write, written } from "./write.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {import("./write.js").Answer} Answer */

const FEW = 150; // characters that are left when the reader is told

const form = /** @type {HTMLFormElement} */ (one(document, "[data-example-form]"));
const words = form.dataset;
/** @type {import("./rules.js").Rules} */
const rules = JSON.parse(words.rules ?? "");
const fields = /** @type {Field[]} */ (all(form, "[data-control]"));
const groups = all(form, "[data-source]");

/** @param {string} name of the part, as its data attribute has it */
const part = (name) => one(form, `[data-${name}]`);

/** @param {string} name of the field */
const named = (name) => fields.find((field) => field.name === name);

/** @param {string} text for the status line, which a screen reader reads aloud */
function tell(text) {
  part("status").textContent = text;
}

// --- answers ---

/**
 * @param {Field} field of the form
 * @returns {Answer} the answer in it
 */
function answerOf(field) {
  const { control = "line", most, required } = field.dataset;
  return {
    name: field.name,
    control,
    value: field.value,
    most: Number(most ?? 0),
    required: required !== undefined,
  };
}

/** @returns {Field[]} the fields that count: those of a source that is not asked for do not */
const asked = () =>
  fields.filter(
    (field) => !(/** @type {HTMLElement | null} */ (field.closest("[data-source]"))?.hidden),
  );

/** @returns {Answer[]} the answers in them */
const answers = () => asked().map(answerOf);

/** @returns {string} the file as it is now */
const file = () => write(answers(), rules, norwegianDay());

/** @returns {string} what the file is called */
const fileName = () => `${idOf(answers(), rules)}.yml`;

/**
 * @param {Field} field of the form
 * @returns {string} what is wrong with the answer, or nothing
 */
function wrong(field) {
  const found = faultOf(answerOf(field), answers(), rules, norwegianDay());
  return found ? fill(words[found.key] ?? "", found.values) : "";
}

// --- what is missing ---

/**
 * @param {Field} field of the form
 * @returns {string} what it is called, with the source it belongs to
 */
function nameOf(field) {
  const group = field.closest("[data-source]");
  const legend = group ? `${one(group, "legend").textContent}: ` : "";
  return `«${legend}${one(form, `label[for="${field.id}"] span`).textContent}»`;
}

/** @returns {[Field, string][]} every field with something wrong, and what it is */
function faults() {
  const found = asked().flatMap((field) => {
    const message = wrong(field);
    return message
      ? [/** @type {[Field, string]} */ ([field, `${nameOf(field)}: ${message}`])]
      : [];
  });
  const chapter = fields.find(({ name }) => name.startsWith("questions."));
  if (chapter && !saysSomething(answers())) found.push([chapter, words.missingChapter ?? ""]);
  return found;
}

/**
 * @param {[Field, string]} fault a field and what is wrong with it
 * @returns {HTMLElement} an item that leads to the field
 */
function item([field, message]) {
  const link = element("a", { href: `#${field.id}` }, message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    one(form, `label[for="${field.id}"]`).scrollIntoView();
    field.focus({ preventScroll: true });
  });
  return element("li", {}, link);
}

/** @param {Field} field whose characters are counted near the end */
function count(field) {
  const place = field.parentElement?.querySelector("[data-count]");
  if (!place) return;
  const left = Number(field.dataset.most) - length(written(answerOf(field), rules));
  const near = left < FEW ? fill(words.left ?? "", { count: left }) : "";
  place.textContent = left < 0 ? fill(words.over ?? "", { count: -left }) : near;
}

/**
 * What is wrong with an answer stands below it too, from when one leaves the field and until it is mended.
 * @param {Field} field of the form
 * @param {boolean} [leaving] whether the reader goes on
 */
function mark(field, leaving = false) {
  const before = field.parentElement?.querySelector(".contribute__fault");
  const message = field.value.trim() && (leaving || before) ? wrong(field) : "";
  field.setAttribute("aria-invalid", String(Boolean(message)));
  if (before?.textContent === message) return;
  before?.remove();
  const [help, id] = [`${field.id}-help`, `${field.id}-fault`];
  if (message) field.after(element("span", { class: "contribute__fault", id }, message));
  const described = [help, id].filter((name) => document.getElementById(name)).join(" ");
  if (described) field.setAttribute("aria-describedby", described);
  else field.removeAttribute("aria-describedby");
}

/** @param {Field} field where a date may be written as most people do: 5.9.2026 */
function tidy(field) {
  if (field.dataset.control !== "date") return;
  const norwegian = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(field.value.replace(/\s/g, ""));
  if (!norwegian) return;
  const [, day, month, year] = norwegian;
  field.value = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
}

// --- the page ---

/** @type {boolean | null} */
let complete = null; // whether the reader has been told that everything is there

/** Shows the file, what is missing, and the ways to send it. */
function show() {
  const found = faults();
  const ready = !found.length;
  part("missing").replaceChildren(...found.map(item));
  part("missing-box").hidden = ready;
  part("name").textContent = fileName();
  /** @type {HTMLTextAreaElement} */ (part("file")).value = file();
  if (complete !== ready) {
    complete = ready;
    tell((ready && words.done) || "");
  }
  github(ready);
  const mail = /** @type {HTMLAnchorElement | null} */ (form.querySelector("[data-do=mail]"));
  if (mail) mail.href = `${mail.href.split("?")[0]}?subject=${encodeURIComponent(fileName())}`;
  for (const told of all(form, ".contribute__fault")) {
    mark(
      /** @type {Field} */ (
        /** @type {unknown} */ (one(told.parentElement ?? form, "[data-control]"))
      ),
    );
  }
}

/** @param {boolean} ready whether everything is there, so that the link can be offered */
function github(ready) {
  const link = /** @type {HTMLAnchorElement | null} */ (form.querySelector("[data-do=github]"));
  if (!link) return;
  const { href, whole } = githubAddress(words.repo ?? "", fileName(), file());
  link.href = href;
  link.hidden = !ready;
  part("github-help").hidden = !ready;
  if (ready && !whole) tell(words.tooLong ?? "");
}

// Leaving with answers that are nowhere else asks first
let unsent = false;

function sent() {
  unsent = false;
}

/** @type {Record<string, () => void>} */
const actions = {
  download() {
    saveFile(fileName(), file(), "application/yaml");
    sent();
    tell(fill(words.downloaded ?? "", { file: fileName() }));
  },
  async copy() {
    /** @type {HTMLTextAreaElement} */ (part("file")).select();
    const copied = await copy(file());
    if (copied) sent();
    tell((copied ? words.copied : words.copyFailed) ?? "");
  },
  github: sent,
  mail: sent,
};

/** @param {number} change of how many sources there are */
function sources(change) {
  const next = groups.filter((group) => !group.hidden).length + change;
  groups.forEach((group, index) => {
    group.hidden = index >= next;
  });
  part("more").hidden = next === groups.length;
  part("less").hidden = next === 1;
  show();
}

// The usual case: what is told above stands in the document itself
const SAME = [
  ["title", "title"],
  ["publisher", "publisher"],
  ["url", "url"],
  ["valid_from", "published"],
];

function sameSource() {
  for (const [from, to] of SAME) {
    const [given, own] = [named(from), named(`source.${to}.1`)];
    if (given && own && (to !== "published" || given.value.trim() <= norwegianDay()))
      own.value = given.value;
  }
  for (const field of /** @type {Field[]} */ (all(groups[0], "[data-control]"))) mark(field, true);
  unsent = true;
  show();
}

/**
 * @param {Event} event in the form
 * @returns {Field | undefined} the field that is answered, unless it is the finished file
 */
function answered({ target }) {
  return fields.find((field) => field === target);
}

form.hidden = false;
form.addEventListener("input", (event) => {
  const field = answered(event);
  if (!field) return;
  unsent = true;
  count(field);
  mark(field);
  show();
});
form.addEventListener("change", (event) => {
  const field = answered(event);
  if (!field) return;
  tidy(field);
  mark(field, true);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of all(form, "[data-do]"))
  button.addEventListener("click", actions[button.dataset.do ?? ""]);
part("same").addEventListener("click", sameSource);
part("more").addEventListener("click", () => sources(1));
part("less").addEventListener("click", () => sources(-1));
addEventListener("beforeunload", (event) => {
  if (unsent) event.preventDefault();
});
show();
