// One part of the list alone, for whoever answers only that.

import { empty, write } from "../answers/file.js";
import { norwegianDay } from "../shared/dates.js";
import { all } from "../shared/dom.js";
import { save } from "../tool/frame.js";
import { state } from "../tool/state.js";
import { current } from "../tool/steps.js";

const BODY = ["verksemd", "verksemdstype"];

/** @returns {HTMLElement | undefined} the part that is shown; undefined on a step that has none */
export function chapterHere() {
  return all(current(), "[data-chapter]:not(.is-aside)")[0];
}

/** Saves the answers of the part that is shown, with who the body is. */
export function savePart() {
  const part = chapterHere();
  if (!part) return;
  const ids = all(part, "[data-point]").map(({ dataset }) => dataset.point ?? "");
  const { fields, sectors, checkpoints } = state.answers;
  const chosen = {
    ...empty(),
    sectors,
    fields: only(fields, BODY),
    checkpoints: only(checkpoints, ids),
  };
  save(write(chosen, norwegianDay()), `svar-${part.dataset.chapter}`);
}

/**
 * @template T
 * @param {Record<string, T>} record of anything
 * @param {string[]} keys that are wanted
 * @returns {Record<string, T>} what it has of those
 */
function only(record, keys) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
