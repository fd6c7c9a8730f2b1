// The files of «Kvar står de?», each from the answers and, for Word and Excel, from the parts of a document.

import { assemble } from "../builder/assemble.js";
import { calendar } from "../builder/calendar.js";
import { lawEvents, next } from "../builder/law-dates.js";
import { zip } from "../builder/zip.js";
import { norwegianDay } from "../shared/dates.js";
import { csv } from "./csv.js";
import { noteFilling } from "./note.js";
import { matrixRows, planRows, planned } from "./workbooks.js";

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {import("../builder/assemble.js").Parts} File */
/** @typedef {import("../tool/parts.js").Parts & { words?: Words }} Parts its script has the words of its edition too */
/** @typedef {string | Uint8Array<ArrayBuffer>} Data */

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"];

/**
 * Makes one file of the answers of one body.
 * @param {string} name such as «notat.docx», «plan.xlsx», «status.csv» or «fristar.ics»
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Parts} parts of the documents in one edition, which is that of the file
 * @param {string} [today] as 2026-11-26
 * @returns {Promise<Data>} what is in the file
 */
export async function statusFile(name, answers, model, parts, today = norwegianDay()) {
  const words = wordsOf(parts);
  if (name.endsWith(".csv")) return table(answers, model, words);
  if (name.endsWith(".ics")) return deadlines(answers, model, words, today);
  if (name === "plan.xlsx") return workbook(parts, "statusplan", planRows(answers, model, words));
  const form = name.split(".")[1];
  const filling = noteFilling(answers, model, words, today);
  const made = assemble(parts.files.leiarnotat[form], parts.texts, filling);
  return form === "md" ? made[0][1] : zip(made);
}

/**
 * Makes the workbook of several bodies.
 * @param {{ name: string, answers: Answers }[]} files of the bodies
 * @param {Model} model of the checkpoints
 * @param {Parts} parts of the documents in one edition, which is that of the file
 * @returns {Promise<Data>} what is in the file
 */
export async function matrixFile(files, model, parts) {
  return workbook(parts, "statusmatrise", matrixRows(files, model, wordsOf(parts)));
}

/**
 * @param {Parts} parts of the documents
 * @returns {Words} of the same edition
 */
function wordsOf({ words }) {
  if (!words) throw new Error("The script with the parts has no words");
  return words;
}

/**
 * @param {Parts} parts of the documents
 * @param {string} id of the workbook
 * @param {Record<string, import("../builder/rows.js").Row[]>} rows by the tables of the workbook
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the workbook
 */
function workbook({ files, texts }, id, rows) {
  return zip(assemble(files[id].xlsx, texts, { rows }));
}

/**
 * Every answer as a table.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition
 * @returns {string} the text of the file
 */
function table(answers, model, words) {
  const rows = planned(answers, model).map((one) => [
    one.id,
    words.chapters[one.chapter],
    words.kinds[one.kind],
    one.section ? words.sections[one.section] : "",
    words.points[one.id].text,
    one.status ? words.statuses[/** @type {import("./model.js").Status} */ (one.status)] : "",
    one.owner,
    one.deadline,
    one.note,
    one.proof || words.points[one.id].evidence,
    words.points[one.id].todo,
  ]);
  return csv([words.columns, ...rows]);
}

/**
 * The deadlines of what is missing, the end of each quarter that has something to do, and the days of the law.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition
 * @param {string} today as 2026-11-26
 * @returns {string} the text of the file
 */
function deadlines(answers, model, words, today) {
  const open = planned(answers, model).filter(({ because }) => because);
  const dated = open.filter(({ deadline }) => deadline);
  const events = dated.map(({ id, deadline, owner }) => ({
    id,
    day: deadline,
    title: words.points[id].todo,
    text: owner,
  }));
  const quarters = QUARTER_ENDS.map((end, at) => {
    const due = open.filter(({ deadline, quarter }) => !deadline && quarter === at + 1);
    return {
      id: `kvartal-${at + 1}`,
      day: due.length ? next(end, today) : "",
      title: words.note.quarter.replace("{quarter}", words.quarters[at + 1]),
      text: due.map(({ id, owner }) => `${words.points[id].todo} ${owner}`.trim()).join("\n"),
    };
  });
  const law = lawEvents(words.dates, answers.fields.verksemdstype, words.language, today);
  const name = answers.fields.verksemd || words.note.calendar;
  return calendar([...events, ...quarters, ...law], {
    name,
    language: words.language,
    stamp: today,
  });
}
