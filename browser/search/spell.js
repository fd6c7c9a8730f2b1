// Find the words nearest to a misspelt one, with letters missing, added, changed or swapped.

/**
 * The number of edits that a word may be away. A short word may have none, since one edit makes
 * another word of it.
 * @param {string} word that was typed
 * @returns {number} edits
 */
export const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The words that are nearest.
 * @param {string} word that was typed
 * @param {Iterable<string>} vocabulary to choose from
 * @param {number} [most] edits
 * @returns {{ word: string, distance: number }[]} the nearest, all at the same distance
 */
export function near(word, vocabulary, most = allowed(word)) {
  /** @type {{ word: string, distance: number }[]} */
  let found = [];
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) > most) continue;
    const distance = edits(word, other, most);
    if (distance > most) continue;
    if (distance < most) found = [];
    most = distance;
    found.push({ word: other, distance });
  }
  return found;
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
