// What the answers know of the rows in the workbooks: the action plan, and the workbook of a year's control.

import { amount } from "./values.js";

/** @typedef {import("./rows.js").Row} Row */

/**
 * @typedef {object} Answers the parts of the answer file that a workbook has room for
 * @property {Record<string, string>} [fields] raw values by the ids of fields
 * @property {{id?: string, text?: string, owner?: string, deadline?: string}[]} [actions] of the first year
 */

/**
 * What the calculator has, by task: strategy, risk, paper, site, deviations, training, report, help.
 * @typedef {Record<string, {number?: number, each?: number, later?: number, cost?: number}>} Hours
 */

/** Who has each task of the workbook, by the fields with roles. */
const TASKS = {
  strategy: "rolle.ansvarleg",
  risk: "rolle.risiko",
  demands: "rolle.krav",
  rejection: "rolle.avvising",
  control: "rolle.kontroll",
  payslips: "rolle.lonsslipp",
  sanctions: "rolle.sanksjon",
  report: "rolle.ansvarleg",
  labour: "rolle.etatar",
  tax: "rolle.etatar",
  centre: "rolle.etatar",
};

/**
 * What to write into a workbook.
 * @param {string} document handlingsplan or arbeidsbok
 * @param {import("./assemble.js").Parts} file the workbook, taken apart
 * @param {Answers} answers of the body
 * @param {Hours} [hours] what the calculator has for each task
 * @returns {Record<string, Row[]>} rows by the tables of the workbook, for `filling.rows`
 */
export function workbookRows(document, file, answers, hours = {}) {
  if (document === "handlingsplan") return planRows(file, answers.actions ?? []);
  const fields = answers.fields ?? {};
  return { Start: startRows(fields, hours), Timar: hourRows(hours), Ansvar: taskRows(fields) };
}

/**
 * @param {import("./assemble.js").Parts} file the action plan
 * @param {NonNullable<Answers["actions"]>} actions of the first year
 * @returns {Record<string, Row[]>} the proposed ones in their own rows, and the others in those that are free
 */
function planRows(file, actions) {
  const known = file.sheets?.Handlingsplan?.rows ?? {};
  const rows = actions.map(({ id = "", text = "", owner = "", deadline = "" }) => {
    const typed = { action: text, owner, deadline };
    if (Object.hasOwn(known, id)) return { "#": id, ...typed };
    const month = Number(deadline.slice(5, 7));
    return { quarter: month ? Math.ceil(month / 3) : "", ...typed };
  });
  return { Handlingsplan: rows };
}

/**
 * @param {Record<string, string>} fields of the answers
 * @param {Hours} hours by task
 * @returns {Row[]} the first sheet of the workbook
 */
function startRows(fields, hours) {
  const sum = Object.values(hours).reduce(
    (all, { number = 0, each = 0 }) => all + number * each,
    0,
  );
  return [
    { "#": "body", value: fields.verksemd ?? "" },
    { "#": "year", value: amount(fields["periode.fra"]) ?? "" },
    { "#": "set-aside", value: amount(fields["tal.timar"]) || sum || "" },
    { "#": "work-year", value: amount(fields["timar.arsverk"]) ?? "" },
  ];
}

/**
 * @param {Hours} hours by task
 * @returns {Row[]} the calculator
 */
function hourRows(hours) {
  return Object.entries(hours).map(([task, values]) => ({ "#": task, ...values }));
}

/**
 * @param {Record<string, string>} fields of the answers
 * @returns {Row[]} who is responsible for what
 */
function taskRows(fields) {
  return Object.entries(TASKS).map(([task, role]) => ({
    "#": task,
    owner: fields[role] ?? "",
    deputy: task === "strategy" ? (fields["rolle.vikar"] ?? "") : "",
  }));
}
