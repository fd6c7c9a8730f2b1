// Which checkpoints are ticked, and where that is kept.
//
// The tab keeps ticks by itself (sessionStorage), so that they survive Back, a reload and a link that is followed, and
// are gone with the tab. The machine keeps them (localStorage) only when the reader asks; then that is what counts,
// since every tab shares it.

import { read, write } from "./file.js";

/** @typedef {import("../shared/storage.js").Store} Store */

export const KEY = "strategisk-mot-akrim.sjekkliste";

/** The ticks of all pages of the site, as this tab knows them. */
export class Ticks {
  /**
   * @param {Store} tab what is kept until the tab is closed
   * @param {Store} machine what is kept until it is deleted
   * @param {() => Date} now the clock
   */
  constructor(tab, machine, now = () => new Date()) {
    this.tab = tab;
    this.machine = machine;
    this.now = now;
    /** @type {Set<string>} */
    this.done = new Set();
    /** Whether the machine keeps the ticks. */
    this.remembered = false;
    /** @type {string | undefined} */
    this.when = undefined;
    /** Whether the last attempt to keep the ticks succeeded. */
    this.kept = true;
    this.load();
  }

  /** Takes what is kept: the machine's where there is any, else the tab's own. */
  load() {
    const kept = kindly(this.machine.read(KEY));
    const own = kindly(this.tab.read(KEY));
    if (!kept && !own && !this.kept) return; // stores that are closed to us know nothing: the page knows more
    this.remembered = kept !== undefined;
    this.when = kept?.saved;
    this.done = new Set((kept ?? own)?.done);
  }

  /**
   * Ticks or unticks one checkpoint.
   * @param {string} id of the checkpoint
   * @param {boolean} on whether it is ticked
   * @returns {boolean} false where nothing could be kept
   */
  set(id, on) {
    // Another tab may have kept its own since: take its other ticks along, and change only this one
    const kept = this.remembered ? kindly(this.machine.read(KEY)) : undefined;
    if (kept) this.done = new Set(kept.done);
    if (on) this.done.add(id);
    else this.done.delete(id);
    return this.keep();
  }

  /**
   * Keeps the ticks on the machine from now on.
   * @param {Set<string>} here ids on this page, where the boxes on the screen count; for other pages, so does the store
   * @returns {boolean} false where the browser does not let us
   */
  remember(here) {
    for (const id of kindly(this.machine.read(KEY))?.done ?? [])
      if (!here.has(id)) this.done.add(id);
    this.remembered = true;
    if (this.keep()) return true;
    this.remembered = false;
    return false;
  }

  /** Deletes every tick: on the page, of the tab and on the machine. */
  forget() {
    this.done = new Set();
    this.remembered = false;
    this.when = undefined;
    this.tab.forget(KEY);
    this.machine.forget(KEY);
  }

  /**
   * Takes the ticks of a file instead of those there are.
   * @param {string[]} done ids in the file
   * @returns {boolean} false where nothing could be kept
   */
  replace(done) {
    this.done = new Set(done);
    return this.keep();
  }

  /**
   * Another tab has kept or deleted ticks on the machine. What this tab has that was nowhere else is not lost.
   * @param {string | null} text what the machine keeps now
   */
  heard(text) {
    const kept = kindly(text);
    const own = this.remembered ? [] : this.done;
    this.remembered = kept !== undefined;
    this.when = kept?.saved;
    if (kept) this.done = new Set([...kept.done, ...own]);
    if (kept && this.done.size > kept.done.length) this.keep();
    else this.tab.keep(KEY, write(this.done, this.now()));
  }

  /** @returns {boolean} false where nothing could be kept */
  keep() {
    const now = this.now();
    const text = write(this.done, now);
    const inTab = this.tab.keep(KEY, text);
    this.kept = this.remembered ? this.machine.keep(KEY, text) : inTab;
    if (this.kept && this.remembered) this.when = now.toISOString();
    return this.kept;
  }
}

/**
 * @param {string | null} text of a store
 * @returns {import("./file.js").Saved | undefined} the ticks, unless it holds something else
 */
function kindly(text) {
  const found = read(text);
  return found.kind === "ours" ? found.saved : undefined;
}
