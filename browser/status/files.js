// The files that can be made of the answers.

/** @typedef {import("./model.js").Answers} Answers */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Words} Words */
/** @typedef {import("../tool/parts.js").Parts} Parts */

/** @type {(name: string, answers: Answers, model: Model, words: Words, parts: Parts) => Promise<string | Uint8Array<ArrayBuffer>>} */
export const statusFile = async (name) => name;
/** @type {(rows: import("./matrix.js").Matrix, words: Words, parts: Parts) => Promise<string | Uint8Array<ArrayBuffer>>} */
export const matrixFile = async () => "";
