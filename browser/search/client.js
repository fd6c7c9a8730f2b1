// Asks the search worker. From a disk nothing can be fetched and no worker started, so there the same two files come
// as scripts of the page.

import { element } from "../shared/dom.js";

/** @typedef {import("./protocol.js").Message} Message */
/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {(message: Message) => Promise<Reply>} Send */

/**
 * @typedef {object} Loaded what the two scripts leave behind in a page that is opened from a disk
 * @property {(message: Message) => Reply} searchWorker the worker
 * @property {import("./search.js").Index} searchIndex the index
 */

/**
 * A function to ask with. The search is loaded at the first question, and tried again at the next one if it failed.
 * @param {string} worker the address of the worker
 * @param {string} index the address of the index without its ending
 * @returns {(query: string, wish?: import("./search.js").Wish) => Promise<Answer | undefined>} gives the answer, or
 *   nothing when a later question came; fails when the search cannot be loaded
 */
export function client(worker, index) {
  const load = location.protocol === "file:" ? inPage : inWorker;
  /** @type {Promise<Send> | undefined} */
  let started;
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
        const send = await start();
        if (number !== latest) return undefined;
        const reply = await send({ ...wish, query });
        return "answer" in reply ? reply.answer : undefined;
      });
    return last;
  };
}

/**
 * @param {string} url of the worker
 * @param {string} index without its ending
 * @returns {Promise<Send>} how to reach it, when it is ready
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
    const answer = await fetch(`${index}.json`);
    if (!answer.ok) throw new Error(`No search index: ${answer.status}`);
    await send({ index: await answer.json() });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return send;
}

/**
 * @param {string} url of the worker
 * @param {string} index without its ending
 * @returns {Promise<Send>} how to reach it, when it is ready
 */
async function inPage(url, index) {
  await Promise.all([script(url), script(`${index}.js`)]);
  const { searchWorker, searchIndex } = /** @type {Loaded} */ (/** @type {unknown} */ (globalThis));
  searchWorker({ index: searchIndex });
  return async (message) => searchWorker(message);
}

/**
 * @param {string} src the address of a script
 * @returns {Promise<void>} when it has run
 */
function script(src) {
  return new Promise((done, fail) => {
    const made = element("script", { src });
    made.onload = () => done();
    made.onerror = () => fail(new Error(src));
    document.head.append(made);
  });
}
