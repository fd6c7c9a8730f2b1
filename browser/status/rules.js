// What the answers to the checkpoints add up to, and the five actions that come first: pure, so that the same answers
// always say the same.
//
// The build has the same rules in macros/status/rules.py. Who changes one changes the other; both are tested with the
// cases in tests/status_cases.json.

import { isFor } from "../answers/body.js";

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Point} Point */
/** @typedef {import("./model.js").Status} Status */
/** @typedef {{ done: string[], open: string[], unanswered: string[], not: string[], all: number }} Duties */
/** @typedef {{ all: number, yes: number }} OfKind */
/** @typedef {Record<Status | "unanswered" | "drafted" | "all", number>} Counts */
/** @typedef {{ id: string, advice: OfKind, further: OfKind } & Counts} Chapter */
/** @typedef {{ id: string, because: string, owner: string, deadline: string, quarter: number }} Action */

const MISSING = ["no", "partly", "unknown"]; // the answers that lead to an action
/** How many actions are named as the next ones. */
export const FIRST = 5;
// What comes first comes first here. Whatever is equal keeps the order of the content
const KINDS = ["law", "advice", "further"];
const RISKS = ["high", "normal"];
const EFFORTS = ["small", "large"];

/**
 * What is answered to a checkpoint.
 * @param {Answers} answers of the reader
 * @param {string} id of the checkpoint
 * @returns {Status | ""} the answer; nothing if nobody has answered
 */
export function statusOf(answers, id) {
  return own(answers.checkpoints, id)?.status ?? "";
}

/**
 * What concerns this body. While nobody has chosen, everything does.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {string[]} ids, in order
 */
export function applying(answers, model) {
  return pointsFor(answers, model).map(({ id }) => id);
}

/**
 * What the law demands of this body, by what is answered.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Duties} ids; `all` counts those that concern the body, and so not those under `not`
 */
export function duties(answers, model) {
  return standing(answers, model, "law");
}

/**
 * The points of one kind that concern this body, by what is answered.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {import("./model.js").Kind} kind of statement
 * @returns {Duties} ids; `all` counts those that concern the body, and so not those under `not`
 */
export function standing(answers, model, kind) {
  const points = pointsFor(answers, model).filter((point) => point.kind === kind);
  /** @param {string[]} statuses to look for */
  const answered = (...statuses) =>
    points.map(({ id }) => id).filter((id) => statuses.includes(statusOf(answers, id)));
  const [done, open, unanswered] = [answered("yes"), answered(...MISSING), answered("")];
  const all = done.length + open.length + unanswered.length;
  return { done, open, unanswered, not: answered("not"), all };
}

/**
 * How far the body has come with what the law does not demand, by question and measure. A chapter without anything
 * that concerns the body is left out. `drafted` counts what stands in the draft of the strategy and is not in place.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Chapter[]} in order
 */
export function chapters(answers, model) {
  const shown = pointsFor(answers, model).filter(({ kind }) => kind !== "law");
  const inDraft = drafted(answers, model);
  return model.chapters
    .map((id) => ({ id, points: shown.filter(({ chapter }) => chapter === id) }))
    .filter(({ points }) => points.length)
    .map(({ id, points }) => ({ id, ...counted(answers, points, inDraft) }));
}

/**
 * @param {Answers} answers of the reader
 * @param {Point[]} points of a chapter
 * @param {Set<string>} inDraft ids
 * @returns {Omit<Chapter, "id">} the counts
 */
function counted(answers, points, inDraft) {
  /** @param {(point: Point) => boolean} is what to count */
  const count = (is) => points.filter(is).length;
  /** @param {Status | ""} status to count */
  const given = (status) => count(({ id }) => statusOf(answers, id) === status);
  /** @param {string} name of the kind */
  const ofKind = (name) => ({
    all: count(({ kind }) => kind === name),
    yes: count(({ id, kind }) => kind === name && statusOf(answers, id) === "yes"),
  });
  return {
    advice: ofKind("advice"),
    further: ofKind("further"),
    yes: given("yes"),
    partly: given("partly"),
    no: given("no"),
    unknown: given("unknown"),
    not: given("not"),
    unanswered: given(""),
    drafted: count(({ id }) => inDraft.has(id) && statusOf(answers, id) !== "yes"),
    all: points.length,
  };
}

/**
 * What the answers in «Lag strategien» already put into the draft.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Set<string>} ids
 */
export function drafted(answers, model) {
  const found = pointsFor(answers, model).filter((point) => isDrafted(answers, point));
  return new Set(found.map(({ id }) => id));
}

/**
 * Whether the sentence about the point is in the draft, with every blank of it filled in. A text of the body's own is
 * only taken for the point when nothing else is asked for.
 * @param {Answers} answers of the reader
 * @param {Point} point to look for
 * @returns {boolean} whether it stands there
 */
function isDrafted(answers, { chapter, fields = [], sentence = false }) {
  const level = own(answers.levels, chapter) ?? "";
  if ((!fields.length && !sentence) || level === "law") return false;
  if (level === "own")
    return sentence && !fields.length && Boolean((own(answers.texts, chapter) ?? "").trim());
  if (sentence && !level) return false;
  return fields.every((name) => field(answers, name) && !answers.unknown.includes(name));
}

/**
 * The first five of what is missing, in the order of the rule.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Action[]} at most five
 */
export function nextFive(answers, model) {
  return missing(answers, model).slice(0, FIRST);
}

/**
 * Everything that is missing, in the order of the rule: what the law demands, then what we advise, then what goes
 * further. Within each, what has the greatest risk comes first, and then what takes the least work.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Action[]} in order
 */
export function missing(answers, model) {
  return pointsFor(answers, model)
    .filter(({ id }) => MISSING.includes(statusOf(answers, id)))
    .sort((one, other) => turn(one) - turn(other))
    .map((point) => action(answers, point));
}

/**
 * @param {Point} point that is missing
 * @returns {number} lower for what comes first
 */
function turn({ kind, risk, effort, first = false }) {
  if (first) return -1; // in the order of the content
  return (KINDS.indexOf(kind) * 2 + RISKS.indexOf(risk)) * 2 + EFFORTS.indexOf(effort);
}

/**
 * @param {Answers} answers of the reader
 * @param {Point} point that is missing
 * @returns {Action} what to do about it: who has it, and when
 */
function action(answers, { id, kind, risk, effort, role = "", quarter }) {
  const { owner = "", deadline = "" } = own(answers.checkpoints, id) ?? {};
  return {
    id,
    because: `${kind}-${risk}-${effort}`,
    owner: owner.trim() || field(answers, role),
    deadline,
    quarter: deadline ? Math.ceil(Number(deadline.slice(5, 7)) / 3) : quarter,
  };
}

/**
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Point[]} what concerns this body, in order
 */
function pointsFor(answers, model) {
  return model.points.filter((point) => isFor(point, answers));
}

/**
 * @param {Answers} answers of the reader
 * @param {string} name of a field
 * @returns {string} what is typed in it
 */
function field(answers, name) {
  return (own(answers.fields, name) ?? "").trim();
}

/**
 * @template T
 * @param {Record<string, T>} record with the ids of files, which may be any text
 * @param {string} key to look for
 * @returns {T | undefined} its value, and nothing that every object has
 */
function own(record, key) {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
