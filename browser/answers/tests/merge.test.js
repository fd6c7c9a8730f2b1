import assert from "node:assert/strict";
import { test } from "node:test";
import { empty } from "../file.js";
import { differences, isEmpty, merged } from "../merge.js";

const MINE = {
  ...empty(),
  fields: { verksemd: "Bø", "rolle.kontroll": "Ola" },
  sectors: ["reinhald", "bygg"],
};
const THEIRS = {
  ...empty(),
  fields: { verksemd: "Bø kommune", "organ.vedtak": "styret" },
  sectors: ["bygg", "reinhald"],
  kept: { later: 1 },
};

test("only what both have answered, and not alike, is a difference", () => {
  assert.deepEqual(differences(MINE, THEIRS), [
    { name: "fields/verksemd", mine: "Bø", theirs: "Bø kommune" },
  ]);
});

test("what one has is taken, and where they differ the choice counts", () => {
  const ours = merged(MINE, THEIRS, new Set());
  assert.deepEqual(ours.fields, {
    verksemd: "Bø",
    "rolle.kontroll": "Ola",
    "organ.vedtak": "styret",
  });
  assert.deepEqual(ours.kept, { later: 1 });
  const other = merged(MINE, THEIRS, new Set(["fields/verksemd"]));
  assert.equal(other.fields.verksemd, "Bø kommune");
});

test("an untouched set is empty", () => {
  assert.equal(isEmpty(empty()), true);
  assert.equal(isEmpty({ ...empty(), indicators: [] }), true);
  assert.equal(isEmpty(MINE), false);
});
