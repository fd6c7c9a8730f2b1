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
