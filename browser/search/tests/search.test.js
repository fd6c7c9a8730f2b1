// The whole search on a small site: what comes first, what is marked, and that nothing typed can break it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerer } from "../protocol.js";
import { search } from "../search.js";

/**
 * @param {string} location of the page
 * @param {string} title of it
 * @param {string} text on it
 * @returns {import("../search.js").Doc} the page as the index has it
 */
const page = (location, title, text) => ({
  location,
  title,
  text,
  kind: "Rettleiing",
  about: "",
  heading: title,
});
/** @type {import("../search.js").Index} */
const index = {
  docs: [
    page("grep/04-kontraktskjede/", "Avgrens kontraktskjeda", "Kor mange ledd lova godtek."),
    {
      location: "grep/04-kontraktskjede/#lova",
      title: "Det lova krev",
      text: "Høgst to ledd under seg (§ 5k). <b>Ikkje</b> fleire.",
    },
    page("strategi/", "Strategi", "Slik lagar de strategien."),
    page("kapittel/", "Kapittel", "Til anskaffingsstrategien."),
    page("kontroll/", "Gjennomfør kontrollar", "Kvar kontrakt får éi handling."),
    page("lonn/", "Vilkår", "Kva lønn og arbeidsvilkår dei har. Lønna skal gå til bank."),
    page("om/", "Om nettstaden", "Vi skriv om kontroll og strategi og mykje anna."),
    page("ordliste/", "Ordliste", "Ord."),
    {
      location: "ordliste/#hms-kort",
      title: "HMS-kort",
      text: "Kort som viser kven ein arbeider for.",
      entry: true,
    },
    {
      location: "ordliste/#leverandorkjede",
      title: "leverandørkjede",
      text: "Ledda under leverandøren.",
      entry: true,
    },
  ],
  norwegian: {
    aliases: [
      ["leverandorkjede", "leverandørkjede", "kontraktskjede"],
      ["hms-kort", "HMS-kort", "byggekort"],
    ],
    pairs: [["anskaffing", "anskaffelse"]],
    parts: ["anskaffing", "anskaffelse", "strategi", "kontrakt", "kjede", "leverandør", "kontroll"],
  },
};
const find = search(index);
const pages = (/** @type {string} */ query) =>
  find(query).items.map(({ location }) => location.split("#")[0]);

test("the page that is about it comes before the page that mentions it", () => {
  assert.equal(pages("kontroll")[0], "kontroll/");
  assert.equal(pages("strategi")[0], "strategi/");
});

test("a whole word comes before a part of a word, and both are found", () => {
  const found = pages("strategi");
  assert.ok(found.indexOf("om/") < found.indexOf("kapittel/"), String(found));
});

test("what means the same is found", () => {
  const table = {
    "leverandør kjede": "grep/04-kontraktskjede/",
    leverandørkjeden: "grep/04-kontraktskjede/",
    leverandorkjede: "grep/04-kontraktskjede/",
    anskaffelsesstrategi: "kapittel/",
    "§ 5 k": "grep/04-kontraktskjede/",
    "hvor mange ledd er det?": "grep/04-kontraktskjede/",
    byggekort: "ordliste/",
    bygge: "ordliste/",
  };
  for (const [query, location] of Object.entries(table))
    assert.ok(pages(query).slice(0, 2).includes(location), `${query}: ${pages(query)}`);
});

test("a misspelt word is guessed, and told of", () => {
  assert.equal(find("strateggi").meant, "strategi");
  assert.equal(find("få kontrol nå").meant, "få kontroll nå");
  assert.equal(find("kontroll").meant, undefined);
  assert.equal(find("xyzzyqwv").total, 0);
  assert.equal(find("strattigghi").total, 0);
  assert.equal(find("strattigghi").meant, "strategi");
});

test("the place that answers is shown with the hit marked, also when another word was typed", () => {
  const hit = find("ledd").items.find(({ location }) => location.startsWith("grep"));
  assert.ok(hit?.text.some(({ text, hit: marked }) => marked && text === "ledd"));
  const [same] = find("byggekort").items;
  assert.equal(same.location, "ordliste/#hms-kort");
  assert.deepEqual(same.place, [{ text: "HMS-kort", hit: true }]);
});

test("a word typed without its letters is that word, and nothing is said of it", () => {
  for (const query of ["lonn", "loenn", "lønn"]) {
    assert.equal(pages(query)[0], "lonn/", query);
    assert.equal(find(query).meant, undefined, query);
  }
});

test("each page comes once", () => {
  const found = pages("leverandørkjede kort");
  assert.equal(new Set(found).size, found.length);
});

test("nothing typed breaks it", () => {
  const bad = [
    "",
    " ",
    "a",
    "x".repeat(10_000),
    "kontroll ".repeat(2_000),
    "og i på",
    "😀",
    "<img src=x onerror=alert(1)>",
    ".*+?^${}()|[\\",
    '"kontroll',
    "ש\u202eabc",
    "§",
    "§§§ 5",
    "constructor __proto__",
    "\u0000",
  ];
  for (const query of bad) assert.ok(Array.isArray(find(query).items), query.slice(0, 20));
});

test("the worker takes an index, then questions, and nothing else", () => {
  const answer = answerer();
  assert.throws(() => answer({ query: "ledd" }), TypeError);
  assert.deepEqual(answer({ index }), { ready: true });
  const reply = answer({ query: "høgst ledd" });
  assert.ok("answer" in reply);
  const [first] = reply.answer.items;
  assert.equal(first.location, "grep/04-kontraktskjede/#lova");
  assert.equal(first.kind, "Rettleiing");
  // Texts are text: what looks like a tag on a page stays what it was
  assert.match(first.text.map(({ text }) => text).join(""), /<b>Ikkje<\/b>/);
  assert.deepEqual(structuredClone(reply), reply);
  assert.throws(
    () => answer(/** @type {{ query: string }} */ (/** @type {unknown} */ ({ kind: 9 }))),
    TypeError,
  );
});
