// The calendar with the deadlines. A test in Python reads it with another program.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "../calendar.js";

const ABOUT = { name: "Plan, del 1", language: "nn-NO", stamp: "2026-11-26" };

test("every line ends as the standard says, and has 75 bytes at most", () => {
  const title = `${"æ".repeat(200)}😀${"x".repeat(100)}`;
  const text = calendar([{ id: "a b", day: "2027-02-15", title, text: "ein\nto;\\" }], ABOUT);
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  for (const line of text.split("\r\n"))
    assert.ok(new TextEncoder().encode(line).length <= 75 && !line.includes("\n"), line);
  assert.ok(text.replaceAll("\r\n ", "").includes(`SUMMARY;LANGUAGE=nn-NO:${title}\r\n`));
  assert.ok(text.includes("DESCRIPTION;LANGUAGE=nn-NO:ein\\nto\\;\\\\\r\n"));
  assert.ok(text.includes("UID:a-b@strategisk-mot-akrim\r\n"));
});

test("what is typed begins no line of its own", () => {
  const title = "a\r\nBEGIN:VALARM\r\nEND:VEVENT\u0000";
  const text = calendar([{ id: "x", day: "2027-02-15", title }], ABOUT);
  assert.equal(text.match(/^(BEGIN|END):/gm)?.length, 4);
});

test("an event without a day that exists is left out, and a yearly one comes again", () => {
  const events = ["", "2027-02-30", "snart", "2028-02-29"].map((day) => ({
    id: day,
    day,
    title: "t",
  }));
  assert.equal(calendar(events, ABOUT).match(/BEGIN:VEVENT/g)?.length, 1);
  assert.ok(!calendar(events, ABOUT).includes("RRULE"));
  const yearly = [{ id: "r", day: "2027-03-01", title: "t", yearly: true }];
  assert.ok(calendar(yearly, ABOUT).includes("RRULE:FREQ=YEARLY\r\n"));
});
