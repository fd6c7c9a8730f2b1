// Asks the search worker, one question at a time.

import { engineOf } from "./engine.js";

/** @typedef {import("./search.js").Answer} Answer */

/**
 * A function to ask with. The search is loaded at the latest by the first question.
 * @param {HTMLElement} search the element whose data attributes tell where the worker and the index lie
 * @returns {(query: string, wish?: import("./search.js").Wish) => Promise<Answer | undefined>} gives the answer, or
 *   nothing when a later question came; fails when the search cannot be loaded
 */
export function client(search) {
  /** @type {Promise<void> | undefined} */
  let given;
  let latest = 0;
  /** @type {Promise<Answer | undefined>} */
  let last = Promise.resolve(undefined);

  // One question at a time, and only the last of those that wait
  return (query, wish = {}) => {
    const number = ++latest;
    last = last
      .catch(() => undefined)
      .then(async () => {
        const { send, more } = await engineOf(search);
        if (number !== latest) return undefined;
        const reply = await send({ ...wish, query });
        if (!("answer" in reply)) return undefined;
        if (!reply.answer.wants) return reply.answer;
        try {
          await (given ??= more());
        } catch {
          given = undefined;
          return reply.answer;
        }
        if (number !== latest) return undefined;
        const fuller = await send({ ...wish, query });
        return "answer" in fuller ? fuller.answer : undefined;
      });
    return last;
  };
}
