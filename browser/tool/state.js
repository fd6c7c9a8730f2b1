// The answers while the page is open, and where they are kept.

import { empty, read, write } from "../answers/file.js";
import { merged } from "../answers/merge.js";
import { Kept } from "../answers/store.js";
import { norwegianDay } from "../shared/dates.js";
import { store } from "../shared/storage.js";
import { rules, say, tell } from "./page.js";

/** @typedef {import("../answers/file.js").Answers} Answers */

const kept = new Kept(
  store(() => sessionStorage),
  store(() => localStorage),
);

export const state = { answers: before(), lost: false };

/** @returns {Answers} what was kept before, or an answer to nothing */
function before() {
  const found = read(kept.read(), rules);
  return found.kind === "ours" ? found.answers : empty();
}

/** @returns {string} the answers as the browser keeps them */
const written = () => write(state.answers, norwegianDay());

/** Keeps the answers as they are now, and tells if the browser refuses. */
export function keep() {
  const before = state.lost;
  state.lost = !kept.keep(written());
  if (state.lost && !before) tell(say("kept.none"));
}

/**
 * Takes what another tab has kept on the machine. What this tab has that was nowhere else is not lost.
 * @param {string | null} text that the machine keeps now; null when it has been deleted
 */
export function heard(text) {
  const wasRemembered = kept.remembered;
  kept.heard(text);
  const found = read(text, rules);
  if (found.kind !== "ours") return;
  if (wasRemembered) state.answers = found.answers;
  else {
    state.answers = merged(found.answers, state.answers, new Set());
    keep();
  }
}

/** Keeps the answers on the machine from now on. */
export function remember() {
  tell(say(kept.remember(written()) ? "kept" : "kept.none"));
}

/** Deletes every answer, everywhere. */
export function erase() {
  kept.erase();
  state.answers = empty();
  state.lost = false;
  tell(say("erased"));
}

/** @returns {string} where the answers are kept now */
export const whereKept = () => say(kept.remembered ? "kept" : "kept.tab");

/** @returns {boolean} whether the machine keeps the answers */
export const isRemembered = () => kept.remembered;
