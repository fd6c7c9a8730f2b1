// The files of the result: each is made when its button is pressed.

import { write } from "../answers/file.js";
import { slugOf } from "../builder/names.js";
import { norwegianDay } from "../shared/dates.js";
import { element } from "../shared/dom.js";
import { saveFile } from "../shared/save-file.js";
import { edition, say, tell } from "../tool/page.js";
import { loadParts } from "../tool/parts.js";
import { state } from "../tool/state.js";
import { statusFile } from "./files.js";
import { model } from "./page.js";

/** @typedef {string | Uint8Array<ArrayBuffer>} Data */

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  md: "text/markdown",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  ics: "text/calendar",
  json: "application/json",
};
const FIRST = ["notat.docx", "plan.xlsx"];
const MORE = ["notat.odt", "notat.md", "status.csv", "fristar.ics", "svar.json"];

/** @returns {HTMLElement} the buttons for what most want, and the rest folded below them */
export function downloads() {
  const others = MORE.map((name) => element("li", {}, button(name)));
  return element(
    "div",
    { class: "result__files" },
    element("p", { class: "buttons" }, ...FIRST.map((name) => button(name))),
    element(
      "details",
      { class: "fold" },
      element("summary", {}, say("files.more")),
      element("ul", {}, ...others),
    ),
  );
}

/**
 * @param {string} name of the file
 * @returns {HTMLElement} a button that makes the file when it is pressed
 */
function button(name) {
  return fileButton(name, async () =>
    name === "svar.json"
      ? write(state.answers, norwegianDay())
      : statusFile(name, state.answers, model, await loadParts(`${edition}-status`)),
  );
}

/**
 * @param {string} name of the file
 * @param {() => Promise<Data>} make its content
 * @returns {HTMLElement} a button that makes the file when it is pressed
 */
export function fileButton(name, make) {
  const style = name === FIRST[0] ? "button button--primary" : "button";
  const made = element(
    "button",
    { type: "button", class: style, "data-file": name },
    say(`file.${name}`),
  );
  made.addEventListener("click", async () => {
    try {
      const [id, form] = name.split(".");
      const file = `${id}-${slugOf(state.answers, norwegianDay())}.${form}`;
      saveFile(file, await make(), TYPES[/** @type {keyof TYPES} */ (form)]);
      tell(say("saved", { file }));
    } catch (error) {
      tell(say("result.failed"));
      throw error;
    }
  });
  return made;
}
