// Days are Norwegian: at half past midnight in Oslo it is still yesterday by UTC.

const OSLO = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Oslo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The day it is in Norway.
 * @param {Date} [moment] now, unless another moment is given
 * @returns {string} for instance 2026-11-25
 */
export function norwegianDay(moment = new Date()) {
  const parts = Object.fromEntries(
    OSLO.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/**
 * Tells whether there is such a day.
 * @param {string} text for instance 2027-02-15
 * @returns {boolean} false for what is no day of the calendar, and for what is written otherwise
 */
export function isDay(text) {
  const moment = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}
