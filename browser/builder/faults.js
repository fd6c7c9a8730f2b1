// What is wrong with an answer, and what is still missing. Only what is wrong stops the reader.

import { documentOf } from "../answers/file.js";
import { defaultOf } from "./rules.js";
import { isNone } from "./none.js";
import { amount, day, isFormed, number } from "./values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("../tool/fault-summary.js").Fault} Fault */

const LARGEST = 1_000_000;

/** Numbers that count some of what another number counts, with what to tell when they are more. */
const PARTS = [
  { part: "tal.besok", whole: "tal.kontrollar", key: "site" },
  { part: "tal.risikokontraktar", whole: "tal.kontraktar", key: "part" },
  { part: "tal.risikovurderte", whole: "tal.kontraktar", key: "part" },
  { part: "tal.kontrollerte", whole: "tal.kontraktar", key: "part" },
];

/**
 * What is wrong with the answers of a step.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string[]} names of the step's controls
 * @returns {Fault[]} in the order of the controls, one for each that has something wrong
 */
export function faults(answers, rules, names) {
  const found = names.flatMap((name) => {
    const fault = faultOf(answers, rules, name);
    return fault ? [fault] : [];
  });
  return [...found, ...together(answers, names)];
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} name of a control
 * @returns {Fault | undefined} what is wrong with it alone
 */
function faultOf(answers, rules, name) {
  const deadline = /^action\.([a-z0-9-]+)\.deadline$/.exec(name);
  if (deadline) {
    const typed = answers.actions?.find(({ id }) => id === deadline[1])?.deadline ?? "";
    if (typed && !day(typed)) return { name, key: "date" };
    return isEarly(typed, answers) ? { name, key: "early" } : undefined;
  }
  const [kind, id] = name.split(".");
  const long = kind === "tekst" ? answers.texts[id] : kind === "grunn" && answers.reasons[id];
  if (long && long.length > rules.most.long) return { name, key: "long", most: rules.most.long };
  const field = rules.fields[name];
  const value = answers.fields[name] ?? "";
  const fault = field && fieldFault(value, name, field.kind, rules);
  if (fault || !field || !value.trim()) return fault;
  if (field.form && !isFormed(field, value)) return { name, key: field.form };
  return field.kind === "date" && isEarly(value, answers) ? { name, key: "early" } : undefined;
}

/**
 * @param {string} date as it is typed
 * @param {Answers} answers of the reader
 * @returns {boolean} whether it is more than a year before the first year of the document, and so a slip
 */
function isEarly(date, { fields }) {
  const first = Number(fields["periode.fra"] ?? "");
  return first > 1990 && Boolean(day(date)) && day(date) < `${first - 1}-01-01`;
}

/**
 * @param {string} value of the field
 * @param {string} name of the field
 * @param {string} kind of the field
 * @param {Rules} rules of the page
 * @returns {Fault | undefined} what is wrong with it
 */
function fieldFault(value, name, kind, rules) {
  const most = rules.most[kind];
  if (!value.trim()) return rules.required.includes(name) ? { name, key: "required" } : undefined;
  if (kind === "number" && !number(value)) return { name, key: "number" };
  if (kind === "number" && (amount(value) ?? 0) > LARGEST) return { name, key: "large" };
  if (kind === "date" && !day(value)) return { name, key: "date" };
  return most && value.length > most && kind !== "date" ? { name, key: "long", most } : undefined;
}

/**
 * @param {Answers} answers of the reader
 * @param {string[]} names of the step's controls
 * @returns {Fault[]} answers that do not go together
 */
function together({ fields }, names) {
  /** @type {Fault[]} */
  const found = [];
  const [from, to] = [fields["periode.fra"], fields["periode.til"]];
  if (names.includes("periode.til") && /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && to < from)
    found.push({ name: "periode.til", key: "years" });
  for (const { part, whole, key } of PARTS) {
    const [some, every] = [amount(fields[part]), amount(fields[whole])];
    if (names.includes(part) && some !== undefined && every !== undefined && some > every)
      found.push({ name: part, key });
  }
  return found;
}

/**
 * The fields of a step that nobody has answered.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string[]} names of the fields
 * @returns {string[]} the names of those that this document needs, and that are neither filled in nor unknown
 */
export function missing(answers, rules, names) {
  return names.filter(
    (name) =>
      !answers.unknown.includes(name) &&
      !rules.optional.includes(name) &&
      !isNone(answers, rules, name) &&
      !(answers.fields[name] ?? defaultOf(rules, name)) &&
      (rules.documents[name]?.includes(documentOf(answers)) ?? true),
  );
}
