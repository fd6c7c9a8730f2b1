// Which cards fit what is chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../shared/fold.js";
import { matcher } from "../match.js";

const CARD = {
  values: { county: ["finnmark"], group: ["dedicated"], chapter: ["kapasitet", "grep-09"] },
  words: fold("kárášjohka kommune: innkjøpsstrategi for bærum"),
};

/**
 * @param {import("../match.js").Wanted} wanted what is chosen
 * @returns {boolean} whether the card is shown
 */
const fits = (wanted) => matcher(wanted)(CARD);

test("a card fits when it has everything that is chosen", () => {
  assert.ok(fits([]));
  assert.ok(
    fits([
      ["county", "finnmark"],
      ["chapter", "grep-09"],
    ]),
  );
  assert.ok(
    !fits([
      ["county", "finnmark"],
      ["chapter", "grep-01"],
    ]),
  );
});

test("words are found in any order, however they are typed", () => {
  for (const words of [
    "karasjohka",
    "Innkjopsstrategi KOMMUNE",
    "baerum",
    "barum",
    "Bærum innkjoep",
  ])
    assert.ok(fits([["q", words]]), words);
  assert.ok(!fits([["q", "karasjohka oslo"]]));
});
