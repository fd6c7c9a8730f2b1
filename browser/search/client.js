// Talks to the search worker with Material's messages. From a disk nothing can be fetched and no worker started, so
// there the same two files come as scripts of the page.

import { QUERY, READY, RESULT, SETUP } from "./material.js";

// `client({ worker, index })`: ask(query) gives a promise of the answer, or of undefined when a later question came.
// `index` is the address without its ending. The promise fails when the search cannot be loaded.
export function client({ worker, index }) {
  const started = location.protocol === "file:" ? inPage(worker, index) : inWorker(worker, index);
  let latest = 0;
  let last = Promise.resolve();

  // One question at a time, and only the last of those that wait
  return (query) => {
    const number = ++latest;
    last = last.catch(() => {}).then(async () => {
      const send = await started;
      return number === latest ? (await send({ type: QUERY, data: query })).data : undefined;
    });
    return last;
  };
}

async function inWorker(url, index) {
  const worker = new Worker(url);
  const send = (message) =>
    new Promise((done, fail) => {
      worker.onmessage = ({ data }) => (data.type === READY || data.type === RESULT ? done(data) : undefined);
      worker.onerror = () => fail(new Error("The search worker failed"));
      worker.postMessage(message);
    });
  const answer = await fetch(`${index}.json`);
  if (!answer.ok) throw new Error(`No search index: ${answer.status}`);
  await send({ type: SETUP, data: await answer.json() });
  return send;
}

async function inPage(url, index) {
  await Promise.all([script(url), script(`${index}.js`)]);
  globalThis.searchWorker({ type: SETUP, data: globalThis.searchIndex });
  return async (message) => globalThis.searchWorker(message);
}

function script(src) {
  return new Promise((done, fail) => {
    const element = Object.assign(document.createElement("script"), { src, onload: done, onerror: () => fail(new Error(src)) });
    document.head.append(element);
  });
}
