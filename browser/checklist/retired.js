// What became of ticks whose checkpoints are not there any more: a file may be older than the list.

/**
 * @typedef {object} Became
 * @property {[string, string][]} merged each id with that of the checkpoint that has taken over
 * @property {string[]} withdrawn ids that nothing has taken over
 * @property {string[]} unknown ids there never were
 */

/**
 * Sorts out ids that are not on the list.
 * @param {string[]} done the ids of a file
 * @param {Set<string>} known ids that are on the list
 * @param {string} forward «old=new» for every retired id, with nothing after the sign where nothing has taken over
 * @returns {Became} what became of them
 */
export function became(done, known, forward) {
  const retired = new Map(
    forward
      .split(" ")
      .filter(Boolean)
      .map((pair) => /** @type {[string, string]} */ (pair.split("="))),
  );
  const gone = done.filter((id) => !known.has(id));
  return {
    merged: gone.flatMap((id) => {
      const to = retired.get(id);
      return to ? [/** @type {[string, string]} */ ([id, to])] : [];
    }),
    withdrawn: gone.filter((id) => retired.get(id) === ""),
    unknown: gone.filter((id) => !retired.has(id)),
  };
}
