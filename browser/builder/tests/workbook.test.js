// What the answers know of the rows in the workbooks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withRows } from "../rows.js";
import { workbookRows } from "../workbook.js";

const SHEET = {
  part: "s.xml",
  columns: { quarter: "A", action: "B", owner: "C", deadline: "D" },
  rows: { "plan-to": 6, "plan-ein": 5 },
  empty: [7, 8],
  dates: ["deadline"],
};
const PLAN = { parts: [], sheets: { Handlingsplan: SHEET } };

/** @param {import("../rows.js").Row[]} rows to write */
const written = (rows) =>
  withRows(
    { Handlingsplan: SHEET },
    [
      [
        "s.xml",
        '<c r="A5" s="3" t="s"><v>1</v></c><c r="B5" s="4"/><c r="D5" s="9"/><c r="B6" s="4"/><c r="B7"/><c r="B8"/>',
      ],
    ],
    { Handlingsplan: rows },
  )[0][1];

test("the actions stand from the top, and nothing is left of those that are not chosen", () => {
  const ours = { "plan-to": { quarter: 3, part: "Grep 2", evidence: "notat" } };
  const actions = [
    { id: "plan-to", text: "Vurder", owner: "eg", deadline: "2027-02-15" },
    { id: "eigen-1", text: "Vår", owner: "", deadline: "2027-05-31" },
    { id: "plan-to", text: "Utan frist" },
  ];
  const none = { owner: null, deadline: null };
  const rows = workbookRows("handlingsplan", PLAN, { actions }, {}, ours).Handlingsplan;
  assert.deepEqual(rows, [
    {
      "#": "plan-ein",
      quarter: 1,
      action: "Vurder",
      chapter: "Grep 2",
      owner: "eg",
      deadline: "2027-02-15",
      evidence: "notat",
    },
    {
      "#": "plan-to",
      quarter: 2,
      action: "Vår",
      chapter: null,
      evidence: null,
      owner: null,
      deadline: "2027-05-31",
    },
    { quarter: 3, action: "Utan frist", chapter: "Grep 2", evidence: "notat", ...none },
  ]);
  const [first, second] = workbookRows("handlingsplan", PLAN, {
    actions: actions.slice(0, 1),
  }).Handlingsplan;
  assert.equal(first.chapter, null);
  assert.deepEqual(second, { "#": "plan-to", quarter: null, action: null, ...none });
});

test("an emptied cell keeps its look", () => {
  assert.match(written([{ "#": "plan-ein", quarter: null }]), /<c r="A5" s="3"\/>/);
});

test("the workbook gets the body, the hours and the roles", () => {
  const fields = {
    verksemd: "Bø",
    "tal.timar": "1 240,5",
    "periode.fra": "frå 2027",
    "rolle.kontroll": "k",
  };
  const rows = workbookRows("arbeidsbok", PLAN, { fields }, { risk: { number: 12, each: 1.5 } });
  assert.deepEqual(
    rows.Start.map(({ value }) => value),
    ["Bø", "", 1240.5, ""],
  );
  assert.deepEqual(rows.Timar, [{ "#": "risk", number: 12, each: 1.5 }]);
  assert.equal(rows.Ansvar.find((row) => row["#"] === "control")?.owner, "k");
});

test("what help costs stands in the calculator", () => {
  const rows = workbookRows("arbeidsbok", PLAN, { fields: { "tal.kroner": "50 000" } });
  assert.deepEqual(rows.Timar, [{ "#": "help", cost: 50000 }]);
});

test("what is set aside is the sum of the hours, until somebody has decided", () => {
  const hours = {
    risk: { number: 12, each: 1.5 },
    site: { number: 2, each: 6 },
    help: { cost: 9 },
  };
  const rows = workbookRows("arbeidsbok", PLAN, { fields: { "timar.arsverk": "1 700" } }, hours);
  assert.deepEqual(
    rows.Start.map(({ value }) => value),
    ["", "", 30, 1700],
  );
});

test("a cell keeps its style, and a text is never a formula", () => {
  const text = written([
    { "#": "plan-ein", quarter: 3, action: "=1+1 <&>", deadline: "2027-02-15" },
  ]);
  assert.ok(text.startsWith('<c r="A5" s="3"><v>3</v></c>'));
  assert.ok(
    text.includes(
      '<c r="B5" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;&amp;&gt;</t>',
    ),
  );
  assert.ok(text.includes('<c r="D5" s="9"><v>46433</v></c>'));
});

test("what has no room is left out, and a day that is none is a text", () => {
  const rows = ["a", "b", "c"].map((action) => ({ action }));
  assert.equal(written(rows).match(/inlineStr/g)?.length, 2);
  assert.equal(written([{ "#": "plan-anna", action: "x" }]).match(/inlineStr/g), null);
  assert.ok(written([{ "#": "plan-ein", deadline: "2027-02-30" }]).includes("2027-02-30</t>"));
});
