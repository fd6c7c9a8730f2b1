// Entry point: ticks on a checklist. They are counted at once, kept as ticks.js tells, saved to and opened from a file.
// Nothing is ever sent. The words come with the page, as data attributes of the toolbar.

import { norwegianDay } from "../shared/dates.js";
import { all, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { saveFile } from "../shared/save-file.js";
import { store } from "../shared/storage.js";
import { read, write } from "./file.js";
import { Parts } from "./parts.js";
import { became } from "./retired.js";
import { KEY, Ticks } from "./ticks.js";

const LARGEST = 1_000_000; // bytes of a file that is read at all

const tools = one(document, ".checklist__tools");
const boxes = /** @type {HTMLInputElement[]} */ (all(document, ".checkpoint input"));
const ids = new Set(boxes.map((box) => box.id));
const known = new Set((tools.dataset.ids ?? "").split(" "));
const status = one(tools, "[data-status]");
const ticks = new Ticks(
  store(() => sessionStorage),
  store(() => localStorage),
);

/** @param {string} name of the button or the field */
const action = (name) => one(tools, `[data-do="${name}"]`);

/**
 * Words of the page, with values in them.
 * @param {string} name of the words
 * @param {Record<string, string | number>} [values] that belong in them
 * @returns {string} the text
 */
const say = (name, values = {}) => fill(tools.dataset[name] ?? "", values);

/** @param {string} text for the status line, which a screen reader reads aloud */
function tell(text) {
  status.textContent = text;
}

const parts = new Parts((done, all) => say("part", { done, all }));

/** Tells that the machine keeps the ticks, and since when if that is known. */
function tellRemembered() {
  const written = { dateStyle: "short", timeStyle: "short" };
  const when =
    ticks.when &&
    new Date(ticks.when).toLocaleString(
      "nb-NO",
      /** @type {Intl.DateTimeFormatOptions} */ (written),
    );
  tell(when ? say("remembered", { when }) : say("rememberedUndated"));
}

/** Shows the ticks, the count, and the buttons that would do something now. */
function show() {
  for (const box of boxes) box.checked = ticks.done.has(box.id);
  const done = boxes.filter((box) => box.checked).length;
  one(tools, "[data-count]").textContent = say("count", { done, all: boxes.length });
  const bar = /** @type {HTMLProgressElement} */ (one(tools, "[data-progress]"));
  bar.max = boxes.length;
  bar.value = done;
  parts.count();
  action("remember").hidden = ticks.remembered;
  action("forget").hidden = !ticks.remembered && !ticks.done.size;
}

/** @param {HTMLInputElement} box that the reader has ticked or unticked */
function changed(box) {
  if (!ticks.set(box.id, box.checked)) tell(say("noStorage"));
  else if (ticks.remembered) tellRemembered();
  else tell(say("unsaved"));
}

function remember() {
  if (ticks.remember(ids)) tellRemembered();
  else tell(say("noStorage"));
}

function forget() {
  ticks.forget();
  tell(say("forgotten"));
}

function save() {
  const file = `sjekkliste-${norwegianDay()}.json`;
  saveFile(file, `${write(ticks.done, new Date(), 2)}\n`, "application/json");
  tell(say("saved", { file }));
}

/** @param {HTMLInputElement} input where the reader has chosen a file */
async function open(input) {
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  const found = read(file.size < LARGEST ? await file.text().catch(() => null) : null);
  if (found.kind !== "ours") {
    tell(say(found.kind === "newer" ? "newerFile" : "badFile", { file: file.name }));
    return;
  }
  const { done } = found.saved;
  const kept = ticks.replace(done);
  const { merged, withdrawn, unknown } = became(done, known, tools.dataset.forward ?? "");
  const changes = [
    ...merged.map(([old, to]) => say("merged", { old, to })),
    ...withdrawn.map((old) => say("withdrawn", { old })),
  ];
  const told = [say("opened", { file: file.name, done: done.length })];
  if (changes.length) told.push(`${say("retired")} ${changes.join(", ")}.`);
  if (unknown.length) told.push(say("unknown", { count: unknown.length }));
  if (!kept) told.push(say("noStorage"));
  tell(told.join(" "));
}

/** @param {boolean} blank whether the boxes are printed empty */
function print(blank) {
  const classes = document.documentElement.classList;
  if (blank) for (const box of boxes) box.checked = false;
  classes.toggle("print-blank", blank);
  classes.add("print-list");
  window.print();
  classes.remove("print-blank", "print-list");
}

/** @type {Record<string, () => void>} */
const actions = {
  remember,
  forget,
  save,
  print: () => print(false),
  "print-blank": () => print(true),
};

/** @returns {boolean} whether the page is new, so that the browser has not filled in its boxes from before */
function isNew() {
  const [entry] = performance.getEntriesByType("navigation");
  return /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type === "navigate";
}

tools.hidden = false;
if (ticks.remembered) tellRemembered();
// On a slow line the reader may tick before this script is there
for (const box of boxes) if (box.checked && isNew()) ticks.set(box.id, true);
show();
for (const box of boxes) {
  box.addEventListener("change", () => {
    changed(box);
    show();
  });
}
for (const [name, run] of Object.entries(actions)) {
  action(name).addEventListener("click", () => {
    run();
    show();
  });
}
action("open").addEventListener("change", async ({ target }) => {
  await open(/** @type {HTMLInputElement} */ (target));
  show();
});
// Back gives the page as it was, or as the browser fills it in again after the script has run. Other pages may have
// been ticked meanwhile.
addEventListener("pageshow", () => {
  ticks.load();
  show();
});
addEventListener("storage", ({ key, newValue, storageArea }) => {
  if (storageArea !== localStorage || (key !== null && key !== KEY)) return;
  ticks.heard(newValue);
  show();
});
