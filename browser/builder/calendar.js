// Writes a calendar file (iCalendar, RFC 5545) with the deadlines of the plan.

import { isDay } from "../shared/dates.js";
import { clean } from "./text.js";

const LINE = 75; // bytes that a line may have, its end not counted

/**
 * @typedef {object} Event
 * @property {string} id that stays the same, so that a calendar replaces the event when the file is opened again
 * @property {string} day for instance 2027-02-15
 * @property {string} title what is to be done
 * @property {string} [text] more about it
 * @property {boolean} [yearly] whether it comes again every year
 */

/**
 * Writes a calendar.
 * @param {Event[]} events in any order; those without a day that exists are left out
 * @param {{name: string, language: string, stamp: string}} about the name of the calendar, the language of its texts,
 *   and the day it is made, such as 2026-11-26
 * @returns {string} the text of the file
 */
export function calendar(events, { name, language, stamp }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Strategisk mot a-krim//Lag strategien//NN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.filter(({ day }) => isDay(day)).flatMap((event) => entry(event, language, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Event} event to write
 * @param {string} language of its texts
 * @param {string} stamp the day the file is made
 * @returns {string[]} the lines of the event
 */
function entry({ id, day, title, text = "", yearly = false }, language, stamp) {
  const tongue = `LANGUAGE=${language.replace(/[^A-Za-z-]/g, "")}`;
  return [
    "BEGIN:VEVENT",
    `UID:${id.replace(/[^A-Za-z0-9-]/g, "-")}@strategisk-mot-akrim`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    ...(yearly ? ["RRULE:FREQ=YEARLY"] : []),
    `SUMMARY;${tongue}:${escaped(title)}`,
    ...(text ? [`DESCRIPTION;${tongue}:${escaped(text)}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * @param {string} day for instance 2027-02-15
 * @returns {string} 20270215
 */
function compact(day) {
  return day.replace(/-/g, "");
}

/**
 * @param {string} text that somebody has typed
 * @returns {string} the text as a value: no line of it can begin a property of its own
 */
function escaped(text) {
  return clean(text)
    .replace(/([\\;,])/g, "\\$1")
    .replace(/\n/g, "\\n");
}

/**
 * @param {string} line of any length
 * @returns {string} the line, folded where it is too long, but never within a letter
 */
function folded(line) {
  const encoder = new TextEncoder();
  let made = "";
  let used = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (used + size > LINE) {
      made += "\r\n ";
      used = 1;
    }
    made += letter;
    used += size;
  }
  return made;
}
