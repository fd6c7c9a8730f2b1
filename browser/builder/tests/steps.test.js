import assert from "node:assert/strict";
import { test } from "node:test";
import { empty } from "../../answers/file.js";
import { KNOWN } from "../../answers/tests/known.js";
import { shownIn, take } from "../access.js";
import { derive } from "../derive.js";
import { faults, missing } from "../faults.js";
import { hours, tasks, written } from "../hours.js";
import { slugOf } from "../names.js";
import { proposed } from "../plan.js";
import { progress } from "../status.js";
import { amount, day, grouped, longDay, number, shortDay } from "../values.js";

/** @typedef {import("../../answers/file.js").Answers} Answers */
/** @param {Record<string, string>} fields that are typed */
const typed = (fields) => ({ ...empty(), fields });

test("numbers and days are read as people write them", () => {
  const numbers = ["12", "1 200", "12.5", "1\u00a0200,5", "-1", "tolv", "", "1e3", "١٢"];
  assert.deepEqual(numbers.map(number), ["12", "1200", "12,5", "1200,5", "", "", "", "", ""]);
  const shown = ["2000", "20000", "1234567,5"].map(grouped);
  assert.deepEqual(shown, ["2000", "20\u00a0000", "1\u00a0234\u00a0567,5"]);
  assert.equal(amount("12,5"), 12.5);
  assert.equal(amount("mange"), undefined);
  const days = ["1.3.2027", "01. mars 2027", "1. mar. 2027", "2027-03-01"];
  assert.deepEqual(new Set(days.map(day)), new Set(["2027-03-01"]));
  assert.deepEqual(["31.2.2027", "32.1.2027", "1.13.2027", "1. m 2027", "i morgon"].map(day), [
    ...Array(5).fill(""),
  ]);
  assert.equal(shortDay("2027-03-01"), "1.3.2027");
  assert.equal(longDay("2027-12-31"), "31.\u00a0desember 2027");
});

test("a control keeps what is right as it is kept, and what is wrong as it is typed", () => {
  const answers = empty();
  for (const [name, value] of [
    ["tal.kontraktar", "1 200"],
    ["dato.rapport", "1.3.2027"],
    ["tal.besok", "to"],
  ])
    take(answers, KNOWN, name, value, "nn");
  assert.deepEqual(answers.fields, {
    "tal.kontraktar": "1200",
    "dato.rapport": "2027-03-01",
    "tal.besok": "to",
  });
  assert.equal(shownIn(answers, KNOWN, "dato.rapport", "nn"), "1.3.2027");
  assert.equal(shownIn(answers, KNOWN, "timar.per-papir", "nn"), "3");
  take(answers, KNOWN, "timar.per-papir", "", "nn");
  assert.equal(shownIn(answers, KNOWN, "timar.per-papir", "nn"), "");
});

test("an answer takes «I do not know» away", () => {
  const answers = { ...empty(), unknown: ["tal.kontraktar"] };
  take(answers, KNOWN, "tal.kontraktar", "3", "nn");
  assert.deepEqual(answers.unknown, []);
});

test("what is counted among the contracts is never more than they are", () => {
  const fields = { "tal.kontraktar": "12", "tal.risikokontraktar": "13", "tal.kontrollerte": "12" };
  const told = faults(typed(fields), KNOWN, Object.keys(fields));
  assert.deepEqual(told, [{ name: "tal.risikokontraktar", key: "part" }]);
});

test("what is wrong is told of at its field", () => {
  const names = ["verksemd", "tal.kontraktar", "dato.rapport", "periode.til", "tal.besok"];
  const keys = faults(
    typed({
      "tal.kontraktar": "mange",
      "dato.rapport": "31.2.2027",
      "periode.fra": "2030",
      "periode.til": "2027",
      "tal.kontrollar": "2",
      "tal.besok": "3",
    }),
    KNOWN,
    names,
  ).map(({ name, key }) => `${name}: ${key}`);
  assert.deepEqual(keys, [
    "verksemd: required",
    "tal.kontraktar: number",
    "dato.rapport: date",
    "periode.til: years",
    "tal.besok: site",
  ]);
  const long = faults(typed({ verksemd: "x".repeat(201) }), KNOWN, ["verksemd"]);
  assert.deepEqual(long, [{ name: "verksemd", key: "long", most: 200 }]);
  const large = faults(typed({ "tal.kontraktar": "1000001" }), KNOWN, ["tal.kontraktar"]);
  assert.deepEqual(large, [{ name: "tal.kontraktar", key: "large" }]);
  assert.deepEqual(faults(typed({ verksemd: "Bø" }), KNOWN, ["verksemd", "tal.kontraktar"]), []);
});

test("a year, a share and a count are what they must be, and no day is years too early", () => {
  /** @type {[string, string, string?][]} */
  const cases = [
    ["periode.fra", "tjue", "year"],
    ["periode.fra", "20 27", "year"],
    ["periode.fra", " 2027 "],
    ["tal.kontraktar", "12,5", "whole"],
    ["tal.kontraktar", "1 200"],
    ["tal.kontraktar", "0"],
    ["mal.kontroll", "150", "percent"],
    ["mal.kontroll", "100,5", "percent"],
    ["mal.kontroll", "2,5"],
    ["mal.kontroll", "100"],
    ["dato.rapport", "1. mars 2019", "early"],
    ["dato.rapport", "1. mars 2026"],
  ];
  for (const [name, value, key] of cases) {
    const answers = typed({ "periode.fra": "2027", [name]: value });
    const found = faults(answers, KNOWN, [name]).map((fault) => fault.key);
    assert.deepEqual(found, key ? [key] : [], `${name}: ${value}`);
    const { shown } = derive(answers, KNOWN, "nn", "2026-11-26");
    if (key && key !== "early") assert.equal(shown[name], undefined);
  }
});

test("the tasks of the workbook have the hours for each piece", () => {
  const answers = typed({
    "tal.kontraktar": "12",
    "tal.kontrollar": "10",
    "tal.besok": "4",
    "timar.avvik": "8",
  });
  assert.deepEqual(tasks(hours(answers, KNOWN)), {
    risk: { number: 12, each: 1 },
    paper: { number: 6, each: 3 },
    site: { number: 4, each: 6 },
    deviations: { number: 1, each: 8 },
  });
  assert.deepEqual(tasks(undefined), {});
});

test("a field that this document does not have is not missing", () => {
  const names = ["tal.kontraktar", "tal.millionar"];
  assert.deepEqual(missing(empty(), KNOWN, names), ["tal.kontraktar"]);
  assert.deepEqual(missing({ ...empty(), document: "strategi" }, KNOWN, names), names);
  assert.deepEqual(missing({ ...empty(), unknown: ["tal.kontraktar"] }, KNOWN, names), []);
});

test("hours: none, no contracts, and more contracts than anybody has", () => {
  assert.equal(hours(empty(), KNOWN), undefined);
  assert.equal(hours(typed({ "tal.kontraktar": "5" }), KNOWN), undefined);
  assert.equal(hours(typed({ "tal.kontraktar": "0" }), KNOWN)?.total, 0);
  const many = hours(typed({ "tal.kontraktar": "2000", "tal.kontrollar": "2000" }), KNOWN);
  assert.equal(many?.total, 8000);
  assert.equal(written(84 / 1700, 2), "0,05");
});

test("actions follow the answers until the reader changes one", () => {
  const answers = {
    ...typed({ "periode.fra": "2027", "rolle.kontroll": "Ola" }),
    sectors: ["reinhald"],
  };
  const row = {
    id: "plan-kontraktar",
    text: "Tel kontraktane.",
    owner: "Ola",
    deadline: "2027-03-31",
  };
  assert.deepEqual(proposed(answers, KNOWN, "nn"), [row]);
  take(answers, KNOWN, "action.plan-kontraktar.owner", "Kari", "nn");
  take(answers, KNOWN, "action.eige-1.text", "Kjøp inn.", "nn");
  take(answers, KNOWN, "action.eige-1.deadline", "1.5.2027", "nn");
  assert.deepEqual(proposed(answers, KNOWN, "nb"), [
    { ...row, text: "Tell kontraktene.", owner: "Kari" },
    { id: "eige-1", text: "Kjøp inn.", owner: "", deadline: "2027-05-01" },
  ]);
  take(answers, KNOWN, "action", [], "nn");
  assert.deepEqual(
    proposed(answers, KNOWN, "nn").map(({ id }) => id),
    ["eige-1"],
  );
  take(answers, KNOWN, "action", ["plan-kjede"], "nn");
  assert.equal(proposed(answers, KNOWN, "nn")[0].deadline, "2027-06-30");
});

test("an action for what is unknown is proposed", () => {
  /** @param {string[]} unknown ids of fields */
  const ids = (unknown) => proposed({ ...empty(), unknown }, KNOWN, "nn").map(({ id }) => id);
  assert.deepEqual(ids([]), ["plan-kontraktar"]);
  assert.deepEqual(ids(["tal.millionar"]), ["plan-kontraktar", "plan-kjede"]);
});

test("an action to find a number is not proposed when it is given, and some always are", () => {
  const answers = typed({ "tal.kontraktar": "12" });
  const ids = (rules = KNOWN) => proposed(answers, rules, "nn").map(({ id }) => id);
  assert.deepEqual(ids(), []);
  assert.deepEqual(ids({ ...KNOWN, always: ["plan-kjede"] }), ["plan-kjede"]);
});

test("a step tells what it lacks", () => {
  assert.deepEqual(progress(empty(), KNOWN, "om"), { lacks: 5, begun: false });
  assert.deepEqual(progress(typed({ verksemd: "Bø" }), KNOWN, "om"), { lacks: 4, begun: true });
  const fields = { "rolle.kontroll": "Ola", "tal.kontraktar": "1", "tal.kontrollar": "1" };
  assert.deepEqual(progress(empty(), KNOWN, "sporsmal"), { lacks: 2, begun: false });
  assert.deepEqual(progress(typed(fields), KNOWN, "sporsmal"), { lacks: 0, begun: true });
});

test("a file is named after the body, in letters every system takes", () => {
  assert.equal(slugOf(typed({ verksemd: "Bø kommune" }), "2026-11-26"), "bo-kommune-2026-11-26");
  assert.equal(slugOf(typed({ verksemd: "../../<b>" }), "2026-11-26"), "b-2026-11-26");
  assert.equal(slugOf(empty(), "2026-11-26"), "2026-11-26");
});
