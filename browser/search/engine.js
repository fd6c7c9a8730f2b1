// Loads the search worker with its index. From a disk nothing can be fetched and no worker started, so there the same
// files come as scripts of the page.

import { loadScript } from "../shared/load-script.js";

/** @typedef {import("./protocol.js").Message} Message */
/** @typedef {import("./protocol.js").Reply} Reply */
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
 * The engine of the page. It is loaded when it is first asked for, and tried again at the next time if that failed. The
 * script of every page begins it beside the script of the box, and the box, when it is there, gets the same one: on a
 * slow line, one after the other would take a fifth of a second longer.
 * @param {HTMLElement} search the element whose data attributes tell where the worker and the index lie
 * @returns {Promise<Engine>} how to reach it, when it is ready; fails when it cannot be loaded
 */
export function engineOf(search) {
  const page = /** @type {{ searchEngine?: Promise<Engine> }} */ (globalThis);
  page.searchEngine ??= begin(search).catch((error) => {
    page.searchEngine = undefined;
    throw error;
  });
  return page.searchEngine;
}

/**
 * @param {HTMLElement} search the element whose data attributes tell where the worker and the index lie
 * @returns {Promise<Engine>} how to reach it, when it is ready
 */
function begin(search) {
  const worker = new URL(search.dataset.worker ?? "", location.href).href;
  const index = new URL("search/search_index", baseOf(search)).href;
  return location.protocol === "file:" ? inPage(worker, index) : inWorker(worker, index);
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
      worker.onerror = (event) => {
        event.preventDefault(); // the reader is told, and need not be told again in the console
        fail(new Error("The search worker failed"));
      };
      worker.postMessage(message, message instanceof ArrayBuffer ? [message] : []);
    });
  try {
    await send(await fetched(`${index}.json`));
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    send,
    more: async () => {
      await send(await fetched(`${index}_more.json`));
    },
  };
}

/**
 * @param {string} url of a part of the index
 * @returns {Promise<ArrayBuffer>} the file, which is handed on to the worker and read there
 */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`No search index: ${answer.status}`);
  return answer.arrayBuffer();
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
