// The files that can be made, each from its parts, and everything in one zip.

import { documentOf } from "../answers/file.js";
import { norwegianDay } from "../shared/dates.js";
import { loadParts } from "../tool/parts.js";
import { derive, withActions } from "./derive.js";
import { assemble } from "./assemble.js";
import { calendar } from "./calendar.js";
import { lawEvents } from "./law-dates.js";
import { hours, tasks } from "./hours.js";
import { slugOf } from "./names.js";
import { defaultOf } from "./rules.js";
import { day } from "./values.js";
import { workbookRows } from "./workbook.js";
import { zip } from "./zip.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./assemble.js").Parts} File */
/** @typedef {import("../tool/parts.js").Parts} Parts */
/** @typedef {{ name: string, type: string, data: string | Uint8Array<ArrayBuffer> }} Made */

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  md: "text/markdown",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ics: "text/calendar",
  json: "application/json",
  zip: "application/zip",
};
/**
 * The ends of the names of the scripts with formats that come when they are asked for. Those with none come first.
 * @type {Record<string, string>}
 */
const SCRIPTS = { odt: "-more", md: "-more", xlsx: "-books" };

/** Makes files from one set of answers. */
export class Documents {
  /**
   * @param {Answers} answers of the reader
   * @param {Rules} rules of the page
   * @param {string} edition of the documents
   * @param {Parts} parts of the documents in that edition
   */
  constructor(answers, rules, edition, parts) {
    this.answers = answers;
    this.rules = rules;
    this.edition = edition;
    this.parts = parts;
    this.today = norwegianDay();
    this.filling = derive(answers, rules, edition, this.today);
    this.draft = documentOf(answers);
  }

  /** @returns {string[]} every file there is, such as «kapittel.docx», the draft first */
  names() {
    const texts = [this.draft, "saksframlegg", "rutine"].flatMap((id) =>
      ["docx", "odt", "md"].map((form) => `${id}.${form}`),
    );
    return [...texts, "handlingsplan.xlsx", "arbeidsbok.xlsx", "kalender.ics", "svar.json"];
  }

  /**
   * The text of a document as HTML, with marks of its fields and regions.
   * @param {string} id of the document
   * @returns {string} a fragment
   */
  preview(id) {
    const [[, html]] = assemble(this.parts.files[id].html, this.parts.texts, this.filling);
    return html;
  }

  /**
   * Makes one file.
   * @param {string} file such as «kapittel.docx», or «alt.zip»
   * @returns {Promise<Made>} what is in it, and what it is called on the reader's machine
   */
  async make(file) {
    const [id, form] = file.split(".");
    const name = `${id}-${slugOf(this.answers, this.today)}.${form}`;
    return {
      name,
      type: TYPES[/** @type {keyof TYPES} */ (form)],
      data: await this.data(id, form),
    };
  }

  /**
   * @param {string} id of the document
   * @param {string} form of the file
   * @returns {Promise<string | Uint8Array<ArrayBuffer>>} what is in the file
   */
  async data(id, form) {
    if (form === "json") return this.filling.answers;
    if (form === "ics") return this.calendar();
    if (form === "zip") return this.all();
    const from = form in SCRIPTS ? await loadParts(this.edition + SCRIPTS[form]) : this.parts;
    const file = from.files[id][form];
    const parts = assemble(file, from.texts, { ...this.filling, rows: this.rows(id, file) });
    return form === "md" ? parts[0][1] : zip(parts);
  }

  /**
   * @param {string} id of the document
   * @param {File} file its parts
   * @returns {import("./derive.js").Filling["rows"]} the rows of a workbook; none for a text
   */
  rows(id, file) {
    if (!file.sheets) return {};
    const { actions } = withActions(this.answers, this.rules, this.edition);
    const year = defaultOf(this.rules, "timar.arsverk") ?? "";
    const fields = { "timar.arsverk": year, ...this.filling.stored };
    const answers = { fields, actions: actions ?? [] };
    return workbookRows(id, file, answers, tasks(hours(this.answers, this.rules)), this.ours());
  }

  /** @returns {Record<string, import("./workbook.js").Ours>} our own actions, in the edition of the documents */
  ours() {
    const plan = Object.entries(this.rules.plan).map(([id, { quarter, part, evidence }]) => [
      id,
      { quarter, part: part[this.edition], evidence: evidence[this.edition] },
    ]);
    return Object.fromEntries(plan);
  }

  /** @returns {string} the deadlines of the actions and those of the law, as a calendar */
  calendar() {
    const { actions } = withActions(this.answers, this.rules, this.edition);
    const events = (actions ?? [])
      .filter(({ deadline, text }) => day(deadline) && text)
      .map(({ id, text, owner, deadline }) => ({
        id,
        day: day(deadline),
        title: text,
        text: owner,
      }));
    const type = this.answers.fields.verksemdstype;
    const law = lawEvents(this.rules.dates, type, this.edition, this.today);
    const name = this.answers.fields.verksemd ?? this.rules.files.handlingsplan;
    return calendar([...events, ...law], { name, language: this.edition, stamp: this.today });
  }

  /** @returns {Promise<Uint8Array<ArrayBuffer>>} a zip with every file */
  async all() {
    const made = await Promise.all(this.names().map((file) => this.make(file)));
    return zip(made.map(({ name, data }) => [name, data]));
  }
}
