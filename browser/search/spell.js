// Words near a misspelt one: letters missing, added, changed or swapped.

// Edits allowed: none in a short word, two in a long one
export const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

// [{ word, distance }] of the nearest among `vocabulary` (iterable of strings), all at the same distance
export function near(word, vocabulary, most = allowed(word)) {
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

// Damerau's distance, given up as soon as it is more than `most`
export function edits(a, b, most) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
