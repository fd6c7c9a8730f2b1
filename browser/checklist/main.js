// Entry point: ticks on a checklist. They are counted at once, kept as ticks.js tells, saved to and opened from a file,
// which the tools open too. Nothing is ever sent. The words come with the page, as data attributes of the toolbar.

import { open as openFile } from "../answers/open.js";
import { KEY } from "../answers/store.js";
import { readWord } from "../builder/read-word.js";
import { norwegianDay } from "../shared/dates.js";
import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { isRecord } from "../shared/json.js";
import { saveFile } from "../shared/save-file.js";
import { store } from "../shared/storage.js";
import { Parts } from "./parts.js";
import { became } from "./retired.js";
import { Ticks } from "./ticks.js";

const tools = one(document, ".checklist__tools");
const boxes = /** @type {HTMLInputElement[]} */ (all(document, ".checkpoint input"));
const ids = new Set(boxes.map((box) => box.id));
const known = new Set((tools.dataset.ids ?? "").split(" "));
const status = one(tools, "[data-status]");
const ticks = new Ticks(
  store(() => sessionStorage),
  store(() => localStorage),
  [...known],
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
  const day = new Date(ticks.when ?? "");
  const when = Number.isNaN(day.getTime()) ? "" : day.toLocaleDateString("nb-NO");
  tell(when ? say("remembered", { when }) : say("rememberedUndated"));
}

/** Shows the ticks, the count, and the buttons that would do something now. */
function show() {
  const ticked = ticks.done;
  for (const box of boxes) {
    box.checked = ticked.has(box.id);
    showGiven(box.id);
  }
  const done = boxes.filter((box) => box.checked).length;
  one(tools, "[data-count]").textContent = say("count", { done, all: boxes.length });
  const bar = /** @type {HTMLProgressElement} */ (one(tools, "[data-progress]"));
  bar.max = boxes.length;
  bar.value = done;
  parts.count();
  action("remember").hidden = ticks.remembered;
  action("forget").hidden = !ticks.remembered && !ticked.size;
}

/**
 * Shows an answer that is no tick, such as «partly», in words before what describes the box.
 * @param {string} id of the checkpoint
 */
function showGiven(id) {
  const place = one(document, `#${id}-vis`);
  const status = ticks.given(id) ?? "yes";
  place.querySelector("[data-answered]")?.remove();
  if (status === "yes") return;
  const answer = tools.dataset[`given${status[0].toUpperCase()}${status.slice(1)}`] ?? "";
  place.prepend(element("strong", { "data-answered": "" }, say("answer", { answer })), " ");
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
  saveFile(file, ticks.written(), "application/json");
  tell(say("saved", { file }));
}

/** @param {HTMLInputElement} input where the reader has chosen a file */
async function open(input) {
  const file = input.files?.[0];
  if (!file) return;
  const found = await openFile(file, ticks.known, readWord);
  input.value = "";
  if (found.kind !== "ours") {
    tell(say(found.kind === "newer" ? "newerFile" : "badFile", { file: file.name }));
    return;
  }
  const { checkpoints, kept: rest } = found.answers;
  // What is ticked of a point that is gone is kept, but does not tick the one that has taken over: it may demand more
  const gone = Object.keys(isRecord(rest.checkpoints) ? rest.checkpoints : {});
  const { merged, withdrawn, unknown } = became(gone, known, tools.dataset.forward ?? "");
  const { kept, differing } = ticks.add(found.answers);
  const done = Object.values(checkpoints).filter(({ status }) => status === "yes").length;
  const changes = [
    ...merged.map(([old, to]) => say("merged", { old, to })),
    ...withdrawn.map((old) => say("withdrawn", { old })),
  ];
  const told = [say("opened", { file: file.name, done })];
  if (changes.length) told.push(`${say("retired")} ${changes.join(", ")}.`);
  if (unknown.length) told.push(say("unknown", { count: unknown.length }));
  if (differing) told.push(say("differing", { count: differing }));
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
