// The examples to compare come one by one, as scripts: from a disk nothing can be fetched. Each calls `addExample`.

import { loadScript } from "../shared/load-script.js";

/**
 * @typedef {object} Example
 * @property {string} id of the example
 * @property {string} name body and title
 * @property {string} nameLang the language of the name, which may be the body's own
 * @property {string} lang the language of the texts
 * @property {Record<string, string>} facts by their label
 * @property {Record<string, string>} texts by the key of the row
 */

/**
 * A function that gets an example, and asks for each only once.
 * @param {string} base the address of the folder they lie in
 * @returns {(id: string) => Promise<Example>} fails when the example cannot be loaded, and may then be called again
 */
export function loader(base) {
  /** @type {Map<string, Example>} */
  const loaded = new Map();
  /** @type {Map<string, Promise<Example>>} */
  const waiting = new Map();
  Object.assign(window, {
    addExample: (/** @type {Example} */ example) => loaded.set(example.id, example),
  });

  /**
   * @param {string} id of the example
   * @returns {Promise<Example>} the example
   */
  async function fetched(id) {
    await loadScript(`${base}/${id}.js`);
    const example = loaded.get(id);
    if (!example) throw new Error(id);
    return example;
  }

  return (id) => {
    const known = waiting.get(id);
    if (known) return known;
    const asked = fetched(id);
    waiting.set(id, asked);
    asked.catch(() => waiting.delete(id));
    return asked;
  };
}
