// Two years beside each other: what has moved, and what became of the points that are no longer there.
//
// The build has the same rules in macros/status/years.py; both are tested with the cases in tests/status_cases.json.

import { isRecord } from "../shared/json.js";
import { checkpoint } from "../answers/checkpoint.js";
import { statusOf } from "./rules.js";

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Status} Status */
/** @typedef {"better" | "worse" | "same" | "new" | "left" | "retired" | "merged"} Kind */
/** @typedef {{ id: string, before: Status | "", now: Status | "", kind: Kind, into?: string }} Move */
/** @typedef {{ answers: Answers, merged: [string, string][], retired: string[] }} Carried */
/** @typedef {import("../answers/checkpoint.js").Checkpoint} Checkpoint */

const RANKS = { yes: 2, partly: 1, no: 0, unknown: 0, not: -1 };

/**
 * The answers with those of points that are gone carried over to the points that have taken over. Where a point takes
 * over from several, or has an answer of its own, nothing is overwritten: its own answer counts, and otherwise the one
 * that is farthest from done.
 * @param {Answers} answers of a file that may be old
 * @param {Model} model of the checkpoints
 * @returns {Carried} a copy of the answers, and what became of the old points
 */
export function carried(answers, model) {
  const old = gone(answers, model);
  /** @type {Record<string, Checkpoint>} */
  const taken = {};
  for (const [id, given] of old) {
    const to = model.retired[id];
    if (to && (!Object.hasOwn(taken, to) || rank(given) < rank(taken[to]))) taken[to] = given;
  }
  const rest = kept(answers).filter(([id]) => !Object.hasOwn(model.retired, id));
  return {
    answers: {
      ...answers,
      checkpoints: { ...taken, ...answers.checkpoints },
      kept: { ...answers.kept, checkpoints: Object.fromEntries(rest) },
    },
    merged: old.filter(([id]) => model.retired[id]).map(([id]) => [id, model.retired[id]]),
    retired: old.filter(([id]) => !model.retired[id]).map(([id]) => id),
  };
}

/**
 * What has moved from one year to the next.
 * @param {Answers} before the answers of the file from last year
 * @param {Answers} now the answers of this year
 * @param {Model} model of the checkpoints
 * @returns {Move[]} every point that either has an answer to, in order; then those that are gone
 */
export function moved(before, now, model) {
  const { answers, merged, retired } = carried(before, model);
  const moves = model.points.flatMap(({ id }) => {
    const pair = { before: statusOf(answers, id), now: statusOf(now, id) };
    return pair.before || pair.now ? [{ id, ...pair, kind: kindOf(pair.before, pair.now) }] : [];
  });
  const old = new Map(gone(before, model));
  /** @type {(id: string, kind: Kind, into?: string) => Move} */
  const ended = (id, kind, into) => ({
    id,
    before: old.get(id)?.status ?? "",
    now: into ? statusOf(now, into) : "",
    kind,
    ...(into && { into }),
  });
  return [
    ...moves,
    ...merged.map(([id, into]) => ended(id, "merged", into)),
    ...retired.map((id) => ended(id, "retired")),
  ];
}

/**
 * @param {Status | ""} before last year
 * @param {Status | ""} now this year
 * @returns {Kind} how it has moved. What is not known counts as what is missing
 */
function kindOf(before, now) {
  const [first, last] = [before || "not", now || "not"].map(
    (one) => RANKS[/** @type {Status} */ (one)],
  );
  if (first < 0 && last < 0) return "same";
  if (first < 0) return "new";
  if (last < 0) return "left";
  if (first === last) return "same";
  return last > first ? "better" : "worse";
}

/**
 * @param {Answers} answers of a file
 * @param {Model} model of the checkpoints
 * @returns {[string, Checkpoint][]} the answers to points that are gone, in the order of the register
 */
function gone(answers, model) {
  const found = new Map(kept(answers));
  return Object.keys(model.retired).flatMap((id) => {
    const given = checkpoint(found.get(id)).value;
    return given ? [/** @type {[string, Checkpoint]} */ ([id, given])] : [];
  });
}

/**
 * @param {Answers} answers of a file
 * @returns {[string, unknown][]} the answers to points that we do not know
 */
function kept({ kept: { checkpoints } }) {
  return isRecord(checkpoints) ? Object.entries(checkpoints) : [];
}

/**
 * @param {Checkpoint} given answer
 * @returns {number} lower the farther it is from done; what does not concern the body is done with
 */
function rank({ status }) {
  return status === "not" ? 3 : RANKS[status ?? "unknown"];
}
