// Entry point: answers messages as a worker, or in the page itself when that was opened from a disk, where no worker can start.

import { handler } from "./material.js";

const answer = handler();

if (typeof document === "undefined") addEventListener("message", ({ data }) => postMessage(answer(data)));
else globalThis.searchWorker = answer;
