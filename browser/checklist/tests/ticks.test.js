// Where ticks are kept, and what is read of a file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { empty, read, write } from "../../answers/file.js";
import { KEY } from "../../answers/store.js";
import { OLD_KEY } from "../../answers/ticks.js";
import { Ticks, knowing } from "../ticks.js";

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
const holding = (...done) => ({ [KEY]: write(answering(done), "2026-11-25") });

/**
 * @param {string[]} done ids of what is ticked
 * @returns {import("../../answers/file.js").Answers} the answers
 */
function answering(done) {
  const checkpoints = Object.fromEntries(
    done.map((id) => [id, { status: /** @type {const} */ ("yes") }]),
  );
  return { ...empty(), checkpoints };
}

/**
 * @param {import("../../shared/storage.js").Store} tab the tab's store
 * @param {import("../../shared/storage.js").Store} machine the machine's
 * @returns {Ticks} the ticks
 */
const open = (tab, machine) => new Ticks(tab, machine, ["a", "b", "c"], () => NOW);

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
  assert.equal(ticks.when, "2026-11-25");
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

test("a tick is an answer, and every other answer is left as it is", () => {
  const before = {
    format: "strategisk-mot-akrim/svar",
    version: 1,
    saved: "2026-11-24",
    fields: { verksemd: "Bø kommune" },
    sectors: ["reinhald"],
    levels: { kapasitet: "further" },
    checkpoints: { a: { status: "partly", owner: "Kari" }, b: { status: "not" }, x: { y: 1 } },
  };
  const tab = fake({ [KEY]: JSON.stringify(before) });
  const ticks = open(tab, fake());
  assert.deepEqual([ticks.given("a"), ticks.given("b"), [...ticks.done]], ["partly", "not", []]);
  ticks.set("a", true);
  ticks.set("c", true);
  const kept = JSON.parse(tab.kept.get(KEY) ?? "");
  assert.deepEqual(kept.fields, before.fields);
  assert.deepEqual([kept.sectors, kept.levels], [before.sectors, before.levels]);
  assert.deepEqual(kept.checkpoints, {
    a: { status: "yes", owner: "Kari" },
    b: { status: "not" },
    c: { status: "yes" },
    x: { y: 1 },
  });
  ticks.set("a", false);
  assert.equal(ticks.given("a"), "partly");
  ticks.forget();
  assert.deepEqual(JSON.parse(tab.kept.get(KEY) ?? "").checkpoints, before.checkpoints);
});

test("ticks from before become answers where they were kept, once, and nothing is overwritten", () => {
  const old = JSON.stringify({
    format: "strategisk-mot-akrim/sjekkliste",
    version: 1,
    done: ["a", "b"],
  });
  const [tab, machine] = [fake({ [KEY]: holding("c")[KEY] }), fake({ [OLD_KEY]: old })];
  const ticks = open(tab, machine);
  assert.deepEqual([...ticks.done].sort(), ["a", "b", "c"]);
  assert.ok(ticks.remembered);
  assert.ok(!machine.kept.has(OLD_KEY));
  const no = JSON.stringify({
    ...JSON.parse(holding()[KEY]),
    checkpoints: { a: { status: "no" } },
  });
  assert.equal(open(fake({ [KEY]: no, [OLD_KEY]: old }), fake()).given("a"), "no");
  assert.deepEqual([...open(fake(), { ...fake({ [OLD_KEY]: old }), keep: () => false }).done], []);
});

test("the answers of a file come to those that are here, which stay where they differ", () => {
  const ticks = open(fake(holding("a")), fake());
  const theirs = { checkpoints: { a: { status: "no" }, b: { status: "yes" } } };
  const file = JSON.stringify({ format: "strategisk-mot-akrim/svar", version: 1, ...theirs });
  const found = read(file, knowing(["a", "b"]));
  assert.ok(found.kind === "ours");
  assert.deepEqual(ticks.add(found.answers), { kept: true, differing: 1 });
  assert.deepEqual([...ticks.done].sort(), ["a", "b"]);
});
