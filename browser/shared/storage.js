// What the browser keeps, where it lets us: a setting, a private window or a page from a disk may close it.

/**
 * @typedef {object} Store
 * @property {(key: string) => string | null} read what is kept under a key, or null
 * @property {(key: string, value: string) => boolean} keep keeps a value; false where the browser does not let us
 * @property {(key: string) => void} forget removes a key; nothing happens where nothing could be kept
 */

/**
 * One of the browser's two stores, which never throws.
 * @param {() => Storage} open gives the store; even asking for it throws in some browsers
 * @returns {Store} the store
 */
export function store(open) {
  return {
    read: (key) => attempt(() => open().getItem(key), null),
    keep: (key, value) =>
      attempt(() => {
        open().setItem(key, value);
        return true;
      }, false),
    forget: (key) => attempt(() => open().removeItem(key), undefined),
  };
}

/**
 * @template T
 * @param {() => T} run what may throw
 * @param {T} otherwise the value when it does
 * @returns {T} the value
 */
function attempt(run, otherwise) {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
