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

/** @typedef {{ quarter: number, part: string, evidence: string }} Ours one of our own actions, in one edition */

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
 * @param {Record<string, Ours>} [ours] our own actions
 * @returns {Record<string, Row[]>} rows by the tables of the workbook, for `filling.rows`
 */
export function workbookRows(document, file, answers, hours = {}, ours = {}) {
  const fields = answers.fields ?? {};
  if (document === "handlingsplan")
    return { Handlingsplan: planRows(file, answers.actions ?? [], ours), Om: [bodyRow(fields)] };
  const cost = amount(fields["tal.kroner"]);
  /** @type {Hours} */
  const bought = cost ? { help: { cost } } : {};
  return {
    Start: startRows(fields, hours),
    Timar: hourRows({ ...hours, ...bought }),
    Ansvar: taskRows(fields),
  };
}

/**
 * @param {import("./assemble.js").Parts} file the action plan, which has our own actions from the beginning
 * @param {NonNullable<Answers["actions"]>} actions of the first year
 * @param {Record<string, Ours>} ours our own actions
 * @returns {Row[]} the actions from the top, and nothing in the rows of ours that are left over
 */
function planRows(file, actions, ours) {
  const { rows: known = {}, columns = {} } = file.sheets?.Handlingsplan ?? {};
  const places = Object.keys(known).sort((one, other) => known[one] - known[other]);
  const rows = actions.map(({ id = "", text = "", owner = "", deadline = "" }, at) => {
    const own = Object.hasOwn(ours, id) ? ours[id] : undefined;
    const month = Number(deadline.slice(5, 7));
    return {
      ...(at < places.length ? { "#": places[at] } : {}),
      quarter: month ? Math.ceil(month / 3) : (own?.quarter ?? null),
      action: text || null,
      chapter: own?.part ?? null,
      owner: owner || null,
      deadline: deadline || null,
      evidence: own?.evidence ?? null,
    };
  });
  const nothing = Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
  const rest = places.slice(actions.length).map((place) => ({ "#": place, ...nothing }));
  return [...rows, ...rest];
}

/**
 * @param {Record<string, string>} fields of the answers
 * @returns {Row} whose workbook it is
 */
function bodyRow(fields) {
  return { "#": "body", value: fields.verksemd ?? "" };
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
    bodyRow(fields),
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
