// Asks the search worker. From a disk nothing can be fetched and no worker started, so there the same files come
// as scripts of the page.

import { loadScript } from "../shared/load-script.js";

/** @typedef {import("./protocol.js").Message} Message */
/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {(message: Message) => Promise<Reply>} Send */

/**
 * @typedef {object} Loaded what the two scripts leave behind in a page that is opened from a disk
 * @property {(message: Message) => Reply} searchWorker the worker
 * @property {import("./search.js").Index} searchIndex the index
 * @property {import("./search.js").Doc[]} searchMore the part with more text
 */

/** @typedef {{ send: Send, more: () => Promise<void> }} Engine `more` gives it the part with more text */

/**
 * @param {HTMLElement} search the element whose data attributes tell where things lie
 * @returns {URL} the address of the edition
 */
export function baseOf(search) {
  return new URL((search.dataset.base ?? "").replace(/\/?$/, "/"), location.href);
}

/**
 * A function to ask with. The search is loaded at the first question, and tried again at the next one if it failed.
 * @param {HTMLElement} search the element whose data attributes tell where the worker and the index lie
 * @returns {(query: string, wish?: import("./search.js").Wish) => Promise<Answer | undefined>} gives the answer, or
 *   nothing when a later question came; fails when the search cannot be loaded
 */
export function client(search) {
  const worker = new URL(search.dataset.worker ?? "", location.href).href;
  const index = new URL("search/search_index", baseOf(search)).href;
  const load = location.protocol === "file:" ? inPage : inWorker;
  /** @type {Promise<Engine> | undefined} */
  let started;
  /** @type {Promise<void> | undefined} */
  let given;
  let latest = 0;
  /** @type {Promise<Answer | undefined>} */
  let last = Promise.resolve(undefined);

  function start() {
    started ??= load(worker, index).catch((error) => {
      started = undefined;
      throw error;
    });
    return started;
  }

  // One question at a time, and only the last of those that wait
  return (query, wish = {}) => {
    const number = ++latest;
    last = last
      .catch(() => undefined)
      .then(async () => {
        const { send, more } = await start();
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

/**
 * @param {string} url of the worker
 * @param {string} index without its ending
 * @returns {Promise<Engine>} how to reach it, when it is ready
 */
async function inWorker(url, index) {
  const worker = new Worker(url);
  /** @type {Send} */
  const send = (message) =>
    new Promise((done, fail) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => fail(new Error("The search worker failed"));
      worker.postMessage(message);
    });
  try {
    await send({ index: await fetched(`${index}.json`) });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    send,
    more: async () => {
      await send({ more: await fetched(`${index}_more.json`) });
    },
  };
}

/**
 * @template T
 * @param {string} url of a part of the index
 * @returns {Promise<T>} what is in it
 */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`No search index: ${answer.status}`);
  return answer.json();
}

/**
 * @param {string} url of the worker
 * @param {string} index without its ending
 * @returns {Promise<Engine>} how to reach it, when it is ready
 */
async function inPage(url, index) {
  await Promise.all([loadScript(url), loadScript(`${index}.js`)]);
  const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (globalThis));
  loaded.searchWorker({ index: loaded.searchIndex });
  return {
    send: async (message) => loaded.searchWorker(message),
    more: async () => {
      await loadScript(`${index}_more.js`);
      loaded.searchWorker({ more: loaded.searchMore });
    },
  };
}
