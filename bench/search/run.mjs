// Runs a search worker as a browser would, by its messages, and tells what it found and how long it took.
// Input on stdin: { worker, base, index, queries: [text], keys: [text] }. Output on stdout, see below.
// node bench/search/run.mjs < job.json

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

// A worker's global scope, as much of it as the two workers use
function start(file) {
  let answered = () => {};
  let listener = () => {};
  const scope = vm.createContext({ console: { ...console, warn() {} }, URL, TextDecoder, setTimeout });
  Object.assign(scope, {
    self: scope,
    addEventListener: (_, run) => (listener = run),
    postMessage: (message) => answered(message),
    importScripts: (...urls) => urls.forEach((url) => load(scope, resolve(dirname(file), url))),
  });
  load(scope, file);
  return (message) => new Promise((done) => { answered = done; listener({ data: message }); });
}

const load = (scope, file) => vm.runInContext(readFileSync(file, "utf8"), scope, { filename: file });

const ask = start(job.worker);
const index = JSON.parse(readFileSync(job.index, "utf8"));
const begun = performance.now();
const ready = await ask({ type: SETUP, data: { ...index, options: { suggest: false } } });
const setup = performance.now() - begun;
if (ready.type !== READY) throw new Error("The worker did not become ready");

async function search(text) {
  const from = performance.now();
  const { type, data } = await ask({ type: QUERY, data: text });
  if (type !== RESULT) throw new Error("The worker did not answer");
  return { pages: data.items.map((items) => items[0].location.split("#")[0]), time: performance.now() - from };
}

const found = [];
for (const query of job.queries) found.push((await search(query)).pages.slice(0, 10));
for (const key of job.keys.slice(0, 50)) await search(key); // let the compiler see it first
const times = [];
for (const key of job.keys) times.push((await search(key)).time);
process.stdout.write(JSON.stringify({ found, setup, times }));
