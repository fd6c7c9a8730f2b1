// What the address of a page tells: the place in the page, and what is chosen, so that it can be shared.

/** @returns {string} what the address points to, in plain letters; nothing for an address that is damaged */
export function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/**
 * Changes the query of the address without a new entry in the history.
 * @param {string[][]} pairs names and values, in order
 */
export function keepQuery(pairs) {
  const query = new URLSearchParams(pairs).toString();
  const here = location.pathname.split("/").pop() || "./";
  try {
    history.replaceState(null, "", (query ? `?${query}` : here) + location.hash);
  } catch {
    // a browser that lets no page opened from a disk change its address: the page works all the same
  }
}

/** The parameter of an address that says which words to mark on the page */
export const MARKS = "merk";
