// What is only for some bodies: those of certain types, or those that buy from certain sectors.

/** @typedef {import("./file.js").Answers} Answers */

const BODY_TYPE = "verksemdstype";

/**
 * Whether something is for the body of the answers. As long as nobody has said which body it is, everything is.
 * @param {{ sectors?: string[], bodies?: string[] }} only the ids of those it is for; none where it is for all
 * @param {Pick<Answers, "sectors" | "fields">} answers of the reader
 * @returns {boolean} false when the answers name others
 */
export function isFor({ sectors, bodies }, answers) {
  const body = Object.hasOwn(answers.fields, BODY_TYPE) ? answers.fields[BODY_TYPE].trim() : "";
  return isAmong(sectors, answers.sectors) && isAmong(bodies, body ? [body] : []);
}

/**
 * @param {string[] | undefined} names of those it is for
 * @param {string[]} given in the answers
 * @returns {boolean} whether one of the given is named
 */
function isAmong(names, given) {
  return !names || !given.length || names.some((name) => given.includes(name));
}
