// The parts that documents are made of come as scripts of their own, when somebody asks for a document.

import { loadScript } from "../shared/load-script.js";

/** @typedef {import("../builder/assemble.js").Parts} File */
/** @typedef {{ texts: string[], files: Record<string, Record<string, File>> }} Parts */

const here = /** @type {HTMLScriptElement | null} */ (document.currentScript);
/** @type {Map<string, Promise<Parts>>} */
const loading = new Map();

/**
 * Loads the parts of the documents, once.
 * @param {string} edition of the documents; with «-more» or «-books» the formats that come later
 * @returns {Promise<Parts>} the parts; fails when they cannot be loaded
 */
export function loadParts(edition) {
  const found = loading.get(edition) ?? load(edition);
  loading.set(edition, found);
  found.catch(() => loading.delete(edition));
  return found;
}

/**
 * @param {string} edition of the documents, perhaps with the end of a name
 * @returns {Promise<Parts>} the parts
 */
async function load(edition) {
  const src = here?.getAttribute(`data-parts-${edition}`) ?? "";
  await loadScript(src);
  const all = /** @type {{ strategyParts?: Record<string, Parts> }} */ (globalThis).strategyParts;
  if (!all?.[edition]) throw new Error(src);
  return all[edition];
}
