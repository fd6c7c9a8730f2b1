// What the answers say: what the law demands and is not in place, what comes next, and the files to take along.

import { all, element, one } from "../shared/dom.js";
import { form, say } from "../tool/page.js";
import { state } from "../tool/state.js";
import { RESULT, show } from "../tool/steps.js";
import { bar, counted, key } from "./bars.js";
import { downloads } from "./downloads.js";
import { model, words } from "./page.js";
import { printFilled } from "./print.js";
import { chapters, drafted, duties, nextFive } from "./rules.js";
import { change, documentLink, mark, who } from "./told.js";
import { openBefore, table } from "./year.js";

/** @typedef {import("./rules.js").Duties} Duties */
/** @typedef {import("./rules.js").Action} Action */

/** Shows the result of the answers as they are now. */
export function showResult() {
  const body = state.answers.fields.verksemd;
  const found = duties(state.answers, model);
  one(form, `[data-step="${RESULT}"]`).replaceChildren(
    element("h1", { tabindex: "-1" }, body ? say("result", { body }) : say("result.nobody")),
    ...summed(found),
    downloads(),
    ...missing(found),
    ...next(),
    ...beyond(),
    ...later(),
    ...onward(),
  );
  show(true);
}

/**
 * @param {Duties} found what the law demands, by what is answered
 * @returns {HTMLElement[]} how many of them are in place, in words and never as a share
 */
function summed({ done, open, unanswered, not, all: count }) {
  const told = [say("duties", { done: done.length, all: count, open: open.length })];
  if (unanswered.length) told.push(say("duties.unanswered", { count: unanswered.length }));
  if (not.length) told.push(say("duties.not", { count: not.length }));
  const nothing = !done.length && !open.length && !not.length;
  return [
    element(
      "p",
      { class: "lead", "data-duties": "" },
      nothing ? say("duties.none") : told.join(" "),
    ),
  ];
}

/**
 * @param {Duties} found what the law demands, by what is answered
 * @returns {HTMLElement[]} what is not in place, each with what to do
 */
function missing({ done, open, unanswered, not }) {
  const shown = [];
  if (open.length)
    shown.push(element("ul", { class: "todos", "data-open": "" }, ...open.map(duty)));
  else if (done.length || not.length) shown.push(element("p", {}, say("open.none")));
  if (shown.length) shown.unshift(element("h2", {}, say("open")));
  if (unanswered.length) shown.push(left(unanswered));
  return shown;
}

/**
 * @param {string[]} ids of the duties that nobody has answered
 * @returns {HTMLElement} links to where they are answered, folded together
 */
function left(ids) {
  const links = ids.map((id) => element("li", {}, change(id, words.points[id].text)));
  return element(
    "details",
    { class: "fold" },
    element("summary", {}, say("open.unanswered", { count: ids.length })),
    element("ul", {}, ...links),
  );
}

/**
 * @param {string} id of a duty that is not in place
 * @returns {HTMLElement} the section, what is answered, what to do, and which document helps
 */
function duty(id) {
  const first = say(statusWord(id) === "unknown" ? "do.unknown" : "do");
  return element(
    "li",
    { class: "todo" },
    element("h3", {}, words.points[id].text),
    element("p", {}, mark(id)),
    element("p", {}, `${say("answered")}: ${words.statuses[statusWord(id)]}.`),
    element("p", {}, element("strong", {}, `${first}: `), words.points[id].todo),
    element(
      "p",
      { class: "todo__more" },
      documentLink(id),
      ...who(id),
      change(id, say("change"), true),
    ),
  );
}

/**
 * @param {string} id of a point that is answered
 * @returns {import("./model.js").Status} the answer
 */
function statusWord(id) {
  return /** @type {import("./model.js").Status} */ (state.answers.checkpoints[id]?.status);
}

/** @returns {HTMLElement[]} the next actions, and the rule that has chosen them */
function next() {
  const found = nextFive(state.answers, model);
  const inDraft = drafted(state.answers, model);
  if (!found.length) return [];
  return [
    element("h2", {}, say("actions")),
    element(
      "ol",
      { class: "todos", "data-next": "" },
      ...found.map((action) => nextOne(action, inDraft.has(action.id))),
    ),
    element(
      "details",
      { class: "fold" },
      element("summary", {}, say("actions.rule")),
      ...words.rule.split("\n\n").map((part) => element("p", {}, part)),
    ),
  ];
}

/**
 * @param {Action} action that comes next
 * @param {boolean} isDrafted whether it stands in the draft of the strategy
 * @returns {HTMLElement} what to do, why now, who and when
 */
function nextOne({ id, because, owner, deadline, quarter }, isDrafted) {
  const when = deadline ? who(id, "deadline") : [`${say("when")}: ${words.quarters[quarter]}.`];
  return element(
    "li",
    { class: "todo" },
    element("h3", {}, words.points[id].todo),
    element("p", {}, `${words.because[because]}.`, ...(isDrafted ? [` ${say("in-draft")}`] : [])),
    element(
      "p",
      { class: "todo__more" },
      element("span", {}, `${say("owner")}: ${owner || say("owner.none")}.`),
      ...when.map((part) => element("span", {}, part)),
      change(id, say("change"), true),
    ),
  );
}

/** @returns {HTMLElement[]} how far one has come with what the law does not demand */
function beyond() {
  const rows = chapters(state.answers, model).map((chapter) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, words.chapters[chapter.id]),
      element("td", {}, counted(chapter)),
      element("td", {}, bar(chapter)),
    ),
  );
  return [
    element("h2", {}, say("beyond")),
    element("p", {}, say("beyond.text")),
    table(["beyond.part", "beyond.answers", "beyond.picture"], rows),
    key(),
  ];
}

/** @returns {HTMLElement[]} how to see what has moved since last year */
function later() {
  const input = element("input", {
    class: "visually-hidden",
    type: "file",
    id: "open-before",
    "data-do": "open-before",
    accept: ".json,.docx",
  });
  input.addEventListener("change", () => openBefore(input));
  const label = element("label", { class: "button", for: "open-before" }, say("before.open"));
  return [
    element("h2", {}, say("before")),
    element("p", {}, say("before.text")),
    element("p", { class: "buttons" }, element("span", { class: "builder__open" }, label, input)),
  ];
}

/** @returns {HTMLElement[]} where to go from here */
function onward() {
  const print = element(
    "button",
    { type: "button", class: "button", "data-do": "print" },
    say("print"),
  );
  print.addEventListener("click", printFilled);
  const rest = element("a", { class: "button", href: "#steg/sporsmal" }, say("onward.rest"));
  const links = all(form, "[data-onward] a").map((link) => link.cloneNode(true));
  return [
    element("h2", {}, say("onward")),
    element("p", { class: "buttons" }, rest, .../** @type {HTMLElement[]} */ (links), print),
  ];
}
