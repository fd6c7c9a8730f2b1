// Where answers are while one works. The tab keeps them from the first key; the machine only when the reader asks.

import { takeOver } from "./ticks.js";

/** @typedef {import("../shared/storage.js").Store} Store */

export const KEY = "strategisk-mot-akrim.svar";

/** The tab's and the machine's place for the text of an answer file. */
export class Kept {
  /**
   * @param {Store} tab keeps until the tab is closed
   * @param {Store} machine keeps until the reader deletes
   */
  constructor(tab, machine) {
    takeOver(tab, machine, KEY);
    this.tab = tab;
    this.machine = machine;
    this.remembered = machine.read(KEY) !== null;
  }

  /**
   * Reads the text that is kept. What the machine keeps comes first: every tab that is open keeps its answers there too,
   * and another may have done so since this one did.
   * @returns {string | null} the text, or null where there is none
   */
  read() {
    return this.machine.read(KEY) ?? this.tab.read(KEY);
  }

  /**
   * Another tab has kept a text on the machine, or deleted it.
   * @param {string | null} text that the machine keeps now
   */
  heard(text) {
    this.remembered = text !== null;
  }

  /**
   * Keeps a text where answers are kept now.
   * @param {string} text of an answer file
   * @returns {boolean} false where nothing could be kept
   */
  keep(text) {
    const inTab = this.tab.keep(KEY, text);
    return this.remembered ? this.machine.keep(KEY, text) : inTab;
  }

  /**
   * Keeps a text on the machine from now on.
   * @param {string} text of an answer file
   * @returns {boolean} false where the browser does not let us
   */
  remember(text) {
    this.remembered = this.machine.keep(KEY, text);
    return this.remembered;
  }

  /** Deletes everything, in the tab and on the machine. */
  erase() {
    this.remembered = false;
    this.tab.forget(KEY);
    this.machine.forget(KEY);
  }
}
