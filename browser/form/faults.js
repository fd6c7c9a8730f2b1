// What is wrong with an answer: the same that check would refuse, told before anything is sent.

import { isDay } from "../shared/dates.js";
import { hasPerson } from "./person.js";
import { expression, isBlank, length } from "./rules.js";
import { entry, idOf, written } from "./write.js";

/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./write.js").Answer} Answer */

/**
 * @typedef {object} Fault
 * @property {string} key what is wrong, as the words of the page are named
 * @property {Record<string, string | number>} values that belong in the words
 */

const WITHOUT_MARK = "lesson"; // our own conclusion, which need not point to a source

/**
 * Finds what is wrong with one answer.
 * @param {Answer} answer of the form
 * @param {Answer[]} answers all of them
 * @param {Rules} rules of check
 * @param {string} today for instance 2026-11-25
 * @returns {Fault | undefined} the first fault, or nothing
 */
export function faultOf(answer, answers, rules, today) {
  const value = written(answer, rules);
  if (!value) return answer.required ? fault("missingField") : undefined;
  const over = answer.most ? length(value) - answer.most : 0;
  if (over > 0) return fault("missingLong", { count: over });
  const asks = {
    url: wrongUrl,
    date: wrongDate,
    text: wrongMark,
    line: wrongId,
    choice: () => undefined,
  };
  const special = asks[/** @type {keyof typeof asks} */ (answer.control)];
  return wrongText(value, answer, rules) ?? special(value, answer, answers, rules, today);
}

/**
 * Tells whether anything is told about a question or a measure. An example must say something.
 * @param {Answer[]} answers of the form
 * @returns {boolean} whether it is
 */
export function saysSomething(answers) {
  return answers.some(({ name, value }) => /^(questions|measures)\./.test(name) && value.trim());
}

/**
 * @param {string} key of the words
 * @param {Fault["values"]} [values] that belong in them
 * @returns {Fault} the fault
 */
function fault(key, values = {}) {
  return { key, values };
}

/**
 * What no text may have.
 * @param {string} value as it is written
 * @param {Answer} answer of the form
 * @param {Rules} rules of check
 * @returns {Fault | undefined} the first fault
 */
function wrongText(value, answer, rules) {
  const { invisible, email, html, misread } = rules.patterns;
  if (answer.control === "choice" || answer.control === "date") return undefined;
  if (expression(misread).test(value)) return fault("missingMisread");
  if (expression(invisible).test(value)) return fault("missingInvisible");
  if (isBlank(value, rules)) return fault("missingInvisible");
  if (expression(email).test(value)) return fault("missingEmail");
  if (hasPerson(value, rules)) return fault("missingPerson");
  if (answer.control === "url") return undefined;
  if (expression(html).test(value)) return fault("missingHtml");
  // A word that no line has room for cannot be divided
  const [group, key] = answer.name.includes(".") ? answer.name.split(".") : ["", answer.name];
  const indent = group === "source" ? "    " : group && "  ";
  const lines = entry(key, answer, indent, rules);
  return lines.some((line) => length(line) > rules.longest) ? fault("missingWide") : undefined;
}

/**
 * @param {string} value as it is written
 * @param {Answer} _ the answer
 * @param {Answer[]} __ all answers
 * @param {Rules} rules of check
 * @returns {Fault | undefined} whether it is no address
 */
function wrongUrl(value, _, __, rules) {
  return expression(rules.patterns.url).test(value) ? undefined : fault("missingUrl");
}

/**
 * @param {string} _ the value
 * @param {Answer} answer of the form
 * @param {Answer[]} answers all of them
 * @param {Rules} rules of check
 * @returns {Fault | undefined} whether the id, which is made of the answer, is refused
 */
function wrongId(_, answer, answers, rules) {
  if (answer.name !== "title") return undefined;
  return hasPerson(idOf(answers, rules), rules) ? fault("missingPerson") : undefined;
}

/**
 * @param {string} value as it is written
 * @param {Answer} answer of the form
 * @param {Answer[]} answers all of them
 * @param {Rules} rules of check
 * @returns {Fault | undefined} whether the text points to a source that is not there, or to none of several
 */
function wrongMark(value, answer, answers, rules) {
  const numbers = new Set(
    answers.filter(({ name }) => name.startsWith("source.")).map(({ name }) => name.split(".")[2]),
  );
  const marks = [...value.matchAll(expression(rules.patterns.mark, "g"))].map((mark) =>
    Number(mark[1]),
  );
  if (marks.some((mark) => mark < 1 || mark > numbers.size)) return fault("missingNosource");
  const wanted = numbers.size > 1 && answer.name !== WITHOUT_MARK;
  return wanted && !marks.length ? fault("missingMark") : undefined;
}

/**
 * @param {string} value as it is written
 * @param {Answer} answer of the form
 * @param {Answer[]} answers all of them
 * @param {Rules} rules of check
 * @param {string} today for instance 2026-11-25
 * @returns {Fault | undefined} whether it is no date, or one that cannot be right
 */
function wrongDate(value, answer, answers, rules, today) {
  const key = answer.name.replace(/^source\.(\w+)\..*/, "$1");
  const year = Number(value.slice(0, 4));
  if (!isDate(value) || year < rules.firstYear) return fault("missingDate");
  if (rules.past.includes(key) && value > later(today, rules.grace).slice(0, value.length))
    return fault("missingFuture");
  if (year > Number(today.slice(0, 4)) + (rules.ahead[key] ?? Infinity)) {
    return fault("missingAhead", { count: rules.ahead[key] });
  }
  if (year > rules.lastYear) return fault("missingDate");
  if (key !== "valid_to") return undefined;
  const other = (/** @type {string} */ name) =>
    answers.find((found) => found.name === name)?.value.trim() ?? "";
  if (`${value}${"-12-31".slice(value.length - 4)}` < other("valid_from"))
    return fault("missingOrder");
  const ended = value < today.slice(0, value.length);
  return ended && other("status") === "in-force" ? fault("missingEnded") : undefined;
}

/**
 * @param {string} value perhaps a year, a month or a day
 * @returns {boolean} whether it is one that is in the calendar
 */
function isDate(value) {
  const whole = value + "-01-01".slice(value.length - 4);
  return /^\d{4}(-\d\d){0,2}$/.test(value) && isDay(whole);
}

/**
 * @param {string} day for instance 2026-12-31
 * @param {number} days to add
 * @returns {string} that day, for instance 2027-01-01
 */
function later(day, days) {
  const moment = new Date(`${day}T00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
