// What is chosen on a page stands in its address, so that it can be shared.

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
