// What the page tells of the checkpoints: ids and marks for the rules, and the words of one edition.

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {"yes" | "partly" | "no" | "unknown" | "not"} Status */
/** @typedef {"law" | "advice" | "further"} Kind */

/**
 * @typedef {object} Point a checkpoint as the rules see it
 * @property {string} id of the checkpoint
 * @property {string} chapter the question or the measure it belongs to
 * @property {Kind} kind of statement
 * @property {"small" | "large"} effort that it takes
 * @property {"high" | "normal"} risk while it is not in place
 * @property {number} quarter it belongs to
 * @property {string} document of ours that helps
 * @property {string} [section] of the law that demands it
 * @property {string} [role] the field with whoever gets the action
 * @property {string[]} [sectors] that it concerns, where it does not concern all
 * @property {string[]} [bodies] the kinds of body that it concerns, where it does not concern all
 * @property {string[]} [fields] that put it into the draft of the strategy when all are answered
 * @property {boolean} [first] whether all the rest builds on it
 * @property {boolean} [sentence] whether the sentence of the chapter must be chosen there too
 */

/**
 * @typedef {object} Model
 * @property {Point[]} points in the order of the content
 * @property {string[]} chapters ids of the questions and the measures, in order
 * @property {Record<string, string>} retired the id that has taken over, or nothing, by the old id
 * @property {Status[]} statuses in the order they are offered
 */

/**
 * @typedef {object} Words of one edition
 * @property {Record<Status, string>} statuses what each answer is called
 * @property {Record<Kind, string>} kinds what each kind is called
 * @property {Record<string, string>} chapters number and title of each
 * @property {Record<string, string>} sections as running text cites them
 * @property {Record<string, {text: string, todo: string, evidence: string}>} points by id
 * @property {Record<string, {title: string, page: string}>} documents by id; the page is relative to the edition
 * @property {Record<string, string>} because why an action comes now, by the key that the rule gives
 * @property {Record<string, string>} quarters by number
 * @property {Record<string, string>} progress the status of an action in a plan, by the answer to its checkpoint
 * @property {string[]} columns the headings of the table of all answers
 * @property {string} language of the words: nn or nb
 * @property {Record<string, string>} note the words of the note to those who lead, and of the workbooks
 * @property {import("../builder/law-dates.js").LawDate[]} dates that the law sets every year
 * @property {string} rule of the next five actions, as text
 */

export {};
