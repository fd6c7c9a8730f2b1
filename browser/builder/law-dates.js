// The deadlines that the law itself sets, as events of a calendar.

/** @typedef {import("./calendar.js").Event} Event */

/**
 * @typedef {object} LawDate a deadline that is the same day every year
 * @property {string} id that no other event has
 * @property {string} day without a year, such as 03-31
 * @property {string[]} bodies the kinds of body that it binds
 * @property {Record<string, string>} title with the section that sets it, for each edition
 * @property {Record<string, string>} text what to have ready, for each edition
 */

/**
 * The deadlines that bind a kind of body, each from the next time it comes. When nobody has said what kind of body it
 * is, all of them are there, and the text of each says whom it concerns.
 * @param {LawDate[]} dates of the law
 * @param {string | undefined} type of the body, by its id
 * @param {string} edition that the words are to be in
 * @param {string} today as 2026-11-26
 * @returns {Event[]} events that come again every year
 */
export function lawEvents(dates, type, edition, today) {
  const binding = dates.filter(({ bodies }) => !type || bodies.includes(type));
  return binding.map(({ id, day, title, text }) => ({
    id,
    day: next(day, today),
    title: title[edition],
    text: text[edition],
    yearly: true,
  }));
}

/**
 * @param {string} day without a year, such as 03-31
 * @param {string} today as 2026-11-26
 * @returns {string} the first such day that has not passed
 */
export function next(day, today) {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > day ? 1 : 0);
  return `${year}-${day}`;
}
