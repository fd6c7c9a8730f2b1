import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FORMAT, read } from "../../answers/file.js";
import { KNOWN } from "../../answers/tests/known.js";
import { applying, chapters, drafted, duties, nextFive } from "../rules.js";
import { carried, moved } from "../years.js";

const { model, cases, years } = JSON.parse(
  readFileSync(new URL("../../../tests/status_cases.json", import.meta.url), "utf8"),
);
const ids = model.points.map((/** @type {{id: string}} */ { id }) => id);
const known = {
  ...KNOWN,
  fields: {
    f1: { kind: /** @type {const} */ ("text") },
    f2: { kind: /** @type {const} */ ("text") },
    "rolle.a": { kind: /** @type {const} */ ("text") },
    verksemdstype: { kind: /** @type {const} */ ("text") },
  },
  sectors: ["reinhald", "bygg", "ikt"],
  questions: { a: {}, b: {} },
  measures: { c: {} },
  checkpoints: ids,
};

/**
 * @param {Record<string, unknown>} data of a case
 * @returns {import("../../answers/file.js").Answers} as a file with it is read
 */
function answersOf(data) {
  const found = read(JSON.stringify({ format: FORMAT, version: 1, ...data }), known);
  assert.equal(found.kind, "ours");
  return /** @type {import("../../answers/file.js").Ours} */ (found).answers;
}

for (const { name, answers, ...expected } of cases)
  test(name, () => {
    const given = answersOf(answers);
    assert.deepEqual(applying(given, model), expected.applying);
    assert.deepEqual(duties(given, model), expected.duties);
    assert.deepEqual([...drafted(given, model)], expected.drafted);
    assert.deepEqual(nextFive(given, model), expected.next);
    if (expected.chapters) assert.deepEqual(chapters(given, model), expected.chapters);
  });

for (const { name, before, now, ...expected } of years)
  test(name, () => {
    const [first, last] = [before, now].map((checkpoints) => answersOf({ checkpoints }));
    assert.deepEqual(moved(first, last, model), expected.moved);
    if (expected.carried) {
      const { answers, merged, retired } = carried(first, model);
      assert.deepEqual(answers.checkpoints, expected.carried);
      assert.deepEqual(answers.kept, { checkpoints: {} });
      assert.deepEqual([merged.length, retired], [3, ["old-gone"]]);
    }
  });

test("an id that every object has is no answer", () => {
  const given = answersOf({ checkpoints: { constructor: { status: "no" } }, levels: {} });
  const odd = {
    ...model,
    points: [{ ...model.points[0], id: "constructor", chapter: "toString" }],
  };
  assert.deepEqual(nextFive(given, odd), []);
  assert.deepEqual([...drafted(given, odd)], []);
});

test("what the rest builds on stands before all else, in the order of the content", () => {
  const base = [ids[ids.length - 1], ids[ids.length - 2]].reverse();
  const points = model.points.map((/** @type {{id: string}} */ point) => ({
    ...point,
    sectors: [],
    bodies: [],
    first: base.includes(point.id),
  }));
  const checkpoints = Object.fromEntries(
    ids.map((/** @type {string} */ id) => [id, { status: "no" }]),
  );
  const next = nextFive(answersOf({ checkpoints }), { ...model, points }).map(({ id }) => id);
  assert.deepEqual(next.slice(0, 2), base);
  assert.equal(next.length, 5);
});
