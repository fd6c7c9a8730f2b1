// From answers to what fills a document in: pure, so that the same answers always give the same file.

import { isFor } from "../answers/body.js";
import { documentOf, write } from "../answers/file.js";
import { hours, reckoned } from "./hours.js";
import { chosenIndicators, concerns, sentences } from "./levels.js";
import { isNone } from "./none.js";
import { firstYear, proposed } from "./plan.js";
import { day, grouped, isFormed, longDay, number } from "./values.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * @typedef {object} Filling what assemble.js puts into the parts of a document
 * @property {Record<string, string>} shown the text of each field that is answered
 * @property {Record<string, string>} stored its raw value
 * @property {Record<string, boolean>} keep the regions that are not as in the template
 * @property {string} answers the answer file
 * @property {Record<string, import("./rows.js").Row[]>} rows of the sheets of a workbook
 */

/**
 * What fills the documents in.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} edition of the document
 * @param {string} today as 2026-11-26
 * @returns {Filling} without rows, which each workbook makes of the answers
 */
export function derive(answers, rules, edition, today) {
  const stored = values(answers, rules);
  const entries = Object.entries(stored).map(([id, value]) => [
    id,
    shown(rules, id, value, edition),
  ]);
  return {
    shown: Object.fromEntries(entries),
    stored: Object.fromEntries(
      Object.entries(stored).map(([id, value]) => [id, translated(rules, id, value, edition)]),
    ),
    keep: regions(answers, rules),
    answers: write(pinned(withActions(answers, rules, edition), edition), today),
    rows: {},
  };
}

/**
 * The answers with the edition and the document that the reader has let stand as the page proposed them, so that a file
 * means the same wherever it is opened.
 * @param {Answers} answers of the reader
 * @param {string} edition of the page
 * @returns {Answers} a copy
 */
export function pinned(answers, edition) {
  return { ...answers, edition: answers.edition || edition, document: documentOf(answers) };
}

/**
 * The answers with every choice written out, as the workbooks and the calendar need them.
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @param {string} edition of the documents
 * @returns {Answers} a copy
 */
export function withActions(answers, rules, edition) {
  return { ...answers, actions: proposed(answers, rules, edition) };
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @returns {Record<string, string>} the raw value of every field that has one and is right
 */
function values(answers, rules) {
  const year = firstYear(answers);
  const follows = {
    "plan.ar": year,
    "dato.mal": `${year}-12-31`,
    "dato.mote": answers.fields["dato.vedtak"] ?? "",
    "dato.vedtak": answers.fields["dato.mote"] ?? "",
  };
  const all = {
    ...named("tekst", answers.texts),
    ...named("grunn", answers.reasons),
    ...follows,
    ...Object.fromEntries(Object.entries(answers.fields).filter(([, value]) => value.trim())),
    ...wordsOf(documentOf(answers), rules),
    ...reckoned(hours(answers, rules)),
  };
  return Object.fromEntries(
    Object.entries(all)
      .map(([id, value]) => [id, usable(rules, id, value.trim())])
      .filter(([id, value]) => value && !answers.unknown.includes(id)),
  );
}

/**
 * @param {string} document that is made
 * @param {Rules} rules of the page
 * @returns {Record<string, string>} what the other documents call it
 */
function wordsOf(document, rules) {
  const ours = rules.sets.filter(({ by, choice }) => by === "document" && choice === document);
  return Object.fromEntries(ours.map(({ field, words }) => [field, Object.values(words)[0]]));
}

/**
 * @param {string} kind of text: «tekst» or «grunn»
 * @param {Record<string, string>} texts by the ids of questions and measures
 * @returns {Record<string, string>} the same by the ids of the fields that hold them in a document
 */
function named(kind, texts) {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${kind}.${id}`, text]));
}

/**
 * @param {Rules} rules of the page
 * @param {string} id of a field
 * @param {string} value as it is kept
 * @returns {string} the value; nothing when it is not what the field asks for
 */
function usable(rules, id, value) {
  const kind = rules.fields[id]?.kind;
  if (!isFormed(rules.fields[id], value)) return "";
  if (kind === "date") return day(value);
  if (kind === "number") return number(value);
  const choices = rules.fields[id]?.choices;
  return choices && !Object.hasOwn(choices, value) ? "" : value;
}

/**
 * @param {Rules} rules of the page
 * @param {string} id of a field
 * @param {string} value of it
 * @param {string} edition of the document
 * @returns {string} as the document shows it
 */
function shown(rules, id, value, edition) {
  const { kind, choices } = rules.fields[id] ?? { kind: "long" };
  if (kind === "date") return longDay(value);
  if (kind === "number") return grouped(value);
  return choices?.[value]?.[edition] ?? translated(rules, id, value, edition);
}

/**
 * Words that the tool filled in follow the edition of the document; what the reader wrote stays as it is.
 * @param {Rules} rules of the page
 * @param {string} id of a field
 * @param {string} value of it
 * @param {string} edition of the document
 * @returns {string} the words
 */
function translated(rules, id, value, edition) {
  const ours = rules.sets.find(
    ({ field, words }) => field === id && Object.values(words).includes(value),
  );
  return ours?.words[edition] ?? value;
}

/**
 * @param {Answers} answers of the reader
 * @param {Rules} rules of the page
 * @returns {Record<string, boolean>} the regions to keep and to leave out
 */
function regions(answers, rules) {
  /** @type {Record<string, boolean>} */
  const keep = { standard: false, card: false, rettleiing: false };
  for (const id of [...Object.keys(rules.questions), ...Object.keys(rules.measures)]) {
    const chosen = concerns(answers, rules, id) ? sentences(answers, rules, id) : [];
    for (const part of ["advice", "further", "own", "reason"])
      keep[`${id}.${part}`] = chosen.includes(part);
  }
  for (const id of Object.keys(rules.indicators))
    keep[`indikator:${id}`] = chosenIndicators(answers, rules).includes(id);
  for (const id of rules.sectors)
    keep[`sector:${id}`] = keep[`only:${id}`] = isFor({ sectors: [id] }, answers);
  for (const id of Object.keys(rules.none)) keep[`some:${id}`] = !isNone(answers, rules, id);
  const goesFurther = [...Object.keys(rules.questions), ...Object.keys(rules.measures)].some((id) =>
    sentences(answers, rules, id).includes("further"),
  );
  keep["alternativ:1"] = !goesFurther;
  keep["alternativ:2"] = goesFurther;
  keep["alternativ:3"] = answers.fields.samarbeid === "deler";
  keep.mal = true;
  keep["mal.eige"] = Boolean(answers.fields["mal.eige"]?.trim());
  const type = answers.fields.verksemdstype;
  for (const id of Object.keys(rules.fields.verksemdstype?.choices ?? {})) {
    keep[`type:${id}`] = id === type;
    keep[`only:${id}`] = isFor({ bodies: [id] }, answers);
  }
  return keep;
}
