// The result: the document itself, what is missing in it, and every file it can be saved as.

import { all, element, one } from "../shared/dom.js";
import { saveFile } from "../shared/save-file.js";
import { loadParts } from "../tool/parts.js";
import { Documents } from "./documents.js";
import { edition, form, rules, say, tell } from "./page.js";
import { state } from "../tool/state.js";
import { RESULT, here, show, steps } from "../tool/steps.js";

const DO = ["check", "considerations", "routines", "decide", "publish"];

/** Shows the result of the answers as they are now. */
export async function showResult() {
  const section = one(form, `[data-step="${RESULT}"]`);
  const body = state.answers.fields.verksemd;
  const heading = element(
    "h1",
    { tabindex: "-1" },
    body ? say("result", { body }) : say("result.nobody"),
  );
  const wait = element("p", { role: "status" }, say("result.working"));
  section.replaceChildren(heading, wait);
  show(true);
  try {
    const language = state.answers.edition || edition;
    const documents = new Documents(state.answers, rules, language, await loadParts(language));
    if (here() !== RESULT) return;
    const text = preview(documents, language);
    wait.replaceWith(
      downloads(documents),
      ...missing(documents, text),
      ...todo(),
      element("h2", {}, say("result.text")),
      text,
    );
  } catch (error) {
    wait.textContent = say("result.failed");
    throw error;
  }
}

/**
 * @param {Documents} documents that can be made
 * @returns {HTMLElement} the button for Word, and the rest folded below it
 */
function downloads(documents) {
  const others = documents.names().filter((name) => name !== `${documents.draft}.docx`);
  return element(
    "div",
    { class: "result__files" },
    element(
      "p",
      { class: "buttons" },
      button(documents, `${documents.draft}.docx`, say("result.word"), true),
      button(documents, "alt.zip", say("result.all")),
    ),
    element(
      "details",
      { class: "fold" },
      element("summary", {}, say("result.more")),
      element(
        "ul",
        {},
        ...others.map((name) => element("li", {}, button(documents, name, title(name)))),
      ),
      element("p", {}, say("result.pdf")),
    ),
  );
}

const FORMATS = { docx: "Word", odt: "OpenDocument", md: "Markdown", xlsx: "Excel" };

/**
 * @param {string} file such as «rutine.docx»
 * @returns {string} what its button says
 */
function title(file) {
  const [id, ending] = file.split(".");
  if (ending === "json") return say("result.answers");
  if (ending === "ics") return say("result.calendar");
  return `${rules.files[id]} (${FORMATS[/** @type {keyof FORMATS} */ (ending)]})`;
}

/**
 * @param {Documents} documents that can be made
 * @param {string} file to make
 * @param {string} words of the button
 * @param {boolean} [primary] whether this is what the page is for
 * @returns {HTMLElement} a button that makes the file when it is pressed
 */
function button(documents, file, words, primary = false) {
  const style = primary ? "button button--primary" : "button";
  const made = element("button", { type: "button", class: style, "data-file": file }, words);
  made.addEventListener("click", async () => {
    try {
      const { name, data, type } = await documents.make(file);
      saveFile(name, data, type);
      tell(say("saved", { file: name }));
    } catch (error) {
      tell(say("result.failed"));
      throw error;
    }
  });
  return made;
}

/**
 * @param {Documents} documents that can be made
 * @param {string} language of the documents
 * @returns {HTMLElement} the document, with a way back from each chapter to where it is answered
 */
function preview(documents, language) {
  const text = element("div", { class: "result__text", lang: language });
  // The build has made this, and what is filled in is escaped: tests/test_builder.py holds it to that
  text.innerHTML = documents.preview(documents.draft);
  for (const heading of all(text, "h2, h3, h4")) {
    const step = stepOf(after(heading));
    if (!step) continue;
    const name = say("change.what", { what: heading.textContent ?? "" });
    const link = element(
      "a",
      { href: `#steg/${step}`, lang: edition, "aria-label": name },
      say("change"),
    );
    heading.after(element("p", { class: "summary__change" }, link));
  }
  for (const heading of all(text, "h4, h3, h2").reverse()) lower(heading);
  for (const table of all(text, "table")) frame(table);
  return text;
}

/** @param {HTMLElement} table of the document, which may be wider than a phone: its frame scrolls, also by keyboard */
function frame(table) {
  const name = table.querySelector("caption")?.textContent ?? "";
  const made = element("div", {
    class: "table-frame",
    role: "region",
    tabindex: "0",
    "aria-label": name,
  });
  table.classList.add("data");
  table.replaceWith(made);
  made.append(table);
}

/** @param {HTMLElement} heading of the document, which stands under a heading of the page */
function lower(heading) {
  const name = /** @type {"h3"} */ (`h${Number(heading.localName[1]) + 1}`);
  const made = element(name, {}, ...heading.childNodes);
  heading.replaceWith(made);
}

/**
 * @param {HTMLElement} heading of the document
 * @returns {Element[]} what stands between it and the next
 */
function after(heading) {
  const found = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^H[2-4]$/.test(next.tagName) || next.querySelector("h2, h3, h4")) break;
    found.push(next);
  }
  return found;
}

/**
 * @param {Element[]} parts of the document
 * @returns {string | undefined} the step where what stands there is answered: the one with most of its fields
 */
function stepOf(parts) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const part of parts) {
    const marked = [part, ...part.querySelectorAll("[data-region], [data-field]")];
    for (const place of /** @type {HTMLElement[]} */ (marked)) {
      const id = (place.dataset.region ?? "").split(".")[0];
      if (Object.hasOwn(rules.questions, id)) return `sporsmal/${id}`;
      if (Object.hasOwn(rules.measures, id)) return `grep/${id}`;
      const step = stepOfField(place.dataset.field ?? "");
      if (step) found.set(step, (found.get(step) ?? 0) + 1);
    }
  }
  const most = Math.max(...found.values());
  return [...found.keys()].find((step) => found.get(step) === most);
}

/**
 * @param {string} name of a field
 * @returns {string | undefined} the step that asks for it
 */
function stepOfField(name) {
  if (!name) return undefined;
  const asked = steps.find((step) => rules.steps[step].includes(name));
  if (asked) return asked;
  if (name.startsWith("timar.") || name === "tal.timar") return "tid";
  const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
  return control?.closest("[data-chapter], [data-step]")?.id.replace("steg/", "");
}

/**
 * @param {Documents} documents that can be made
 * @param {HTMLElement} text of the draft
 * @returns {HTMLElement[]} what is missing in the draft, and how much in the other documents
 */
function missing(documents, text) {
  const blanks = open(text);
  const links = [...blanks].map(([name, label]) => {
    const step = stepOfField(name);
    return element("li", {}, step ? element("a", { href: `#steg/${step}` }, label) : label);
  });
  const rest = ["saksframlegg", "rutine"].flatMap((id) => {
    const holder = element("div");
    holder.innerHTML = documents.preview(id);
    const names = [...open(holder).values()];
    if (!names.length) return [];
    const file = rules.files[id].toLowerCase();
    return [
      element(
        "p",
        {},
        say("result.others", { count: names.length, file, names: names.join(", ") }),
      ),
    ];
  });
  return [
    element("h2", {}, say("result.missing")),
    ...(links.length
      ? [element("ul", { "data-missing": "" }, ...links), element("p", {}, say("result.marked"))]
      : [element("p", {}, say("result.complete"))]),
    ...rest,
  ];
}

/**
 * @param {HTMLElement} text of a document
 * @returns {Map<string, string>} the label of each field that is not filled in
 */
function open(text) {
  return new Map(
    all(text, ".blank[data-field]").map((place) => [
      place.dataset.field ?? "",
      (place.textContent ?? "").replace(/^\[|\]$/g, ""),
    ]),
  );
}

/** @returns {HTMLElement[]} what no tool can do for the body */
function todo() {
  return [
    element("h2", {}, say("result.yourselves")),
    element("ul", {}, ...DO.map((key) => element("li", {}, say(`do.${key}`)))),
  ];
}
