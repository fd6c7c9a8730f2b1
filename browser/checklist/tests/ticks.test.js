// Where ticks are kept, and what is read of a file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../file.js";
import { KEY, Ticks } from "../ticks.js";

const NOW = new Date("2026-11-25T12:00:00Z");

/**
 * A store of the browser, as much as is used of it.
 * @param {Record<string, string>} [start] what is kept from before
 * @returns {import("../../shared/storage.js").Store & { kept: Map<string, string> }} the store
 */
function fake(start = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    keep: (key, value) => Boolean(kept.set(key, value)),
    forget: (key) => void kept.delete(key),
  };
}

/** @type {import("../../shared/storage.js").Store} */
const CLOSED = { read: () => null, keep: () => false, forget: () => {} };

/**
 * @param {...string} done ids
 * @returns {Record<string, string>} a store that holds them
 */
const holding = (...done) => ({ [KEY]: write(done, NOW) });

/**
 * @param {import("../../shared/storage.js").Store} tab the tab's store
 * @param {import("../../shared/storage.js").Store} machine the machine's
 * @returns {Ticks} the ticks
 */
const open = (tab, machine) => new Ticks(tab, machine, () => NOW);

test("a tick follows the tab, and nothing else, until the reader asks", () => {
  const [tab, machine] = [fake(), fake()];
  assert.ok(open(tab, machine).set("a", true));
  assert.deepEqual([...open(tab, machine).done], ["a"]);
  assert.equal(machine.kept.size, 0);
  assert.equal(open(fake(), machine).done.size, 0);
});

test("what the machine keeps comes before what the tab keeps", () => {
  const ticks = open(fake(holding("a")), fake(holding("b")));
  assert.deepEqual([...ticks.done], ["b"]);
  assert.ok(ticks.remembered);
  assert.equal(ticks.when, NOW.toISOString());
});

test("what is remembered is kept with every tick, and other tabs' ticks are not lost", () => {
  const machine = fake();
  const [one, other] = [open(fake(), machine), open(fake(), machine)];
  one.set("a", true);
  assert.ok(one.remember(new Set(["a"])));
  other.heard(machine.read(KEY));
  other.set("b", true);
  one.set("c", true);
  assert.deepEqual([...open(fake(), machine).done].sort(), ["a", "b", "c"]);
});

test("ticks that were only in a tab join those that another tab remembers", () => {
  const machine = fake();
  const [one, other] = [open(fake(), machine), open(fake(), machine)];
  other.set("b", true);
  one.set("a", true);
  one.remember(new Set(["a", "b"]));
  other.heard(machine.read(KEY));
  assert.deepEqual([...open(fake(), machine).done].sort(), ["a", "b"]);
});

test("deleting empties the page, the tab and the machine", () => {
  const [tab, machine] = [fake(), fake()];
  const ticks = open(tab, machine);
  ticks.set("a", true);
  ticks.remember(new Set(["a"]));
  ticks.forget();
  assert.equal(ticks.done.size + tab.kept.size + machine.kept.size, 0);
  assert.ok(!ticks.remembered);
});

test("a tab whose neighbour has deleted keeps its own, and remembers no longer", () => {
  const [tab, machine] = [fake(), fake(holding("a"))];
  const ticks = open(tab, machine);
  ticks.heard(null);
  assert.ok(!ticks.remembered);
  assert.deepEqual([...open(tab, fake()).done], ["a"]);
});

test("where nothing can be kept, that is told, and the page keeps its ticks", () => {
  const ticks = open(CLOSED, CLOSED);
  assert.equal(ticks.set("a", true), false);
  assert.equal(ticks.remember(new Set(["a"])), false);
  assert.ok(!ticks.remembered);
  ticks.load();
  assert.deepEqual([...ticks.done], ["a"]);
});

test("a file is read as it was written, also one without a date or a version", () => {
  assert.deepEqual(read(write(["b", "a"], NOW)), {
    kind: "ours",
    saved: { done: ["a", "b"], saved: NOW.toISOString() },
  });
  const old = JSON.stringify({
    format: "strategisk-mot-akrim/sjekkliste",
    done: ["a"],
    saved: "i går",
  });
  assert.deepEqual(read(old), { kind: "ours", saved: { done: ["a"], saved: undefined } });
});

test("a file of a newer version is known as one", () => {
  const data = { format: "strategisk-mot-akrim/sjekkliste", version: 2, answers: {} };
  assert.deepEqual(read(JSON.stringify(data)), { kind: "newer" });
});

test("anything else is something else", () => {
  const others = [null, "", "ikkje json", "[]", "null", "7", '{"format": "anna", "version": 9}'];
  const wrong = '{"format": "strategisk-mot-akrim/sjekkliste", "done": [1]}';
  for (const text of [...others, wrong])
    assert.deepEqual(read(text), { kind: "other" }, String(text));
});
