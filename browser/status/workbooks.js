// What the answers know of the rows in the workbooks: the action plan, and the matrix of several bodies.

import { missing, statusOf, applying } from "./rules.js";
import { matrix } from "./matrix.js";

/** @typedef {import("../builder/rows.js").Row} Row */
/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Point} Point */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {import("./rules.js").Action} Action */

/** @typedef {Action & Point & { status: string, note: string, proof: string }} Planned */

/**
 * Everything that concerns the body, in the order of a plan: what is missing in the order of the rule, then what nobody
 * has answered, what is in place, and what does not concern the body.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @returns {Planned[]} each with its answer
 */
export function planned(answers, model) {
  const open = missing(answers, model);
  const first = new Map(open.map((action) => [action.id, action]));
  const points = new Map(model.points.map((point) => [point.id, point]));
  const ids = applying(answers, model);
  /** @param {string} status that is wanted */
  const those = (status) => ids.filter((id) => statusOf(answers, id) === status);
  return [...open.map(({ id }) => id), ...those(""), ...those("yes"), ...those("not")].map((id) => {
    const point = /** @type {Point} */ (points.get(id));
    const {
      status = "",
      owner = "",
      deadline = "",
      note = "",
      proof = "",
    } = answers.checkpoints[id] ?? {};
    const action = first.get(id) ?? { id, because: "", owner, deadline, quarter: point.quarter };
    return { ...point, ...action, status, note, proof };
  });
}

/**
 * The rows of the action plan. Its words for how far an action has come are not those for how far a point has.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition of the workbook
 * @returns {Record<string, Row[]>} rows by the tables of the workbook
 */
export function planRows(answers, model, words) {
  const rows = planned(answers, model).map((one) => {
    const { text, todo, evidence } = words.points[one.id];
    return {
      quarter: one.quarter,
      action: one.status === "yes" || one.status === "not" ? text : todo,
      chapter: words.chapters[one.chapter],
      status: words.progress[one.status],
      owner: one.owner,
      deadline: one.deadline,
      evidence: one.proof || evidence,
      note: remark(one, words),
    };
  });
  return { Statusplan: rows };
}

/**
 * @param {Planned} one row of the plan
 * @param {Words} words of the edition
 * @returns {string} what kind of statement it is, the section of a duty, what is not answered, and the reader's own note
 */
function remark({ kind, section, status, note }, words) {
  const cited = section ? `${words.kinds[kind]}, ${words.sections[section]}` : words.kinds[kind];
  return [cited, ...(status ? [] : [words.note.none]), ...(note ? [note] : [])].join(". ");
}

/**
 * The rows of the matrix, and of the list of what is missing in which body.
 * @param {{ name: string, answers: Answers }[]} files of the bodies
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition of the workbook
 * @returns {Record<string, Row[]>} rows by the tables of the workbook
 */
export function matrixRows(files, model, words) {
  const { bodies, rows } = matrix(files, model);
  const law = new Map(rows.map(({ id }) => [id, model.points.find((point) => point.id === id)]));
  return {
    Matrise: bodies.map((body, at) => ({
      body,
      ...Object.fromEntries(
        rows.map(({ id, cells }) => [id, cells[at] ? words.statuses[cells[at]] : ""]),
      ),
    })),
    Manglar: bodies.flatMap((body, at) =>
      missing(files[at].answers, model)
        .filter(({ id }) => law.has(id))
        .map(({ id, owner, deadline }) => ({
          body,
          section: words.sections[law.get(id)?.section ?? ""],
          answer:
            words.statuses[
              /** @type {import("./model.js").Status} */ (statusOf(files[at].answers, id))
            ],
          action: words.points[id].todo,
          owner,
          deadline,
        })),
    ),
  };
}
