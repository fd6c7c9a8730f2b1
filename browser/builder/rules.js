// What the page tells of the content, so that no id, word or limit is written in the scripts.

/** @typedef {import("../answers/file.js").Field} Field */
/** @typedef {Record<string, string>} Each a text for each edition */
/** @typedef {{ quarter: number, chapter: string, text: Each, part: Each, evidence: Each, owner: string }} Planned */
/** @typedef {import("../tool/follow.js").Sets} Sets */

/**
 * @typedef {object} Rules
 * @property {Record<string, number>} most characters, by the kind of field
 * @property {Record<string, Field>} fields by id
 * @property {Record<string, string[]>} steps the ids of the fields that each asks for, in order
 * @property {string[]} required ids of fields
 * @property {Record<string, string>} unknown the action for a field that is answered with «I do not know»
 * @property {Record<string, string[]>} documents the drafts that need a field, where not all do
 * @property {Sets[]} sets the words that a choice fills into another field
 * @property {string[]} optional ids of fields that nobody need answer
 * @property {Record<string, string>} none fields whose passages go when there is none, each with the field beside it
 * @property {string[]} roles ids of the fields in the table of roles
 * @property {string[]} sectors ids
 * @property {Record<string, Record<string, string[]>>} questions the fields in each sentence, by id and level
 * @property {Record<string, Record<string, string[]>>} measures the same
 * @property {Record<string, string>} titles of questions and measures, by id
 * @property {string[]} advised measures that have our advice from the beginning
 * @property {Record<string, string[]>} only the sectors that a measure is for, where it is not for all
 * @property {Record<string, string>} indicators the kind of each
 * @property {Record<string, Planned>} plan our actions
 * @property {string[]} always the actions that we propose whatever is answered
 * @property {string[]} checkpoints ids
 * @property {Record<string, string>} files what each document is called
 * @property {import("./law-dates.js").LawDate[]} dates that the law sets every year
 */

/**
 * What stands in a field from the beginning.
 * @param {Rules} rules of the page
 * @param {string} name of the field
 * @returns {string | undefined} the same number or id in every edition; undefined where nothing does
 */
export function defaultOf(rules, name) {
  return Object.values(rules.fields[name]?.default ?? {})[0];
}
