// The note to those who lead the body: what is in place, what is not, and the five next actions.
//
// The build fills in the same note in macros/status/note.py, for the worked set; a test compares the two.

import { write } from "../answers/file.js";
import { longDay } from "../builder/values.js";
import { FIRST, drafted, nextFive, standing } from "./rules.js";

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {import("./rules.js").Action} Action */
/** @typedef {import("./rules.js").Duties} Standing */

const NONE = "–"; // where there is nothing: the row of an action that is not needed, or no section

/**
 * What fills the note in.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition of the note
 * @param {string} today as 2026-11-26
 * @returns {import("../builder/assemble.js").Filling} with the answer file in it, so that the note can be opened again
 */
export function noteFilling(answers, model, words, today) {
  const name = (answers.fields.verksemd ?? "").trim();
  const stored = { ...(name && { verksemd: name }), ...note(answers, model, words, today) };
  return {
    shown: { ...stored, "dato.status": longDay(today) },
    stored,
    keep: { card: false, rettleiing: false },
    answers: write(answers, today),
  };
}

/**
 * What stands in the blanks of the note. An owner whom nobody has chosen is left out, so that the blank asks for one.
 * @param {Answers} answers of the reader
 * @param {Model} model of the checkpoints
 * @param {Words} words of the edition of the note
 * @param {string} today as 2026-11-26
 * @returns {Record<string, string>} texts by the ids of the blanks
 */
export function note(answers, model, words, today) {
  const say = words.note;
  const law = standing(answers, model, "law");
  const sections = new Map(model.points.map(({ id, section = "" }) => [id, section]));
  /** @param {string[]} ids of duties */
  const among = (...ids) => [...new Set(ids.map((id) => sections.get(id) ?? ""))];
  const undone = among(...law.open, ...law.unanswered);
  const inPlace = among(...law.done).filter((section) => !undone.includes(section));
  const inDraft = drafted(answers, model);
  /** @param {"advice" | "further"} kind of statement */
  const rest = (kind) => {
    const counts = standing(answers, model, kind);
    const left = [...counts.open, ...counts.unanswered];
    return counted(say, counts, say.rest, left.filter((id) => inDraft.has(id)).length);
  };
  const actions = nextFive(answers, model);
  const rows = Array.from({ length: FIRST }, (_, at) =>
    action(words, `tiltak.${at + 1}`, actions[at]),
  );
  return {
    "dato.status": today,
    "status.lov": counted(say, law, say.law),
    "status.plass": listed(words, inPlace) || NONE,
    "status.manglar": listed(words, among(...law.open)) || NONE,
    "status.rad": rest("advice"),
    "status.lenger": rest("further"),
    ...Object.assign({}, ...rows),
  };
}

/**
 * @param {Words} words of the edition
 * @param {string} name of the blank
 * @param {Action | undefined} one of the actions
 * @returns {Record<string, string>} the row of the action
 */
function action(words, name, one) {
  if (!one) return { [name]: NONE, [`${name}.ansvar`]: NONE, [`${name}.frist`]: NONE };
  const cells = {
    [name]: words.points[one.id].todo,
    [`${name}.ansvar`]: one.owner,
    [`${name}.frist`]: one.deadline ? longDay(one.deadline) : words.quarters[one.quarter],
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text));
}

/**
 * @param {Record<string, string>} say the words of the note
 * @param {Standing} counts of one kind
 * @param {string} text that tells how far it has come
 * @param {number} [inDraft] how many stand in the draft of the strategy and are not in place
 * @returns {string} «9 av 12 på plass, 3 å rette», and what else there is to tell
 */
function counted(say, { done, open, unanswered, all }, text, inDraft = 0) {
  const told = text
    .replace("{done}", String(done.length))
    .replace("{all}", String(all))
    .replace("{open}", String(open.length));
  /** @type {[string, number][]} */
  const more = [
    ["drafted", inDraft],
    ["unanswered", unanswered.length],
  ];
  const rest = more.filter(([, count]) => count);
  return [told, ...rest.map(([key, count]) => say[key].replace("{count}", String(count)))].join(
    ", ",
  );
}

/**
 * @param {Words} words of the edition
 * @param {string[]} sections ids
 * @returns {string} the sections by law, as in «anskaffingslova §§ 5a, 5e og 5k; skatteforvaltingslova § 7-6»,
 *   in the order of the register of law
 */
function listed(words, sections) {
  /** @type {Map<string, string[]>} */
  const laws = new Map();
  for (const [id, cited] of Object.entries(words.sections)) {
    const [law, number] = cited.split(/ §\s/);
    if (sections.includes(id)) laws.set(law, [...(laws.get(law) ?? []), number]);
  }
  return [...laws].map(([law, numbers]) => `${law} ${numbered(words, numbers)}`).join("; ");
}

/**
 * @param {Words} words of the edition
 * @param {string[]} numbers of sections in one law
 * @returns {string} the same as running text has them
 */
function numbered(words, numbers) {
  if (numbers.length === 1) return `§\u00a0${numbers[0]}`;
  return `§§\u00a0${numbers.slice(0, -1).join(", ")} ${words.note.and} ${numbers.slice(-1)}`;
}
