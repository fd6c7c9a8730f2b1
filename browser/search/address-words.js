// The words of an address that leads nowhere, to search for what the reader may have wanted.

/**
 * Takes the words out of an address.
 * @param {string} path of the page, «/strategi/grep/9-kontroll/index.html»
 * @param {string} base path of the edition, «/strategi/»
 * @returns {string} the words, «grep kontroll»
 */
export function wordsOf(path, base) {
  const own = path.startsWith(base) ? path.slice(base.length) : path;
  return decoded(own)
    .replace(/\.\w{2,5}$/, "")
    .split(/[^\p{L}\p{N}§]+/u)
    .filter((word) => word && !/^(\d+|index|html|nn|nb)$/.test(word))
    .join(" ")
    .slice(0, 100);
}

/**
 * @param {string} text of an address
 * @returns {string} with its letters; as it is where they cannot be read
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
