// Where answers are while one works. The tab keeps them from the first key; the machine only when the reader asks.

/** @typedef {import("../shared/storage.js").Store} Store */

export const KEY = "strategisk-mot-akrim.svar";

/** The tab's and the machine's place for the text of an answer file. */
export class Kept {
  /**
   * @param {Store} tab keeps until the tab is closed
   * @param {Store} machine keeps until the reader deletes
   */
  constructor(tab, machine) {
    this.tab = tab;
    this.machine = machine;
    this.remembered = machine.read(KEY) !== null;
  }

  /** @returns {string | null} the text that is kept. What the tab has is newer than what the machine has. */
  read() {
    return this.tab.read(KEY) ?? this.machine.read(KEY);
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
