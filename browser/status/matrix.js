// The duties of several bodies in one table, for a cooperation that reads the files of its members.

import { applying, duties, statusOf } from "./rules.js";

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Status} Status */
/** @typedef {Record<Status | "unanswered", number>} Sums */
/** @typedef {{ id: string, cells: (Status | "")[] } & Sums} Row */
/** @typedef {{ done: number, open: number, unanswered: number, not: number, all: number }} Body */
/** @typedef {{ bodies: string[], rows: Row[], counts: Body[] }} Matrix */

/** How many bodies one table may have: the workbook has a column for each. */
export const MOST = 30;

/**
 * Bodies beside each other, duty by duty. A duty that does not concern the trades a body buys from is «not» there.
 * @param {{ name: string, answers: Answers }[]} files of the bodies, at most thirty
 * @param {Model} model of the checkpoints
 * @returns {Matrix} a row for each duty, and the counts of each body
 */
export function matrix(files, model) {
  const bodies = files.slice(0, MOST);
  const concerned = bodies.map(({ answers }) => new Set(applying(answers, model)));
  const law = model.points.filter(({ kind }) => kind === "law");
  return {
    bodies: bodies.map(({ name }) => name),
    rows: law.map(({ id }) => {
      const cells = bodies.map(({ answers }, at) =>
        concerned[at].has(id) ? statusOf(answers, id) : "not",
      );
      return { id, cells, ...summed(cells) };
    }),
    counts: bodies.map(({ answers }) => counted(answers, model, law.length)),
  };
}

/**
 * @param {(Status | "")[]} cells of a row
 * @returns {Sums} how many bodies have given each answer
 */
function summed(cells) {
  /** @param {Status | ""} status to count */
  const count = (status) => cells.filter((cell) => cell === status).length;
  return {
    yes: count("yes"),
    partly: count("partly"),
    no: count("no"),
    unknown: count("unknown"),
    not: count("not"),
    unanswered: count(""),
  };
}

/**
 * @param {Answers} answers of a body
 * @param {Model} model of the checkpoints
 * @param {number} law how many duties there are
 * @returns {Body} how many of them are in place, and how many do not concern it
 */
function counted(answers, model, law) {
  const { done, open, unanswered, all } = duties(answers, model);
  return {
    done: done.length,
    open: open.length,
    unanswered: unanswered.length,
    not: law - all,
    all,
  };
}
