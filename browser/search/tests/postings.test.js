// The engine scores as MiniSearch does, which is the measure here and no part of the site, and is filled and asked sooner.

import assert from "node:assert/strict";
import { test } from "node:test";
import MiniSearch from "minisearch";
import { Engine } from "../postings.js";

/** @typedef {import("../postings.js").Word} Word */

/** @type {Map<string, Word>} */
const read = new Map();

/**
 * @param {string} text with words between spaces
 * @returns {Word[]} the words, each with itself and its first letter as terms
 */
function wordsOf(text) {
  return text.split(" ").map((word) => {
    const known = read.get(word) ?? { word, key: word, terms: [word, `~${word[0]}`] };
    read.set(word, known);
    return known;
  });
}

/**
 * @param {string} text with words between spaces
 * @returns {string[]} all terms of it
 */
const termsOf = (text) => wordsOf(text).flatMap(({ terms }) => terms);

/**
 * @param {string[][]} docs a title and a text for each
 * @returns {Engine} with all of them
 */
function filled(docs) {
  const engine = new Engine([3, 1]);
  for (const doc of docs) engine.put(doc.map((text) => ({ words: wordsOf(text), names: [] })));
  return engine;
}

/**
 * @param {string[][]} docs a title and a text for each
 * @returns {MiniSearch} with all of them, added as its own documentation says
 */
function added(docs) {
  const mini = new MiniSearch({
    fields: ["title", "text"],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  mini.addAll(docs.map(([title, text], id) => ({ id, title, text })));
  return mini;
}

/**
 * @param {MiniSearch} mini filled
 * @param {Map<string, number>} terms with their weights
 * @returns {[id: number, score: number][]} what has any of them, in the order of the documents
 */
function asked(mini, terms) {
  const found = mini.search("", {
    tokenize: () => [...terms.keys()],
    processTerm: (term) => term,
    boostTerm: (term) => terms.get(term) ?? 0,
    boost: { title: 3 },
  });
  // MiniSearch multiplies by the number of terms that were found; ours are several ways to say the same
  return found
    .map(
      ({ id, score, queryTerms }) =>
        /** @type {[number, number]} */ ([id, score / queryTerms.length]),
    )
    .sort(([a], [b]) => a - b);
}

/**
 * @param {Engine} engine filled
 * @param {Map<string, number>} terms with their weights
 * @returns {[id: number, score: number][]} what has any of them, in the order of the documents
 */
function scored(engine, terms) {
  const { ids, scores } = engine.score(terms);
  return ids.sort((a, b) => a - b).map((id) => [id, scores[id]]);
}

test("pages are scored as MiniSearch scores them", () => {
  const docs = [
    ["kontroll", "kontroll av løn kontroll og lære"],
    ["løn", "alle skal ha løn og kort"],
    ["tom", "kort"],
    ["", "kontroll"],
  ];
  const [engine, mini] = [filled(docs), added(docs)];
  for (const terms of [
    { kontroll: 1 },
    { løn: 0.75 },
    { "~k": 0.35 },
    { løn: 1, kort: 0.12, "~k": 2 },
    { kort: 1, ukjend: 1 },
    { ukjend: 1 },
  ]) {
    const weights = new Map(Object.entries(terms));
    const [ours, theirs] = [scored(engine, weights), asked(mini, weights)];
    assert.deepEqual(
      ours.map(([id]) => id),
      theirs.map(([id]) => id),
    );
    ours.forEach(([, score], at) => assert.ok(Math.abs(score - theirs[at][1]) < 1e-9));
  }
});

test("it knows its terms, who has them where, and how often a word stands", () => {
  const engine = filled([
    ["løn", "løn og kort"],
    ["kort", "løn"],
  ]);
  assert.deepEqual(
    [engine.knows("løn"), engine.knows("~l"), engine.knows("lø")],
    [true, true, false],
  );
  assert.deepEqual([engine.having("løn", [0]), engine.having("løn", [1])], [[0], [0, 1]]);
  assert.deepEqual(engine.having("ukjend", [0, 1]), []);
  assert.equal(new Map(engine.words().map(([{ word }, times]) => [word, times])).get("løn"), 3);
});
