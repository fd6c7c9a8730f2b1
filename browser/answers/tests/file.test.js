import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMAT, empty, read, write } from "../file.js";
import { KNOWN } from "./known.js";

/** @param {Record<string, unknown>} more beside the format and the version */
const file = (more) => JSON.stringify({ format: FORMAT, version: 1, ...more });

/** @param {string} text of a file of ours */
function answersIn(text) {
  const found = read(text, KNOWN);
  assert.equal(found.kind, "ours");
  return /** @type {import("../file.js").Ours} */ (found);
}

test("what is written is read again", () => {
  const answers = {
    ...empty(),
    edition: "nb",
    document: "strategi",
    fields: { verksemd: "Bø & «Sønner» <b>$&</b> 😀", "dato.rapport": "2027-03-01" },
    unknown: ["tal.kontraktar"],
    sectors: ["reinhald"],
    levels: /** @type {const} */ ({ kapasitet: "own", "grep-02": "law" }),
    texts: { kapasitet: "Fleire\nlinjer" },
    reasons: { "grep-02": "grunn" },
    indicators: ["avvik"],
    actions: [{ id: "eige-1", text: "=1+1", owner: "leiaren", deadline: "2027-02-15" }],
    checkpoints: { "kapasitet-timar": { status: /** @type {const} */ ("yes"), later: 1 } },
  };
  const found = answersIn(write(answers, "2026-11-26"));
  assert.deepEqual(found, { kind: "ours", answers, unknown: 0, dropped: [] });
});

test("what is not chosen is not written", () => {
  const data = JSON.parse(write(empty(), "2026-11-26"));
  assert.equal("indicators" in data, false);
  assert.equal("actions" in data, false);
  assert.equal(data.saved, "2026-11-26");
});

test("what we do not know is counted, kept and written again", () => {
  const text = file({
    later: { a: 1 },
    fields: { verksemd: "Bø", framtid: "x" },
    sectors: ["reinhald", "romfart"],
    levels: { "grep-99": "advice" },
  });
  const found = answersIn(text);
  assert.equal(found.unknown, 4);
  assert.deepEqual(found.answers.fields, { verksemd: "Bø" });
  const data = JSON.parse(write(found.answers, "2026-11-26"));
  assert.deepEqual(data.later, { a: 1 });
  assert.deepEqual(data.fields, { verksemd: "Bø", framtid: "x" });
  assert.deepEqual(data.sectors, ["reinhald", "romfart"]);
  assert.deepEqual(data.levels, { "grep-99": "advice" });
});

test("a file of a later version is not read, and neither is another file", () => {
  assert.deepEqual(read(JSON.stringify({ format: FORMAT, version: 2 }), KNOWN), { kind: "newer" });
  for (const text of [null, "", "{", "[]", "null", "{}", '{"format":"x"}', file({ version: "1" })])
    assert.deepEqual(read(text, KNOWN), { kind: "foreign" }, String(text));
});

test("an answer outside its list is told of, and the others are kept", () => {
  const found = answersIn(
    file({
      edition: "en",
      fields: {
        verksemdstype: "fylke",
        verksemd: "Bø",
        "tal.kontraktar": 12.5,
        "rolle.kontroll": {},
      },
      levels: { kapasitet: "law", "grep-02": "law" },
    }),
  );
  assert.deepEqual(found.dropped, ["verksemdstype", "rolle.kontroll", "kapasitet"]);
  assert.deepEqual(found.answers.fields, { verksemd: "Bø", "tal.kontraktar": "12,5" });
  assert.deepEqual(found.answers.levels, { "grep-02": "law" });
  assert.equal(found.answers.edition, "");
});

test("hostile keys and values do no harm", () => {
  const text = `{"format":"${FORMAT}","version":1,"__proto__":{"polluted":1},
    "constructor":{"prototype":{"polluted":1}},
    "fields":{"__proto__":{"polluted":1},"constructor":"x","toString":"y","verksemd":"Bø"},
    "levels":{"__proto__":"advice"},"sectors":"reinhald","actions":[{"id":"../x"},{"id":"<b>"},null]}`;
  const found = answersIn(text);
  assert.deepEqual(found.answers.fields, { verksemd: "Bø" });
  assert.deepEqual(found.answers.sectors, []);
  assert.deepEqual(found.answers.actions, []);
  assert.equal(/** @type {Record<string, unknown>} */ ({}).polluted, undefined);
  const again = answersIn(write(found.answers, "2026-11-26"));
  assert.deepEqual(again.answers.fields, { verksemd: "Bø" });
  assert.equal(again.unknown, found.unknown);
});

test("an answer to a checkpoint has a known status, a day that exists and texts that have room", () => {
  const id = "kapasitet-timar";
  /** @param {unknown} value in the file */
  const given = (value) => {
    const { answers, dropped } = answersIn(file({ checkpoints: { [id]: value } }));
    return [answers.checkpoints[id], dropped];
  };
  const whole = {
    status: "partly",
    owner: "leiaren",
    deadline: "2028-02-29",
    note: "x".repeat(2000),
    proof: "😀".repeat(2000),
  };
  assert.deepEqual(given(whole), [whole, []]);
  assert.deepEqual(given({ status: "no", deadline: "" }), [{ status: "no", deadline: "" }, []]);
  assert.deepEqual(given({ status: "kanskje", owner: "a" }), [{ owner: "a" }, [id]]);
  assert.deepEqual(given({ status: "no", deadline: "2027-02-30" }), [{ status: "no" }, [id]]);
  assert.deepEqual(given({ status: "no", deadline: "1.3.2027" }), [{ status: "no" }, [id]]);
  assert.deepEqual(given({ status: "no", note: "x".repeat(2001) }), [{ status: "no" }, [id]]);
  assert.deepEqual(given({ status: ["no"], owner: 7, proof: null }), [{}, [id]]);
  assert.deepEqual(given({ status: "no", later: { a: 1 } }), [
    { status: "no", later: { a: 1 } },
    [],
  ]);
  for (const wrong of ["yes", 1, null, ["yes"]]) assert.deepEqual(given(wrong), [undefined, [id]]);
});
