// Ticks of a checklist, as they were kept and saved before checklists had the same answers as the tools. They can always
// be opened, and count as «yes».

import { isRecord, isText, parsed } from "../shared/json.js";
import { FORMAT, VERSION } from "./file.js";

/** @typedef {import("../shared/storage.js").Store} Store */

const TICKS = "strategisk-mot-akrim/sjekkliste";
const TICKS_VERSION = 1;
export const OLD_KEY = "strategisk-mot-akrim.sjekkliste";

/** @typedef {{ kind: "ours", done: string[] } | { kind: "newer" } | { kind: "other" }} Read */

/**
 * Reads ticks.
 * @param {string | null} text of a file or a store
 * @returns {Read} ids of what is ticked, or what the text is instead: made by a newer version of the site, or another
 */
export function readTicks(text) {
  const data = parsed(text);
  if (!isRecord(data) || data.format !== TICKS) return { kind: "other" };
  if (typeof data.version === "number" && data.version > TICKS_VERSION) return { kind: "newer" };
  const { done } = data;
  return Array.isArray(done) && done.every(isText) ? { kind: "ours", done } : { kind: "other" };
}

/**
 * Ticks as answers.
 * @param {string[]} done ids of what is ticked
 * @param {string | null} [before] an answer file, which comes first where it has an answer
 * @returns {string | undefined} an answer file; undefined where `before` is something else
 */
export function asAnswers(done, before = null) {
  const file = before === null ? { format: FORMAT, version: VERSION } : parsed(before);
  if (!isRecord(file) || file.format !== FORMAT) return undefined;
  const given = isRecord(file.checkpoints) ? file.checkpoints : {};
  const ticked = done.map((id) => {
    const here = Object.hasOwn(given, id) && isRecord(given[id]) ? given[id] : {};
    return [id, { status: "yes", ...here }];
  });
  return JSON.stringify({ ...file, checkpoints: { ...given, ...Object.fromEntries(ticked) } });
}

/**
 * Takes ticks that the browser kept before into the answers, once. Where nothing can be kept, they stay as they are.
 * @param {Store} tab the tab's own store
 * @param {Store} machine the store that all tabs share
 * @param {string} key of the answers
 */
export function takeOver(tab, machine, key) {
  for (const [store, other] of [
    [machine, tab],
    [tab, machine],
  ]) {
    const found = readTicks(store.read(OLD_KEY));
    if (found.kind !== "ours") continue;
    const text = asAnswers(found.done, store.read(key) ?? other.read(key));
    if (text !== undefined && store.keep(key, text)) store.forget(OLD_KEY);
  }
}
