// What follows from the answers while one types: sentences filled in, hours reckoned, and what need not be asked.

import { isFor } from "../answers/body.js";
import { documentOf } from "../answers/file.js";
import { all, element, one } from "../shared/dom.js";
import { derive } from "./derive.js";
import { hours, written } from "./hours.js";
import { concerns, levelOf } from "./levels.js";
import { edition, form, rules, say } from "./page.js";
import { state } from "../tool/state.js";
import { norwegianDay } from "../shared/dates.js";

const MANY = 1; // årsverk: beyond this, the reader is told that she may begin with less

/** Shows everything that follows from the answers. */
export function refresh() {
  showSentences();
  showHours();
  showRoles();
  showAsked();
  suggest();
}

/** Fills the sentences in. A field without an answer stands as its label, in brackets. */
function showSentences() {
  const { shown } = derive(state.answers, rules, edition, norwegianDay());
  for (const place of all(form, "[data-shows]")) {
    place.dataset.label ??= place.textContent ?? "";
    const text = shown[place.dataset.shows ?? ""];
    place.textContent = text ?? place.dataset.label;
    place.classList.toggle("blank", text === undefined);
    place.classList.toggle("filled", text !== undefined);
  }
}

/** Tells the hours in words. */
function showHours() {
  const found = hours(state.answers, rules);
  const said = (() => {
    if (!found) return say("hours.unknown");
    if (!found.contracts) return say("hours.none");
    const posts = found.total / found.year;
    const { contracts, controls, total } = found;
    const told = say("hours", {
      contracts: written(contracts),
      controls: written(controls),
      hours: written(total),
      posts: written(posts, 2),
    });
    return posts > MANY ? `${told} ${say("hours.lots")}` : told;
  })();
  const output = one(form, "[data-hours]");
  if (output.textContent !== said) output.textContent = said;
}

/** Warns when one role has everything. */
function showRoles() {
  const given = rules.roles.map((name) => state.answers.fields[name]?.trim().toLowerCase() ?? "");
  const filled = given.filter(Boolean);
  const same = filled.length > 2 && new Set(filled).size === 1;
  const warning = one(form, "[data-same-person]");
  const said = same ? say("same-person") : "";
  if (warning.textContent !== said) warning.textContent = said;
}

/** Shows what this body is asked, and hides the rest. */
function showAsked() {
  const draft = documentOf(state.answers);
  for (const ask of all(form, "[data-documents]"))
    ask.hidden = !ask.dataset.documents?.split(" ").includes(draft);
  for (const chapter of all(form, "[data-chapter]"))
    chapter.hidden = !concerns(state.answers, rules, chapter.dataset.chapter ?? "");
  for (const box of all(form, "[data-fields]")) {
    const [id, level] = (box.dataset.fields ?? "").split(".");
    const chosen = levelOf(state.answers, rules, id);
    box.hidden = chosen !== level && !(chosen === "further" && level === "advice");
  }
  showDuties();
  for (const row of all(form, "[data-action]"))
    one(row, ".action__fields").hidden = !isWanted(row.dataset.action ?? "");
}

/** Shows the duties of this body, and hides those that come with other sectors or bind others. */
function showDuties() {
  for (const box of all(form, ".always")) {
    const duties = all(box, "li");
    for (const duty of duties) {
      const sectors = duty.dataset.onlySectors?.split(" ");
      duty.hidden = !isFor({ sectors, bodies: duty.dataset.onlyBodies?.split(" ") }, state.answers);
    }
    box.hidden = duties.every((duty) => duty.hidden);
  }
}

/**
 * @param {string} id of an action
 * @returns {boolean} whether it is chosen, or is one of the reader's own
 */
function isWanted(id) {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById(`a-${id}`));
  return box?.checked ?? true;
}

/** Suggests what is typed already: roles for roles, and the chosen sectors for areas. */
function suggest() {
  const roles = [...rules.roles, "rolle.leiar"].map((name) => state.answers.fields[name] ?? "");
  list("roles", roles);
  const sectors = state.answers.sectors.map(
    (id) => form.querySelector(`label[for="c-sectors-${id}"]`)?.textContent?.toLowerCase() ?? "",
  );
  list("areas", sectors);
}

/**
 * @param {string} name of the list
 * @param {string[]} values to suggest
 */
function list(name, values) {
  const id = `list-${name}`;
  const found = document.getElementById(id) ?? form.appendChild(element("datalist", { id }));
  const options = [...new Set(values.filter(Boolean))].map((value) => element("option", { value }));
  found.replaceChildren(...options);
}

/** Gives the fields their suggestions. */
export function offerSuggestions() {
  const owners = "input[name^='rolle.'], input[name$='.owner']";
  for (const input of all(form, owners)) input.setAttribute("list", "list-roles");
  for (const input of all(form, "input[name^='omrade.']")) input.setAttribute("list", "list-areas");
}
