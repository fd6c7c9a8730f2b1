// The days of the law in a calendar.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lawEvents } from "../law-dates.js";

const DATES = [
  { id: "report", day: "03-31", bodies: ["kommune"], title: "Årsmelding", text: "Ta med tala." },
  { id: "budget", day: "12-31", bodies: ["kommune"], title: "Budsjett", text: "Meld inn timane." },
];

test("each comes every year from the next time, and today is not too late", () => {
  const days = lawEvents(DATES, "kommune", "2026-12-31").map(({ day, yearly }) => [day, yearly]);
  assert.deepEqual(days, [
    ["2027-03-31", true],
    ["2026-12-31", true],
  ]);
});

test("a body that the law does not bind gets none, and one that has not said what it is gets all", () => {
  assert.deepEqual(lawEvents(DATES, "stat", "2026-11-26"), []);
  assert.equal(lawEvents(DATES, "", "2026-11-26").length, 2);
  assert.equal(lawEvents(DATES, undefined, "2026-11-26").length, 2);
});
