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

test("answers to a checkpoint differ where both say something, and nothing that one has is lost", () => {
  /** @param {Record<string, import("../checkpoint.js").Checkpoint>} checkpoints of a file */
  const file = (checkpoints) => ({ ...empty(), checkpoints });
  const mine = file({
    a: { status: "yes", note: "", owner: "Ola" },
    b: { status: "no", proof: "lista" },
    c: { owner: "" },
  });
  const theirs = file({
    a: { owner: "Ola", status: "yes", deadline: "2027-03-01" },
    b: { status: "partly", note: "snart" },
    d: { status: "not" },
  });
  assert.deepEqual(differences(mine, theirs), [
    {
      name: "checkpoints/b",
      mine: { status: "no", proof: "lista" },
      theirs: { status: "partly", note: "snart" },
    },
  ]);
  assert.deepEqual(merged(mine, theirs, new Set()).checkpoints, {
    a: { owner: "Ola", status: "yes", deadline: "2027-03-01" },
    b: { status: "no", proof: "lista", note: "snart" },
    d: { status: "not" },
  });
  const taken = merged(mine, theirs, new Set(["checkpoints/b"])).checkpoints;
  assert.deepEqual(taken.b, { status: "partly", proof: "lista", note: "snart" });
});

test("what we do not know is kept from both files", () => {
  /** @param {Record<string, unknown>} kept of a file */
  const file = (kept) => ({ ...empty(), kept });
  const mine = file({ checkpoints: { old: { status: "no" } }, sectors: ["a"], only: 1 });
  const theirs = file({ checkpoints: { older: { status: "yes" } }, sectors: ["a", "b"], later: 2 });
  assert.deepEqual(merged(mine, theirs, new Set()).kept, {
    checkpoints: { old: { status: "no" }, older: { status: "yes" } },
    sectors: ["a", "b"],
    only: 1,
    later: 2,
  });
});
