import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FORMAT, empty, read } from "../../answers/file.js";
import { KNOWN } from "../../answers/tests/known.js";
import { MOST, matrix } from "../matrix.js";
import { matrixRows, planned } from "../workbooks.js";

/** @type {{ model: import("../model.js").Model }} */
const { model } = JSON.parse(
  readFileSync(new URL("../../../tests/status_cases.json", import.meta.url), "utf8"),
);

/** @param {Partial<import("../model.js").Answers>} more than nothing */
const answers = (more) => ({ ...empty(), ...more });
const BODIES = [
  {
    name: "Bø",
    answers: answers({
      checkpoints: { "a-law": { status: "yes" }, "b-law-big": { status: "no" } },
    }),
  },
  {
    name: "Bø",
    answers: answers({
      sectors: ["ikt"],
      checkpoints: { "b-law-big": { status: "no" }, "b-law-small": { status: "not" } },
    }),
  },
];

test("each body has its cell of each duty, and what does not concern it is told as that", () => {
  const { bodies, rows, counts } = matrix(BODIES, model);
  assert.deepEqual(bodies, ["Bø", "Bø"]);
  assert.deepEqual(
    rows.map(({ id, cells }) => [id, ...cells]),
    [
      ["a-law", "yes", ""],
      ["b-law-big", "no", "not"],
      ["b-law-small", "", "not"],
    ],
  );
  assert.deepEqual(
    { yes: rows[0].yes, unanswered: rows[0].unanswered, not: rows[2].not },
    { yes: 1, unanswered: 1, not: 1 },
  );
  assert.deepEqual(counts, [
    { done: 1, open: 1, unanswered: 1, not: 0, all: 3 },
    { done: 0, open: 0, unanswered: 1, not: 2, all: 1 },
  ]);
});

test("a table has room for so many bodies and no more", () => {
  const many = Array.from({ length: MOST + 3 }, () => BODIES[0]);
  const { bodies, rows, counts } = matrix(many, model);
  assert.deepEqual([bodies.length, rows[0].cells.length, counts.length], [MOST, MOST, MOST]);
});

test("the list has what is missing of the duties, body by body, and no advice", () => {
  const words = /** @type {import("../model.js").Words} */ (
    /** @type {unknown} */ ({
      statuses: { yes: "Ja", partly: "Delvis", no: "Nei", unknown: "Veit ikkje", not: "Ikkje" },
      sections: { s1: "lova § 1", s2: "lova § 2" },
      points: Object.fromEntries(model.points.map(({ id }) => [id, { todo: id }])),
    })
  );
  const advised = { "a-advice": { status: /** @type {const} */ ("no") } };
  const rows = matrixRows(
    [...BODIES, { name: "Å", answers: answers({ checkpoints: advised }) }],
    model,
    words,
  );
  assert.deepEqual(rows.Manglar, [
    {
      body: "Bø",
      section: "lova § 2",
      answer: "Nei",
      action: "b-law-big",
      owner: "",
      deadline: "",
    },
  ]);
});

test("a plan has all that concerns the body once: missing, unanswered, in place, not applicable", () => {
  const given = answers({
    sectors: ["ikt"],
    checkpoints: {
      "a-advice": { status: "yes" },
      "a-law": { status: "no", note: "n" },
      "b-law-small": { status: "not" },
    },
  });
  assert.deepEqual(
    planned(given, model).map(({ id, status }) => [id, status]),
    [
      ["a-law", "no"],
      ["a-comfort", ""],
      ["b-further", ""],
      ["c-further", ""],
      ["a-advice", "yes"],
      ["b-law-small", "not"],
    ],
  );
});

test("thirty files of the largest size are one table within a second", () => {
  const points = Array.from({ length: 90 }, (_, at) => ({ ...model.points[2], id: `a-law-${at}` }));
  const known = { ...KNOWN, checkpoints: points.map(({ id }) => id) };
  const full = {
    status: "no",
    owner: "o".repeat(200),
    note: "n".repeat(2000),
    proof: "p".repeat(2000),
  };
  const checkpoints = Object.fromEntries(points.map(({ id }) => [id, full]));
  const text = JSON.stringify({ format: FORMAT, version: 1, checkpoints });
  const start = performance.now();
  const bodies = Array.from({ length: MOST }, (_, at) => {
    const found = read(text, known);
    assert.equal(found.kind, "ours");
    return {
      name: String(at),
      answers: /** @type {import("../../answers/file.js").Ours} */ (found).answers,
    };
  });
  const { counts } = matrix(bodies, { ...model, points });
  const spent = performance.now() - start;
  assert.equal(counts[MOST - 1].open, 90);
  assert.ok(spent < 1000, `${spent} ms`);
});
