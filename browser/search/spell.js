// Find the words nearest to a misspelt one, with letters missing, added, changed or swapped.

/** @typedef {{ word: string, distance: number }} Near a word, and how many edits away it is */

/**
 * The number of edits that a word may be away. A short word may have none, since one edit makes
 * another word of it.
 * @param {string} word that was typed
 * @returns {number} edits
 */
export const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * A function that finds the nearest words. What letters each word has is noted once, so that few words are compared
 * letter by letter.
 * @param {string[]} vocabulary to choose from
 * @returns {(word: string, most?: number) => Near[]} gives the nearest within so many edits, all at the same distance
 *   and in the order of the vocabulary
 */
export function speller(vocabulary) {
  /** @type {Int32Array | undefined} */
  let known;

  return (word, most = allowed(word)) => {
    const noted = (known ??= Int32Array.from(vocabulary, letters));
    const own = letters(word);
    /** @type {Near[]} */
    let found = [];
    for (let number = 0; number < vocabulary.length; number++) {
      const other = vocabulary[number];
      const longer = Math.abs(other.length - word.length);
      // An edit changes two letters at most, and one where it makes the word longer or shorter
      if (longer > most || ones(own ^ noted[number]) > 2 * most - longer) continue;
      const distance = edits(word, other, most);
      if (distance > most) continue;
      if (distance < most) found = [];
      most = distance;
      found.push({ word: other, distance });
    }
    return found;
  };
}

/**
 * @param {string} word any
 * @returns {number} a bit for each letter that it has; a few letters share one
 */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/**
 * @param {number} bits of a number
 * @returns {number} how many of them are one
 */
function ones(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

/**
 * Damerau's distance between two words. The count stops when it is more than `most`.
 * @param {string} a one word
 * @param {string} b another
 * @param {number} most edits that are of interest
 * @returns {number} letters missing, added, changed or swapped; more than `most` where it is given up
 */
export function edits(a, b, most) {
  let before = new Array(b.length + 1).fill(0);
  let last = before.map((_, j) => j);
  let row = [...last];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before]; // the oldest row is written over
  }
  return last[b.length];
}
