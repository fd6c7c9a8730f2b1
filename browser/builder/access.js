// The name of a control says which answer it holds. Fields have their id as name; what is no field has a name of its
// own, such as «level.kapasitet» and «action.plan-risiko.owner».

import { documentOf } from "../answers/file.js";
import { proposed } from "./plan.js";
import { chosenIndicators, levelOf } from "./levels.js";
import { day, number, shortDay } from "./values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../answers/file.js").Action} Action */
/** @typedef {import("./rules.js").Rules} Rules */

const LISTS = /** @type {const} */ (["unknown", "sectors"]);

/**
 * What a control shows.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} name of the control
 * @param {string} edition of the page
 * @returns {string | string[]} its text; the values that are ticked, for one with several
 */
export function shownIn(answers, rules, name, edition) {
  if (Object.hasOwn(rules.fields, name)) return fieldText(answers, rules, name, edition);
  if (name === "document") return documentOf(answers);
  if (name === "edition") return answers.edition || edition;
  const list = LISTS.find((key) => key === name);
  if (list) return answers[list];
  if (name === "indicators") return chosenIndicators(answers, rules);
  if (name === "action") return proposed(answers, rules, edition).map(({ id }) => id);
  const [kind, id, part] = name.split(".");
  if (kind === "level") return levelOf(answers, rules, id);
  if (kind === "tekst") return answers.texts[id] ?? "";
  if (kind === "grunn") return answers.reasons[id] ?? "";
  const action = proposed(answers, rules, edition).find((row) => row.id === id);
  const text = action?.[/** @type {"text" | "owner" | "deadline"} */ (part)] ?? "";
  return part === "deadline" && day(text) ? shortDay(day(text)) : text;
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} name of a field
 * @param {string} edition of the page
 * @returns {string} what its control shows
 */
function fieldText(answers, rules, name, edition) {
  const { kind, default: before } = rules.fields[name];
  const kept = answers.fields[name] ?? before?.[edition] ?? "";
  return kind === "date" && day(kept) ? shortDay(day(kept)) : kept;
}

/**
 * Takes what a control holds into the answers.
 * @param {Answers} answers of the reader, which change
 * @param {Rules} rules of the page
 * @param {string} name of the control
 * @param {string | string[]} value its text, or the values that are ticked
 * @param {string} edition of the page
 */
export function take(answers, rules, name, value, edition) {
  const text = Array.isArray(value) ? "" : value;
  const [kind, id, part] = name.split(".");
  if (Object.hasOwn(rules.fields, name)) takeField(answers, rules, name, text);
  else if (name === "document" || name === "edition") answers[name] = text;
  else if (name === "unknown" || name === "sectors" || name === "indicators")
    answers[name] = [...value];
  else if (kind === "level")
    answers.levels[id] = /** @type {import("../answers/file.js").Level} */ (text);
  else if (kind === "tekst") replace(answers.texts, id, text);
  else if (kind === "grunn") replace(answers.reasons, id, text);
  else if (kind === "action") takeAction(answers, rules, id, part, value, edition);
}

/**
 * @param {Record<string, string>} texts by id, which change
 * @param {string} id of the text
 * @param {string} text the new one; an empty one takes it away
 */
function replace(texts, id, text) {
  if (text.trim()) texts[id] = text;
  else delete texts[id];
}

/**
 * @param {Answers} answers of the reader, which change
 * @param {Rules} rules of the page
 * @param {string} name of the field
 * @param {string} text in it. A number and a day are kept as such; one that is wrong is kept as it is typed
 */
function takeField(answers, rules, name, text) {
  const { kind } = rules.fields[name];
  const tidied = { number, date: day };
  const right = kind === "number" || kind === "date" ? tidied[kind](text) : "";
  replace(answers.fields, name, right || text);
  // A field that has something from the beginning may be emptied
  if (!text.trim() && rules.fields[name].default) answers.fields[name] = "";
  if (text.trim()) answers.unknown = answers.unknown.filter((id) => id !== name);
}

/**
 * @param {Answers} answers of the reader, which change
 * @param {Rules} rules of the page
 * @param {string} id of the action; none for the list of those that are ticked
 * @param {string} part of it
 * @param {string | string[]} value typed, or the ids that are ticked
 * @param {string} edition of the page
 */
function takeAction(answers, rules, id, part, value, edition) {
  const before = proposed(answers, rules, edition);
  if (!id) {
    const all = proposed({ ...answers, actions: null }, rules, edition, true);
    const own = before.filter((row) => !Object.hasOwn(rules.plan, row.id));
    const ticked = [...value].flatMap(
      (one) => [...before, ...all].find((row) => row.id === one) ?? [],
    );
    answers.actions = [...ticked, ...own];
    return;
  }
  const found = before.find((row) => row.id === id) ?? { id, text: "", owner: "", deadline: "" };
  const text = String(value);
  const changed = { ...found, [part]: (part === "deadline" && day(text)) || text };
  const others = before.filter((row) => row.id !== id);
  const own = !Object.hasOwn(rules.plan, id);
  const gone = own && !changed.text && !changed.owner && !changed.deadline;
  const at = before.findIndex((row) => row.id === id);
  if (!gone) others.splice(at < 0 ? others.length : at, 0, changed);
  // Who gets an action that is not ticked is no answer
  answers.actions = own || at >= 0 ? others : answers.actions;
}
