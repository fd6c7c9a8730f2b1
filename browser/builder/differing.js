// How «Lag strategien» tells of answers where a file differs from those that are here.

import { edition, form, labelOf, rules, say } from "./page.js";
import { proposed } from "./plan.js";
import { state } from "../tool/state.js";

/** @typedef {import("../answers/file.js").Answers} Answers */

/** @type {import("../tool/opening.js").Telling} */
export const telling = { nameOf, inWords, labelOf, after: "sja-over" };

/**
 * @param {string} name of an answer, as in a difference
 * @returns {string} what it is called
 */
function nameOf(name) {
  const [part, id] = [name.split("/")[0], name.split("/").slice(1).join("/")];
  if (!id)
    return part === "actions"
      ? labelOf("action")
      : part === "unknown"
        ? say("unknown")
        : labelOf(part);
  if (part === "fields") return labelOf(id);
  const title = rules.titles[id] ?? id;
  return part === "levels"
    ? title
    : `${title}: ${labelOf(`${part === "texts" ? "tekst" : "grunn"}.${id}`)}`;
}

/**
 * @param {string} name of an answer, as in a difference
 * @param {unknown} value of it
 * @returns {string} the value in words
 */
function inWords(name, value) {
  const [part, id] = name.split("/");
  if (part === "actions") {
    const rows = proposed(
      { ...state.answers, actions: /** @type {Answers["actions"]} */ (value) },
      rules,
      edition,
    );
    return rows.map(({ text, owner }) => (owner ? `${text} (${owner})` : text)).join(" ");
  }
  if (Array.isArray(value))
    return value.map((one) => optionText(part === "unknown" ? "" : part, one)).join(", ");
  if (part === "levels") return optionText(`level.${id}`, String(value));
  if (part === "fields") return optionText(id, String(value));
  return part === "document" || part === "edition"
    ? optionText(part, String(value))
    : String(value);
}

/**
 * @param {string} name of a control with choices
 * @param {string} value of one of them
 * @returns {string} the words of the choice; the value itself where there is no such choice
 */
function optionText(name, value) {
  if (!name) return labelOf(value);
  const input = form.querySelector(
    `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]:is([type=radio], [type=checkbox])`,
  );
  return input
    ? (form.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? value)
    : value;
}
