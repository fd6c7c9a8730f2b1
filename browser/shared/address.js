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
  changeAddress((query ? `?${query}` : here) + location.hash, null);
}

/**
 * Changes one parameter of the address, and nothing else.
 * @param {string} name of the parameter
 * @param {string} value of it; an empty one takes it away
 * @param {boolean} [isNew] whether the way back leads to the address before
 */
export function keepParameter(name, value, isNew = false) {
  const here = new URL(location.href);
  if (value) here.searchParams.set(name, value);
  else here.searchParams.delete(name);
  changeAddress(here, history.state, isNew);
}

/**
 * @param {string | URL} address to show
 * @param {unknown} state to keep with it
 * @param {boolean} [isNew] whether it is a new entry in the history
 */
function changeAddress(address, state, isNew = false) {
  try {
    if (isNew) history.pushState(state, "", address);
    else history.replaceState(state, "", address);
  } catch {
    // a browser that lets no page opened from a disk change its address: the page works all the same
  }
}

/** The parameter of an address that says which words to mark on the page */
export const MARKS = "merk";
