import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMAT } from "../file.js";
import { open } from "../open.js";
import { KNOWN } from "./known.js";

const WORD = new Uint8Array([0x50, 0x4b, 3, 4]);
const never = async () => assert.fail("no Word file was given");

test("what is typed in Word is newer than the answer file in it", async () => {
  const answers = {
    format: FORMAT,
    version: 1,
    document: "strategi",
    fields: { verksemd: "Bø", "periode.fra": "2027" },
    texts: { kapasitet: "gammal" },
  };
  const fields = { verksemd: "Bø kommune", "periode.fra": "", "tekst.kapasitet": "ny" };
  const word = { document: "rutine", edition: "nb", fields, answers };
  const found = await open(new Blob([WORD]), KNOWN, async () => word);
  assert.equal(found.kind, "ours");
  const { answers: got } = /** @type {import("../file.js").Ours} */ (found);
  assert.deepEqual(got.fields, { verksemd: "Bø kommune", "periode.fra": "2027" });
  assert.deepEqual(got.texts, { kapasitet: "ny" });
  assert.deepEqual([got.document, got.edition], ["strategi", "nb"]);
});

test("what a note tells is not taken for answers: it follows from those it was made of", async () => {
  const fields = {
    verksemd: "Bø",
    "status.lov": "9 av 12 på plass",
    "tiltak.1": "x",
    "dato.status": "2027-03-01",
  };
  const checkpoints = { "kapasitet-timar": { status: "no" } };
  const answers = { format: FORMAT, version: 1, checkpoints };
  const word = { document: "leiarnotat", edition: "nn", fields, answers };
  const known = {
    ...KNOWN,
    fields: {
      ...KNOWN.fields,
      "status.lov": { kind: /** @type {const} */ ("text") },
      "tiltak.1": { kind: /** @type {const} */ ("text") },
      "dato.status": { kind: /** @type {const} */ ("date") },
    },
  };
  const found = await open(new Blob([WORD]), known, async () => word);
  assert.equal(found.kind, "ours");
  const { answers: got } = /** @type {import("../file.js").Ours} */ (found);
  assert.deepEqual(got.fields, { verksemd: "Bø" });
  assert.deepEqual(got.checkpoints, checkpoints);
});

test("a template that is filled in by hand has answers too", async () => {
  const word = { document: "rutine", edition: "nn", fields: { verksemd: "Bø" }, answers: null };
  const found = await open(new Blob([WORD]), KNOWN, async () => word);
  assert.equal(found.kind, "ours");
});

test("other files are told apart", async () => {
  /** @param {string} code of the fault */
  const failing = (code) => async () => {
    throw Object.assign(new Error(), { code });
  };
  const word = new Blob([WORD]);
  assert.equal((await open(word, KNOWN, failing("foreign"))).kind, "foreign");
  assert.equal((await open(word, KNOWN, failing("large"))).kind, "large");
  assert.equal((await open(word, KNOWN, failing("?"))).kind, "damaged");
  assert.equal((await open(new Blob(["hei"]), KNOWN, never)).kind, "foreign");
  assert.equal((await open(new Blob([new Uint8Array(10_000_001)]), KNOWN, never)).kind, "large");
  const text = `\uFEFF${JSON.stringify({ format: FORMAT, version: 1 })}`;
  assert.equal((await open(new Blob([text]), KNOWN, never)).kind, "ours");
});
