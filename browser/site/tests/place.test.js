// The place a reader is at, told in one edition and found in the other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findPlace, tellPlace } from "../place.js";

const NYNORSK = ["kapasitet", "kvifor", "slik-gjer-de", "avansert"];
const BOKMAL = ["kapasitet", "hvorfor", "slik-gjor-dere", "avansert"];

/**
 * @param {string} id where the reader is on the nynorsk page
 * @param {string[]} others ids of the bokmål page that are no headings
 * @returns {string | undefined} where she comes on the bokmål page
 */
function switched(id, others = []) {
  const has = (/** @type {string} */ name) => [...BOKMAL, ...others].includes(name);
  return findPlace(tellPlace(id, NYNORSK), BOKMAL, has);
}

test("a heading with the same id is found by its id", () => {
  assert.equal(switched("avansert"), "avansert");
});

test("a heading with another id is found by its number", () => {
  assert.equal(switched("kvifor"), "hvorfor");
  assert.equal(switched("slik-gjer-de"), "slik-gjor-dere");
});

test("the id counts for more than the number", () => {
  assert.equal(
    findPlace("avansert~1", BOKMAL, (id) => BOKMAL.includes(id)),
    "avansert",
  );
});

test("a heading beyond the last is the last", () => {
  assert.equal(
    findPlace("x~40", BOKMAL, () => false),
    "avansert",
  );
});

test("what is no heading has the same id in both editions, and is left to the browser", () => {
  assert.equal(tellPlace("kapasitet-timar", NYNORSK), "kapasitet-timar");
  assert.equal(switched("kapasitet-timar", ["kapasitet-timar"]), undefined);
});

test("the top of the page, and an ordinary fragment, move nothing", () => {
  assert.equal(tellPlace("", NYNORSK), "");
  for (const fragment of ["", "hvorfor", "~3", "hvorfor~", "hvorfor~x"])
    assert.equal(
      findPlace(fragment, BOKMAL, () => true),
      undefined,
    );
});
