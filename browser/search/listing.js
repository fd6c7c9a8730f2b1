// The answers to a question as the reader sees them: what is said of them, the kinds to choose from, the list, and the
// way to more. The box in the header and the page of results share it.

import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/fill.js";
import { baseOf } from "./engine.js";
import { result } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./search.js").Wish} Wish */

const CALM = 300; // milliseconds of rest before a count is read aloud
const PATIENCE = 250; // milliseconds before it is said that something loads
const TOLD = 60; // letters of the question that are said back
const STEP = 10; // answers shown at a time

/**
 * @typedef {object} Listing
 * @property {(query: string) => Promise<void>} search shows the answers to a question; done when they are shown
 * @property {() => HTMLElement[]} links the links of the answers, in order
 */

/**
 * The list in a part of the page.
 * @param {HTMLElement} root the part, with the elements of `partials/search-answers.html`
 * @param {HTMLElement} words the element whose data attributes have the words
 * @param {(query: string, wish?: Wish) => Promise<Answer | undefined>} ask of the client
 * @param {() => string} typed what stands in the field now
 * @param {(query: string) => void} retype puts another question in the field, and asks it
 * @returns {Listing} what the field needs
 */
export function listing(root, words, ask, typed, retype) {
  /** @param {string} name of the part, as its data attribute has it */
  const part = (name) => one(root, `[data-search-${name}]`);
  const [status, meant, kinds, list, more, every, help] = [
    "status",
    "meant",
    "kinds",
    "list",
    "more",
    "every",
    "help",
  ].map(part);
  const base = baseOf(words);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence; // timer of what is to be read aloud
  /** @type {string | undefined} */
  let answered; // the question whose answers are shown: they stay in place, and keep the focus, until it changes
  /** @type {Required<Pick<Wish, "limit">> & Wish} */
  let wish = { limit: STEP };

  /**
   * Words of the page, with values in them.
   * @param {string} name of the words
   * @param {Record<string, string | number>} [values] that belong in them
   * @returns {string} the text
   */
  const say = (name, values = {}) => fill(words.dataset[name] ?? "", values);
  const links = () => all(list, ".md-search-result__link");

  /**
   * @param {string} text to be read aloud
   * @param {number} [wait] milliseconds before it is
   */
  function tell(text, wait = status.textContent ? CALM : 0) {
    clearTimeout(silence);
    silence = setTimeout(() => (status.textContent = text), wait);
  }

  /** @param {string} query that the reader has typed */
  async function search(query) {
    if (query === answered) return;
    wish = { limit: STEP };
    await show(query);
  }

  /** @param {string} query to answer as it is now wished */
  async function show(query) {
    if (!query) {
      clear();
      return;
    }
    if (answered === undefined) tell(say("loading"), PATIENCE);
    try {
      const answer = await ask(query, wish);
      if (answer && typed() === query) put(answer, query);
    } catch {
      clear();
      tell(say("failed"), 0);
    }
  }

  function clear() {
    answered = undefined;
    list.replaceChildren();
    for (const each of [meant, kinds, more]) each.hidden = true;
    help.hidden = false;
    tell("", 0);
  }

  /**
   * @param {Answer} answer of the worker
   * @param {string} query the question
   */
  function put(answer, query) {
    const { items, total, meant: guess, missing, none } = answer;
    const at = links().findIndex((link) => link === document.activeElement);
    list.replaceChildren(...items.map((item) => result(item, base, alsoIn)));
    // Answers that come late must not take the reader's place from her
    if (at >= 0) (links()[at] ?? links()[0])?.focus();
    answered = query;
    help.hidden = items.length > 0 && !none;
    offer(guess, missing);
    choose(answer, query);
    more.hidden = total <= items.length;
    every.setAttribute("href", `${words.dataset.results}?q=${encodeURIComponent(query)}`);
    tell(counted(answer, short(query)));
  }

  /**
   * @param {Answer} answer of the worker
   * @param {string} query the question
   * @returns {string} what is shown, and for which words
   */
  function counted({ items, total, meant: guess, none }, query) {
    if (!items.length) return say("none", { query });
    const name = total > items.length ? "most" : total === 1 ? "one" : "many";
    const said = say(name, {
      count: total,
      shown: items.length,
      query: guess ? short(guess) : query,
    });
    if (guess) return `${say("unknown", { query })} ${said}`;
    return none ? say("nearest", { query }) : said;
  }

  /**
   * Names the words that stand nowhere, and what may have been meant.
   * @param {string | undefined} guess the question with other words
   * @param {string[]} missing words that stand nowhere
   */
  function offer(guess, missing) {
    meant.hidden = !guess && !missing.length;
    /** @type {(Node | string)[]} */
    const shown = [];
    if (guess) {
      const button = element("button", { class: "search__guess", type: "button" }, guess);
      button.addEventListener("click", () => retype(guess));
      shown.push(...around("meant", button));
    } else {
      missing.forEach((word, number) =>
        shown.push(...(number ? [", "] : []), element("s", {}, short(word))),
      );
      shown.unshift(`${say("absent")} `);
    }
    meant.replaceChildren(...shown);
  }

  /**
   * @param {string} name of words with a place for a query in them
   * @param {Node} node that belongs there
   * @returns {(Node | string)[]} the words with the node
   */
  function around(name, node) {
    const [before, after] = say(name, { query: "\n" }).split("\n");
    return [before, node, after];
  }
  /** @param {Node} link to a page that says the same */
  const alsoIn = (link) => around("also", link);

  /**
   * Offers the kinds that the answers are of.
   * @param {Answer} answer of the worker
   * @param {string} query the question
   */
  function choose({ kinds: counts }, query) {
    kinds.hidden = counts.length < 2;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.kind;
    const sum = counts.reduce((total, { count }) => total + count, 0);
    const rows = [{ kind: "", count: sum }, ...counts];
    kinds.replaceChildren(
      ...rows.map(({ kind, count }) => {
        const isChosen = (wish.kind ?? "") === kind;
        const button = element(
          "button",
          { class: "search__filter", type: "button", "data-kind": kind || "*" },
          `${kind || say("all")} (${count})`,
        );
        button.setAttribute("aria-pressed", String(isChosen));
        button.addEventListener("click", () => {
          wish = { limit: STEP, kind: kind || undefined };
          show(query);
        });
        return element("li", {}, button);
      }),
    );
    if (focused)
      all(kinds, "button")
        .find(({ dataset }) => dataset.kind === focused)
        ?.focus();
  }

  one(more, "button").addEventListener("click", async () => {
    const before = links().length;
    wish = { ...wish, limit: wish.limit + STEP };
    await show(typed());
    links()[before]?.focus();
  });

  return { search, links };
}

/** @param {string} text that the reader has typed */
const short = (text) => (text.length > TOLD ? `${[...text].slice(0, TOLD).join("")} …` : text);
