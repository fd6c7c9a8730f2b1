// The small helpers that every room uses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { norwegianDay } from "../dates.js";
import { fill } from "../fill.js";
import { fold } from "../fold.js";
import { store } from "../storage.js";

test("values come where their names are", () => {
  assert.equal(fill("{done} av {all}", { done: 0, all: 7 }), "0 av 7");
  assert.equal(fill("{a}{a}{b}", { a: "$&" }), "$&$&{b}");
});

test("a day is the day it is in Norway, summer and winter", () => {
  const days = {
    "2026-11-24T22:59:00Z": "2026-11-24",
    "2026-11-24T23:30:00Z": "2026-11-25",
    "2026-07-01T21:59:00Z": "2026-07-01",
    "2026-07-01T22:01:00Z": "2026-07-02",
  };
  for (const [moment, day] of Object.entries(days))
    assert.equal(norwegianDay(new Date(moment)), day, moment);
});

test("every way of typing a name is one", () => {
  const ways = [
    ["bærum", "baerum", "barum"],
    ["tromsø", "tromsoe", "tromso"],
    ["ås", "aas", "as"],
    ["kárášjohka", "karasjohka"],
    ["deatnu", "deatnu"],
    ["đakŋu", "daknu"],
    ["guovdageaidnu", "guovdageaidnu"],
    ["unjárga", "unjarga"],
  ];
  for (const [first, ...others] of ways)
    for (const other of others) assert.equal(fold(other), fold(first));
  assert.notEqual(fold("ås"), fold("øs"));
});

test("a store that is closed never throws", () => {
  const closed = store(() => {
    throw new Error("SecurityError");
  });
  assert.equal(closed.read("a"), null);
  assert.equal(closed.keep("a", "1"), false);
  closed.forget("a");
});
