import assert from "node:assert/strict";
import { test } from "node:test";
import { KEY, Kept } from "../store.js";

/** @returns {import("../../shared/storage.js").Store & { all: Map<string, string> }} a store in memory */
function memory() {
  const all = new Map();
  return {
    all,
    read: (key) => all.get(key) ?? null,
    keep: (key, value) => Boolean(all.set(key, value)),
    forget: (key) => void all.delete(key),
  };
}

test("the tab keeps by itself, and the machine only when asked", () => {
  const [tab, machine] = [memory(), memory()];
  const kept = new Kept(tab, machine);
  kept.keep("one");
  assert.deepEqual([tab.all.get(KEY), machine.all.size], ["one", 0]);
  kept.remember("two");
  kept.keep("three");
  assert.equal(machine.all.get(KEY), "three");
  assert.equal(new Kept(memory(), machine).read(), "three");
  kept.erase();
  assert.deepEqual([tab.all.size, machine.all.size, kept.remembered], [0, 0, false]);
});
