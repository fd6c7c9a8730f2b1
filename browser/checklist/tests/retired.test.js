// What a file that is older than the list is told to hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { became } from "../retired.js";

test("a retired id leads to what has taken over, or is told to be withdrawn; any other is unknown", () => {
  assert.deepEqual(became(["a", "old", "gone", "x"], new Set(["a", "b"]), "old=b gone="), {
    merged: [["old", "b"]],
    withdrawn: ["gone"],
    unknown: ["x"],
  });
});

test("a file as new as the list has nothing to tell", () => {
  const nothing = { merged: [], withdrawn: [], unknown: [] };
  assert.deepEqual(became(["a"], new Set(["a"]), ""), nothing);
});
