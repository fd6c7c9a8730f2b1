// What people type, and what is kept: a number with a comma, a day as 2027-03-01.

const MONTHS = // the same in both editions
  "januar februar mars april mai juni juli august september oktober november desember".split(" ");
const NORWEGIAN = /^(\d{1,2})\.\s*(\d{1,2}|[a-zæøå]+)\.?\s*(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a number as people write it: 1 200, 12,5 or 12.5.
 * @param {string} text typed
 * @returns {string} the number without spaces and with a comma; nothing when the text is no number
 */
export function number(text) {
  const plain = text.replace(/\s/g, "").replace(".", ",");
  return /^\d+(,\d+)?$/.test(plain) ? plain : "";
}

/** What each form of a text or a number looks like. `macros/content/blanks.py` has the same. */
const FORMS = {
  year: /^(19|20)\d\d$/,
  percent: /^(\d{1,2}(,\d+)?|100)$/,
  whole: /^\d+$/,
};

/**
 * Whether an answer is what its field wants: a year, a share from 0 to 100, or a count.
 * @param {import("../answers/file.js").Field | undefined} field that is answered
 * @param {string} value as it is typed
 * @returns {boolean} true also for a field that takes anything
 */
export function isFormed(field, value) {
  const plain = field?.kind === "number" ? number(value) : value.trim();
  return !field?.form || FORMS[field.form].test(plain);
}

/**
 * The value of a number that is kept.
 * @param {string | undefined} text kept
 * @returns {number | undefined} the value; undefined when the text is no number
 */
export function amount(text) {
  const plain = number(text ?? "");
  return plain ? Number(plain.replace(",", ".")) : undefined;
}

/**
 * A number as running text has it: 20 000, but 2000.
 * @param {string} text the number as it is kept
 * @returns {string} the same with no-break spaces in what has five digits or more
 */
export function grouped(text) {
  const [whole, part] = text.split(",");
  const shown = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : whole;
  return part === undefined ? shown : `${shown},${part}`;
}

/**
 * Reads a day as people write it: 1.3.2027, 1. mars 2027 or 2027-03-01.
 * @param {string} text typed
 * @returns {string} the day as 2027-03-01; nothing when there is no such day
 */
export function day(text) {
  const plain = text.trim().toLowerCase();
  const iso = ISO.exec(plain);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = NORWEGIAN.exec(plain);
  if (!typed) return "";
  const month = /^\d/.test(typed[2]) ? Number(typed[2]) : monthNumber(typed[2]);
  return real(Number(typed[3]), month, Number(typed[1]));
}

/**
 * A day as running text has it.
 * @param {string} iso the day as 2027-03-01
 * @returns {string} for instance «1. mars 2027»
 */
export function longDay(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date}.\u00a0${MONTHS[month - 1]} ${year}`;
}

/**
 * A day as people type it.
 * @param {string} iso the day as 2027-03-01
 * @returns {string} for instance 1.3.2027
 */
export function shortDay(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date}.${month}.${year}`;
}

/**
 * @param {string} name of a month, or its beginning
 * @returns {number} 1 to 12; 0 for what is no month
 */
function monthNumber(name) {
  return name.length < 3 ? 0 : MONTHS.findIndex((one) => one.startsWith(name)) + 1;
}

/**
 * @param {number} year of the day
 * @param {number} month of the day, from 1
 * @param {number} date in the month
 * @returns {string} the day as 2027-03-01; nothing when there is no such day, or not in our time
 */
function real(year, month, date) {
  const found = new Date(Date.UTC(year, month - 1, date));
  const right = found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return right && year >= 1990 && year < 2100 ? found.toISOString().slice(0, 10) : "";
}
