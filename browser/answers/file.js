// The answer file: what is answered on any of the tools, in a form that each of them, and other programs, can read.
// docs/data says which ids there are. What we do not know is kept, so that a newer tool's answers survive an older one.

import { isRecord, isText, parsed } from "../shared/json.js";
import { checkpoint } from "./checkpoint.js";

export const FORMAT = "strategisk-mot-akrim/svar";
export const VERSION = 1;

/** @typedef {{ id: string, text: string, owner: string, deadline: string }} Action */
/** @typedef {"law" | "advice" | "further" | "own"} Level */

/**
 * @typedef {object} Answers
 * @property {string} edition of the documents: nn or nb; empty when it is not chosen
 * @property {string} document to make: kapittel or strategi; empty when it is not chosen
 * @property {Record<string, string>} fields what is typed, by the fields' ids
 * @property {string[]} unknown ids of fields that are answered with «I do not know»
 * @property {string[]} sectors ids of those the body buys from
 * @property {Record<string, Level>} levels how far it goes, by the ids of questions and measures
 * @property {Record<string, string>} texts its own sentences, by the same ids
 * @property {Record<string, string>} reasons why it goes further, by the same ids
 * @property {string[] | null} indicators ids of those that are chosen; null while nobody has chosen
 * @property {Action[] | null} actions that are chosen; null while nobody has changed what we propose
 * @property {Record<string, import("./checkpoint.js").Checkpoint>} checkpoints answers, by the ids of the checkpoints
 * @property {Record<string, unknown>} kept what we do not know, as it stood in the file
 */

/**
 * @typedef {object} Field
 * @property {"text" | "long" | "number" | "date" | "choice"} kind of answer
 * @property {"year" | "percent" | "whole"} [form] what a text or a number must be
 * @property {Record<string, Record<string, string>>} [choices] the words of each, by edition
 * @property {Record<string, string>} [default] what stands there from the beginning, by edition
 */

/**
 * @typedef {object} Known the ids that the content model has
 * @property {Record<string, Field>} fields by id
 * @property {string[]} sectors ids
 * @property {Record<string, unknown>} questions by id
 * @property {Record<string, unknown>} measures by id
 * @property {Record<string, unknown>} indicators by id
 * @property {string[]} checkpoints ids
 */

/** @typedef {{ kind: "ours", answers: Answers, unknown: number, dropped: string[] }} Ours */
/** @typedef {Ours | { kind: "newer" } | { kind: "foreign" }} Read */

/** @returns {Answers} an answer to nothing */
export function empty() {
  return {
    edition: "",
    document: "",
    fields: {},
    unknown: [],
    sectors: [],
    levels: {},
    texts: {},
    reasons: {},
    indicators: null,
    actions: null,
    checkpoints: {},
    kept: {},
  };
}

/**
 * The document to make: a chapter, unless the reader has chosen otherwise.
 * @param {Answers} answers of the reader
 * @returns {string} kapittel or strategi
 */
export function documentOf(answers) {
  return answers.document || "kapittel";
}

/**
 * Writes answers as text.
 * @param {Answers} answers to write
 * @param {string} day it is, as 2026-11-26
 * @returns {string} JSON, with what was kept from the file that was opened
 */
export function write(answers, day) {
  const { kept, indicators, actions, ...known } = answers;
  const data = { format: FORMAT, version: VERSION, saved: day, ...known };
  const chosen = { ...data, ...(indicators && { indicators }), ...(actions && { actions }) };
  return `${JSON.stringify(together(kept, chosen), null, 2)}\n`;
}

/**
 * @param {Record<string, unknown>} kept from the file
 * @param {Record<string, unknown>} ours what we know
 * @returns {Record<string, unknown>} both; in a list or under a key that both have, ours first
 */
function together(kept, ours) {
  const both = Object.entries(ours).map(([key, value]) => {
    const more = Object.hasOwn(kept, key) ? kept[key] : undefined;
    if (Array.isArray(value) && Array.isArray(more)) return [key, [...value, ...more]];
    if (isRecord(value) && isRecord(more)) return [key, { ...value, ...more }];
    return [key, value];
  });
  const rest = Object.entries(kept).filter(([key]) => !Object.hasOwn(ours, key));
  return Object.fromEntries([...both, ...rest]);
}

/**
 * Reads an answer file. Nothing in it can do harm: ids that are not ours are only kept, and values are only texts.
 * @param {string | null} text of a file or a store
 * @param {Known} known ids
 * @returns {Read} the answers, with how many ids are unknown and which answers cannot be used
 */
export function read(text, known) {
  const data = parsed(text);
  if (!isRecord(data) || data.format !== FORMAT) return { kind: "foreign" };
  if (typeof data.version !== "number" || data.version < 1) return { kind: "foreign" };
  if (data.version > VERSION) return { kind: "newer" };
  return ours(data, known);
}

/**
 * @param {Record<string, unknown>} data of a file
 * @param {Known} known ids
 * @returns {Ours} what is in it
 */
function ours(data, known) {
  const own = ["edition", "document", "saved", "format", "version"];
  const sections = pick(data, (key) => Object.hasOwn(SECTIONS, key) || own.includes(key));
  const answers = empty();
  /** @type {Record<string, unknown>} */
  const kept = { ...sections.rest };
  /** @type {string[]} */
  const dropped = [];
  answers.edition = oneOf(data.edition, ["nn", "nb"]);
  answers.document = oneOf(data.document, ["kapittel", "strategi"]);
  let unknown = Object.keys(sections.rest).length;
  for (const [key, take] of Object.entries(SECTIONS)) {
    if (!Object.hasOwn(data, key)) continue;
    const taken = take(data[key], known);
    Object.assign(answers, { [key]: taken.value });
    dropped.push(...taken.dropped);
    if (taken.unknown) kept[key] = taken.rest;
    unknown += taken.unknown;
  }
  answers.kept = kept;
  return { kind: "ours", answers, unknown, dropped };
}

/** @typedef {{ value: unknown, rest: unknown, unknown: number, dropped: string[] }} Taken */
/** @typedef {(value: unknown, known: Known) => Taken} Take */

/**
 * A section that maps ids to values.
 * @param {(known: Known) => (id: string) => boolean} ids that are known
 * @param {(id: string, value: unknown, known: Known) => unknown} usable the value as we use it; undefined if we cannot
 * @returns {Take} what takes it
 */
const mapped = (ids, usable) => (value, known) => {
  const { found, rest } = pick(isRecord(value) ? value : {}, ids(known));
  const entries = Object.entries(found).map(([id, given]) => [id, usable(id, given, known)]);
  return {
    value: Object.fromEntries(entries.filter(([, given]) => given !== undefined)),
    rest,
    unknown: Object.keys(rest).length,
    dropped: entries.filter(([, given]) => given === undefined).map(([id]) => String(id)),
  };
};

/**
 * A section that lists ids.
 * @param {(known: Known) => (id: string) => boolean} ids that are known
 * @returns {Take} what takes it
 */
const listed = (ids) => (value, known) => {
  const all = Array.isArray(value) ? value.filter(isText) : [];
  const rest = all.filter((id) => !ids(known)(id));
  return {
    value: [...new Set(all.filter(ids(known)))],
    rest,
    unknown: rest.length,
    dropped: [],
  };
};

/** @type {(known: Known) => (id: string) => boolean} */
const chapters = (known) => (id) =>
  Object.hasOwn(known.questions, id) || Object.hasOwn(known.measures, id);
/** @type {(known: Known) => (id: string) => boolean} */
const fields = (known) => (id) => Object.hasOwn(known.fields, id);

/** @type {(id: string, value: unknown) => unknown} */
const asText = (id, value) => (isText(value) ? value : undefined);

/** @type {Record<string, Take>} */
const SECTIONS = {
  fields: mapped(fields, typed),
  unknown: listed(fields),
  sectors: listed((known) => (id) => known.sectors.includes(id)),
  levels: mapped(chapters, level),
  texts: mapped(chapters, asText),
  reasons: mapped(chapters, asText),
  indicators: listed((known) => (id) => Object.hasOwn(known.indicators, id)),
  actions: (value) => ({ value: actionsIn(value), rest: [], unknown: 0, dropped: [] }),
  checkpoints,
};

/**
 * @param {unknown} value in the file
 * @param {Known} known ids
 * @returns {Taken} the answers; an id is told of if anything in its answer could not be used
 */
function checkpoints(value, known) {
  const ids = new Set(known.checkpoints);
  const { found, rest } = pick(isRecord(value) ? value : {}, (id) => ids.has(id));
  const answers = Object.entries(found).map(([id, given]) => ({ id, ...checkpoint(given) }));
  const usable = answers.filter((one) => one.value);
  return {
    value: Object.fromEntries(usable.map((one) => [one.id, one.value])),
    rest,
    unknown: Object.keys(rest).length,
    dropped: answers.filter(({ whole }) => !whole).map(({ id }) => id),
  };
}

/**
 * @param {string} id of a field
 * @param {unknown} value in the file
 * @param {Known} known ids
 * @returns {string | undefined} the value as a text. One that is wrong stays, and is told of where it is asked for;
 *   but a choice that is not in its list cannot be shown
 */
function typed(id, value, known) {
  const text = typeof value === "number" ? String(value).replace(".", ",") : value;
  if (!isText(text)) return undefined;
  const { choices } = known.fields[id];
  return choices && text && !Object.hasOwn(choices, text) ? undefined : text;
}

/**
 * @param {string} id of a question or a measure
 * @param {unknown} value in the file
 * @param {Known} known ids
 * @returns {Level | undefined} the level
 */
function level(id, value, known) {
  const allowed = ["advice", "further", "own"];
  if (Object.hasOwn(known.measures, id)) allowed.push("law");
  return isText(value) && allowed.includes(value) ? /** @type {Level} */ (value) : undefined;
}

/**
 * @param {unknown} value in the file
 * @returns {Action[]} those that have an id, with texts for all that is told of each
 */
function actionsIn(value) {
  const rows = Array.isArray(value) ? value.filter(isRecord) : [];
  return rows
    .filter((row) => isText(row.id) && /^[a-z0-9-]{1,60}$/.test(row.id))
    .map((row) => {
      const [text, owner, deadline] = [row.text, row.owner, row.deadline].map((part) =>
        isText(part) ? part : "",
      );
      return { id: String(row.id), text, owner, deadline };
    });
}

/**
 * @param {unknown} value anything
 * @param {string[]} allowed values
 * @returns {string} the value, or nothing
 */
function oneOf(value, allowed) {
  return isText(value) && allowed.includes(value) ? value : "";
}

/**
 * Parts a record in two. A key such as `__proto__` is a key like any other: the parts are made of entries.
 * @param {Record<string, unknown>} record to part
 * @param {(key: string) => boolean} known which keys are ours
 * @returns {{ found: Record<string, unknown>, rest: Record<string, unknown> }} what is ours, and the rest
 */
function pick(record, known) {
  const entries = Object.entries(record);
  return {
    found: Object.fromEntries(entries.filter(([key]) => known(key))),
    rest: Object.fromEntries(entries.filter(([key]) => !known(key))),
  };
}
