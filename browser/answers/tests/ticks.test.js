// Ticks as they were saved before, and what they are as answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../open.js";
import { asAnswers, readTicks } from "../ticks.js";
import { KNOWN } from "./known.js";

const FORMAT = "strategisk-mot-akrim/sjekkliste";
const never = async () => assert.fail("no Word file was given");

test("a file is read as it was written, also one without a date or a version", () => {
  const old = JSON.stringify({ format: FORMAT, done: ["a"], saved: "i går" });
  assert.deepEqual(readTicks(old), { kind: "ours", done: ["a"] });
});

test("a file of a newer version is known as one", () => {
  const data = { format: FORMAT, version: 2, answers: {} };
  assert.deepEqual(readTicks(JSON.stringify(data)), { kind: "newer" });
});

test("anything else is something else", () => {
  const others = [null, "", "ikkje json", "[]", "null", "7", '{"format": "anna", "version": 9}'];
  const wrong = `{"format": "${FORMAT}", "done": [1]}`;
  for (const text of [...others, wrong])
    assert.deepEqual(readTicks(text), { kind: "other" }, String(text));
  assert.equal(asAnswers(["a"], '{"format": "anna"}'), undefined);
});

test("ticks are opened as answers by every tool", async () => {
  const ticks = { format: FORMAT, version: 1, done: ["kapasitet-timar", "gone"] };
  const found = await open(new Blob([JSON.stringify(ticks)]), KNOWN, never);
  assert.ok(found.kind === "ours");
  assert.deepEqual(found.answers.checkpoints, { "kapasitet-timar": { status: "yes" } });
  assert.deepEqual(found.answers.kept, { checkpoints: { gone: { status: "yes" } } });
  const newer = new Blob([JSON.stringify({ ...ticks, version: 2 })]);
  assert.deepEqual(await open(newer, KNOWN, never), { kind: "newer" });
  const wrong = new Blob([JSON.stringify({ ...ticks, done: [1] })]);
  assert.deepEqual(await open(wrong, KNOWN, never), { kind: "foreign" });
});
