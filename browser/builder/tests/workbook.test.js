// What the answers know of the rows in the workbooks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withRows } from "../rows.js";
import { workbookRows } from "../workbook.js";

const SHEET = {
  part: "s.xml",
  columns: { quarter: "A", action: "B", owner: "C", deadline: "D" },
  rows: { "plan-risiko": 5 },
  empty: [6, 7],
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
        '<c r="A5" s="3" t="s"><v>1</v></c><c r="B5" s="4"/><c r="D5" s="9"/><c r="B6" s="4"/><c r="B7"/>',
      ],
    ],
    { Handlingsplan: rows },
  )[0][1];

test("a proposed action stands in its own row, and another where there is room", () => {
  const actions = [
    { id: "plan-risiko", text: "Vurder", owner: "eg", deadline: "2027-02-15" },
    { id: "eigen-1", text: "Vår", owner: "", deadline: "2027-05-31" },
    { text: "Utan frist" },
  ];
  assert.deepEqual(workbookRows("handlingsplan", PLAN, { actions }).Handlingsplan, [
    { "#": "plan-risiko", action: "Vurder", owner: "eg", deadline: "2027-02-15" },
    { quarter: 2, action: "Vår", owner: "", deadline: "2027-05-31" },
    { quarter: "", action: "Utan frist", owner: "", deadline: "" },
  ]);
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
    { "#": "plan-risiko", quarter: 3, action: "=1+1 <&>", deadline: "2027-02-15" },
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
  assert.ok(written([{ "#": "plan-risiko", deadline: "2027-02-30" }]).includes("2027-02-30</t>"));
});
