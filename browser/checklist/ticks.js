// Which checkpoints are ticked. A tick is the answer «yes» to a checkpoint, among the answers that the tools have too,
// and everything else in the answers is left as it is.
//
// The tab keeps answers by itself (sessionStorage), so that they survive Back, a reload and a link that is followed, and
// are gone with the tab. The machine keeps them (localStorage) only when the reader asks; then that is what counts,
// since every tab shares it.

import { empty, read, write } from "../answers/file.js";
import { differences, isEmpty, merged } from "../answers/merge.js";
import { KEY, Kept } from "../answers/store.js";
import { norwegianDay } from "../shared/dates.js";
import { isRecord, isText, parsed } from "../shared/json.js";

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {import("../answers/checkpoint.js").Checkpoint} Checkpoint */
/** @typedef {import("../shared/storage.js").Store} Store */

/**
 * What an answer file may have that a checklist knows. The rest is kept as it stands.
 * @param {string[]} checkpoints ids
 * @returns {import("../answers/file.js").Known} those ids, and nothing else
 */
export const knowing = (checkpoints) => ({
  fields: {},
  sectors: [],
  questions: {},
  measures: {},
  indicators: {},
  checkpoints,
});

/** The ticks of all pages of the site, as this tab knows them. */
export class Ticks {
  /**
   * @param {Store} tab what is kept until the tab is closed
   * @param {Store} machine what is kept until it is deleted
   * @param {string[]} ids of all checkpoints
   * @param {() => Date} now the clock
   */
  constructor(tab, machine, ids, now = () => new Date()) {
    this.store = new Kept(tab, machine);
    this.known = knowing(ids);
    this.now = now;
    /** @type {Answers} */
    this.answers = empty();
    /** @type {Map<string, Checkpoint["status"]>} what stood before a box was ticked, until the page is left */
    this.before = new Map();
    /** Whether the last attempt to keep the ticks succeeded. */
    this.kept = true;
    this.load();
  }

  /** @returns {boolean} whether the machine keeps the ticks */
  get remembered() {
    return this.store.remembered;
  }

  /** @returns {string | undefined} the day the answers were last kept; undefined where they do not tell */
  get when() {
    const data = parsed(this.store.read());
    return isRecord(data) && isText(data.saved) ? data.saved : undefined;
  }

  /** @returns {Set<string>} ids of the checkpoints that are ticked */
  get done() {
    return new Set(Object.keys(this.answers.checkpoints).filter((id) => this.given(id) === "yes"));
  }

  /**
   * @param {string} id of a checkpoint
   * @returns {Checkpoint["status"]} what is answered to it
   */
  given(id) {
    const { checkpoints } = this.answers;
    return Object.hasOwn(checkpoints, id) ? checkpoints[id].status : undefined;
  }

  /** Takes what is kept. */
  load() {
    const text = this.store.read();
    if (text === null && !this.kept) return; // stores that are closed to us know nothing: the page knows more
    this.answers = this.read(text);
  }

  /**
   * @param {string | null} text of a store
   * @returns {Answers} the answers in it; none where it holds something else
   */
  read(text) {
    const found = read(text, this.known);
    return found.kind === "ours" ? found.answers : empty();
  }

  /**
   * Ticks or unticks one checkpoint. An answer that stood there before comes back when the tick is taken away.
   * @param {string} id of the checkpoint
   * @param {boolean} on whether it is ticked
   * @returns {boolean} false where nothing could be kept
   */
  set(id, on) {
    // Another tab may have kept its own since: take its other answers along, and change only this one
    if (this.remembered) this.load();
    const before = this.given(id);
    if (on) this.before.set(id, before);
    else if (before !== "yes") return this.kept;
    this.answer(id, on ? "yes" : this.before.get(id));
    return this.keep();
  }

  /**
   * @param {string} id of a checkpoint
   * @param {Checkpoint["status"]} status that it gets; none takes the answer away
   */
  answer(id, status) {
    const { checkpoints } = this.answers;
    const { ...given } = Object.hasOwn(checkpoints, id) ? checkpoints[id] : {};
    delete given.status;
    const changed = status ? { status, ...given } : given;
    if (Object.keys(changed).length) checkpoints[id] = changed;
    else delete checkpoints[id];
  }

  /**
   * Keeps the ticks on the machine from now on.
   * @param {Set<string>} here ids on this page, where the boxes on the screen count; for other pages, so does the store
   * @returns {boolean} false where the browser does not let us
   */
  remember(here) {
    const there = this.read(this.store.machine.read(KEY));
    for (const id of here) delete there.checkpoints[id];
    this.answers = merged(this.answers, there, new Set());
    this.kept = this.store.remember(this.written());
    return this.kept;
  }

  /** Deletes every tick: on the page, of the tab and on the machine. Other answers stay. */
  forget() {
    for (const id of this.done) this.answer(id, undefined);
    this.before.clear();
    const rest = Object.values(this.answers.kept);
    const isNone = rest.every((part) => isRecord(part) && !Object.keys(part).length);
    if (isEmpty(this.answers) && isNone) this.store.erase();
    else this.keep();
  }

  /**
   * Takes the answers of a file to what has none here.
   * @param {Answers} theirs the answers of the file
   * @returns {{ kept: boolean, differing: number }} whether they could be kept, and how many answers differ from those
   *   here, which stay
   */
  add(theirs) {
    const differing = differences(this.answers, theirs).length;
    this.answers = merged(this.answers, theirs, new Set());
    return { kept: this.keep(), differing };
  }

  /**
   * Another tab has kept or deleted answers on the machine. What this tab has that was nowhere else is not lost.
   * @param {string | null} text what the machine keeps now
   */
  heard(text) {
    const wasRemembered = this.remembered;
    this.store.heard(text);
    if (text === null) this.keep();
    else if (wasRemembered) this.answers = this.read(text);
    else {
      this.answers = merged(this.read(text), this.answers, new Set());
      this.keep();
    }
  }

  /** @returns {string} the answers as a file */
  written() {
    return write(this.answers, norwegianDay(this.now()));
  }

  /** @returns {boolean} false where nothing could be kept */
  keep() {
    this.kept = this.store.keep(this.written());
    return this.kept;
  }
}
