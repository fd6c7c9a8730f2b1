// Entry point: answers messages as a worker, or in the page itself when that was opened from a disk, where no worker
// can start.

import { answerer } from "./protocol.js";

const answer = answerer();

if (typeof document === "undefined") {
  addEventListener("message", ({ data }) => postMessage(answer(data)));
} else {
  Object.assign(globalThis, { searchWorker: answer });
}
