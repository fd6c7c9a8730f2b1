// Where on a page a reader is, told so that the same page in the other edition can find it.
//
// Ids of checkpoints and rows are the same in both editions. Ids of headings are made of their words, and are often
// not; but both editions have the same headings in the same order. So a heading is told as «id~number»: the page it
// leads to uses the id if it has it, else its own heading of that number.

/**
 * Tells a place.
 * @param {string} id of the element the reader is at; empty at the top of the page
 * @param {string[]} headings the ids of the headings of this page, in order
 * @returns {string} the fragment without its sign; empty for the top
 */
export function tellPlace(id, headings) {
  const at = headings.indexOf(id);
  return at < 0 ? id : `${id}~${at}`;
}

/**
 * Finds a place that was told on the page in the other edition.
 * @param {string} fragment without its sign
 * @param {string[]} headings the ids of the headings of this page, in order
 * @param {(id: string) => boolean} has whether this page has an element with the id
 * @returns {string | undefined} the id of the place here; undefined for a fragment of another kind
 */
export function findPlace(fragment, headings, has) {
  const told = /^(.+)~(\d+)$/.exec(fragment);
  if (!told) return undefined;
  return has(told[1]) ? told[1] : headings[Math.min(Number(told[2]), headings.length - 1)];
}
