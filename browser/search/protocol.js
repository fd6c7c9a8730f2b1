// What the search box and the search worker say to each other. First the index, answered when it is ready; then
// questions, one at a time, and between them the part with more text, when an answer wants it. An answer is plain data: texts as segments, which the box marks as it likes.

import { search } from "./search.js";

/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {{ query: string } & import("./search.js").Wish} Question */
/** @typedef {{ index: import("./search.js").Index } | { more: import("./search.js").Doc[] }} Part */
/** @typedef {ArrayBuffer | Part | Question} Message a part of the index may come as its file has it */
/** @typedef {{ ready: true } | { answer: Answer }} Reply */

/**
 * The worker's side of it.
 * @returns {(message: Message) => Reply} what answers a message
 * @throws {TypeError} from the function, for a message of another kind or a question before the index
 * @throws {SyntaxError} from the function, for a file that is not JSON
 */
export function answerer() {
  /** @type {ReturnType<typeof search> | undefined} */
  let find;
  return (sent) => {
    const message = sent instanceof ArrayBuffer ? parsed(sent) : sent;
    if ("index" in message) {
      find = search(message.index);
      return { ready: true };
    }
    if ("more" in message && find) {
      find.extend(message.more);
      return { ready: true };
    }
    if (!("query" in message) || !find) throw new TypeError("Neither an index nor a question");
    return { answer: find(message.query, message) };
  };
}

/**
 * @param {ArrayBuffer} file of the index
 * @returns {Part} which part it is
 */
function parsed(file) {
  const data = JSON.parse(new TextDecoder().decode(file));
  return Array.isArray(data) ? { more: data } : { index: data };
}
