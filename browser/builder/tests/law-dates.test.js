// The days of the law in a calendar.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lawEvents } from "../law-dates.js";

/** @param {string} words of one edition */
const each = (words) => ({ nn: words, nb: `${words} (nb)` });
const DATES = [
  {
    id: "report",
    day: "03-31",
    bodies: ["kommune"],
    title: each("Årsmelding"),
    text: each("Ta med tala."),
  },
  {
    id: "budget",
    day: "12-31",
    bodies: ["kommune"],
    title: each("Budsjett"),
    text: each("Meld inn timane."),
  },
];

test("each comes every year from the next time, and today is not too late", () => {
  const days = lawEvents(DATES, "kommune", "nb", "2026-12-31").map((event) => [
    event.day,
    event.yearly,
    event.title,
  ]);
  assert.deepEqual(days, [
    ["2027-03-31", true, "Årsmelding (nb)"],
    ["2026-12-31", true, "Budsjett (nb)"],
  ]);
});

test("a body that the law does not bind gets none, and one that has not said what it is gets all", () => {
  assert.deepEqual(lawEvents(DATES, "stat", "nn", "2026-11-26"), []);
  assert.equal(lawEvents(DATES, "", "nn", "2026-11-26").length, 2);
  assert.equal(lawEvents(DATES, undefined, "nn", "2026-11-26").length, 2);
});
