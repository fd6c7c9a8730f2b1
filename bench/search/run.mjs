// Runs a search worker as a browser would, by its messages, and tells what it found and how long it took.
// Input on stdin: { worker, index, queries: [text], keys: [text], stock: whether the worker is Material's own }.
// Output on stdout, see below.
// node bench/search/run.mjs < job.json

import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import vm from "node:vm";

const job = JSON.parse(readFileSync(0, "utf8"));

// What each worker understands, and what it answers
const OURS = {
  setup: (index) => ({ index }),
  isReady: (reply) => reply.ready === true,
  query: (query) => ({ query }),
  pages: (reply) => reply.answer.items.map((item) => item.location),
  none: (reply) => Boolean(reply.answer.none) || !reply.answer.items.length,
};
const STOCK = {
  setup: (index) => ({ type: 0, data: { ...index, options: { suggest: false } } }),
  isReady: (reply) => reply.type === 1,
  query: (data) => ({ type: 2, data }),
  pages: (reply) => reply.data.items.map((items) => items[0].location),
  none: (reply) => !reply.data.items.length,
};
const protocol = job.stock ? STOCK : OURS;

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

// Milliseconds of processor time until now: what else the machine does meanwhile does not count
function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const load = (scope, file) => vm.runInContext(readFileSync(file, "utf8"), scope, { filename: file });

const ask = start(job.worker);
const index = JSON.parse(readFileSync(job.index, "utf8"));
const begun = used();
const ready = await ask(protocol.setup(index));
const setup = used() - begun;
if (!protocol.isReady(ready)) throw new Error("The worker did not become ready");

// The part with more text, given when an answer wants it, as the box does
const file = job.index.replace(/\.json$/, "_more.json");
let more = !job.stock && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
let extended = 0;

async function search(text) {
  let from = used();
  let reply = await ask(protocol.query(text));
  if (more && reply.answer?.wants) {
    const before = used();
    await ask({ more });
    more = undefined;
    extended = used() - before;
    from = used();
    reply = await ask(protocol.query(text));
  }
  const time = used() - from;
  const pages = protocol.pages(reply).map((location) => location.split("#")[0]);
  return { pages, none: protocol.none(reply), time };
}

const found = [];
const none = [];
for (const query of job.queries) {
  const answer = await search(query);
  found.push(answer.pages.slice(0, 10));
  none.push(answer.none);
}
for (const key of job.keys.slice(0, 50)) await search(key); // let the compiler see it first
const times = [];
for (const key of job.keys) times.push((await search(key)).time);
process.stdout.write(JSON.stringify({ found, none, setup, extended, times }));
