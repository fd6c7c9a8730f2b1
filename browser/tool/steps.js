// One thing a screen: a step, or one question or measure of a step that has many. Each screen has an address, so that
// Back leads to the one before, from a disk too.

import { fragment } from "../shared/address.js";
import { all, element, one } from "../shared/dom.js";
import { form, rules, say } from "./page.js";

/** @typedef {{ step: string, chapter: string }} Screen */

const BEFORE = "steg/";
export const RESULT = "resultat";
export const MERGE = "flett";
export const steps = Object.keys(rules.steps);
const sections = all(form, "[data-step]");
const around = /** @type {HTMLElement[]} */ ([...(form.parentElement?.children ?? [])]).filter(
  (other) => other !== form && !other.matches(".page-foot"),
);
const siteTitle = document.title;

/** @returns {Screen[]} every screen with questions, in order. What does not concern this body is left out */
function screens() {
  return steps.flatMap((step) => {
    const chapters = all(one(form, `[data-step="${step}"]`), "[data-chapter]:not([hidden])");
    return chapters.length
      ? chapters.map(({ dataset }) => ({ step, chapter: dataset.chapter ?? "" }))
      : [{ step, chapter: "" }];
  });
}

/** @returns {Screen} what the address points to; the step is «start» for any other address */
function screen() {
  const id = fragment();
  const [step, chapter = ""] = id.startsWith(BEFORE) ? id.slice(BEFORE.length).split("/") : [""];
  if (!sections.some((section) => section.dataset.step === step))
    return { step: "start", chapter: "" };
  const first = screens().find((other) => other.step === step);
  const found = screens().find((other) => other.step === step && other.chapter === chapter);
  return found ?? first ?? { step, chapter: "" };
}

/** @returns {string} the step that is shown */
export const here = () => screen().step;

/** @returns {HTMLElement} the part of the page with the step one is at */
export const current = () => one(form, `[data-step="${here()}"]`);

/**
 * @param {Screen | undefined} target a screen
 * @returns {string} its address, without the sign; that of the list of steps for none
 */
function addressOf(target) {
  if (!target || target.step === "start") return "steg";
  return BEFORE + [target.step, target.chapter].filter(Boolean).join("/");
}

/** @param {string} step to go to, as a link to it would */
export function go(step) {
  location.hash = addressOf({ step, chapter: "" });
}

/** Goes to the screen after this one; after the last, to the result. */
export function goOn() {
  location.hash = addressOf(beside(1) ?? { step: RESULT, chapter: "" });
}

/**
 * @param {number} by how many screens
 * @returns {Screen | undefined} the screen so far from this one, if there is one
 */
function beside(by) {
  const { step, chapter } = screen();
  const order = screens();
  const at = order.findIndex((other) => other.step === step && other.chapter === chapter);
  return at < 0 ? undefined : order[at + by];
}

/**
 * While a step is shown, its heading is the one of the first level. Where a step has chapters, theirs is.
 * @param {HTMLElement} section a step
 */
export function raiseHeadings(section) {
  const chapters = section.querySelector("[data-chapter]") !== null;
  if (chapters) one(section, "h2").remove();
  for (const heading of all(section, "h2, h3, h4")) {
    const name = `h${Number(heading.localName[1]) - (chapters ? 2 : 1)}`;
    const raised = element(/** @type {"h1"} */ (name), {
      tabindex: heading.getAttribute("tabindex"),
    });
    raised.append(...heading.childNodes);
    heading.replaceWith(raised);
  }
}

/**
 * Shows what the address points to.
 * @param {boolean} arrived whether the reader has come from another screen, so that the heading gets the focus
 */
export function show(arrived) {
  const { step, chapter } = screen();
  const started = step !== "start";
  for (const section of sections) section.hidden = section.dataset.step !== step;
  for (const other of around) other.hidden = started;
  for (const other of all(current(), "[data-chapter]"))
    other.classList.toggle("is-aside", other.dataset.chapter !== chapter);
  document.documentElement.classList.toggle("is-building", started);
  one(form, "[data-faults]").hidden = true;
  const heading = all(current(), "h1").find((other) => !other.closest(".is-aside"));
  document.title = heading && started ? titleOf(heading) : siteTitle;
  showFoot(step);
  if (!arrived) return;
  if (!started) one(document, fragment() === "steg" ? "#steg" : "#innhald").scrollIntoView();
  else if (heading) {
    heading.focus({ preventScroll: true });
    form.scrollIntoView();
  }
}

/**
 * Shows several steps, one below the other, to be printed.
 * @param {(step: string) => boolean} wanted whether a step is
 */
export function showSteps(wanted) {
  for (const section of sections) section.hidden = !wanted(section.dataset.step ?? "");
  for (const other of around) other.hidden = other.localName !== "h1";
}

/**
 * @param {HTMLElement} heading of the screen
 * @returns {string} the title of the page while it is shown. What it says of where one is stands above the heading too
 */
function titleOf(heading) {
  const { step, chapter } = screen();
  const number = steps.indexOf(step) + 1;
  const name = heading.textContent ?? "";
  const page = form.dataset.page ?? "";
  if (!number) return `${name} – ${page}`;
  const where = say("where", { number, all: steps.length });
  const parts = screens().filter((other) => other.step === step);
  const part = parts.findIndex((other) => other.chapter === chapter) + 1;
  const told = { where, step: current().dataset.title ?? "", part, parts: parts.length };
  one(current(), "[data-where]").textContent = chapter ? say("where.part", told) : where;
  one(current(), ".step__lead").hidden = part > 1;
  return say("title", { where, step: name, page });
}

/** @param {string} step that is shown */
function showFoot(step) {
  const foot = one(form, "[data-foot]");
  foot.hidden = step !== RESULT && !steps.includes(step);
  const next = one(foot, "[data-do=next]");
  next.hidden = step === RESULT;
  next.textContent = say(step === steps.at(-1) ? "finish" : "next");
  const before = step === RESULT ? { step: steps.at(-1) ?? "", chapter: "" } : beside(-1);
  link("back").href = `#${addressOf(before)}`;
  const following = steps[steps.indexOf(step) + 1] ?? RESULT;
  link("skip").hidden = !screen().chapter;
  link("skip").href = `#${addressOf({ step: following, chapter: "" })}`;
}

/**
 * @param {string} name of the action
 * @returns {HTMLAnchorElement} the link for it below the step
 */
function link(name) {
  return /** @type {HTMLAnchorElement} */ (one(form, `[data-foot] [data-do=${name}]`));
}
