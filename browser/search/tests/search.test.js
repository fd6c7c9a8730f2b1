// The whole search on a small site: what comes first, what is marked, and that nothing typed can break it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { handler, QUERY, READY, RESULT, SETUP } from "../material.js";
import { search } from "../search.js";

const page = (location, title, text, more = {}) => ({ location, title, text, tags: ["Rettleiing"], about: "", heading: title, ...more });
const index = {
  docs: [
    page("grep/04-kontraktskjede/", "Avgrens kontraktskjeda", "Kor mange ledd lova godtek."),
    { location: "grep/04-kontraktskjede/#lova", title: "Det lova krev", text: "Høgst to ledd under seg (§ 5k). <b>Ikkje</b> fleire." },
    page("strategi/", "Strategi", "Slik lagar de strategien."),
    page("kapittel/", "Kapittel", "Til anskaffingsstrategien."),
    page("kontroll/", "Gjennomfør kontrollar", "Kvar kontrakt får éi handling."),
    page("om/", "Om nettstaden", "Vi skriv om kontroll og strategi og mykje anna."),
    page("ordliste/", "Ordliste", "Ord."),
    { location: "ordliste/#hms-kort", title: "HMS-kort", text: "Kort som viser kven ein arbeider for.", entry: true },
    { location: "ordliste/#leverandorkjede", title: "leverandørkjede", text: "Ledda under leverandøren.", entry: true },
  ],
  norwegian: {
    aliases: [["leverandorkjede", "leverandørkjede", "kontraktskjede"], ["hms-kort", "HMS-kort", "byggekort"]],
    pairs: [["anskaffing", "anskaffelse"]],
    parts: ["anskaffing", "anskaffelse", "strategi", "kontrakt", "kjede", "leverandør", "kontroll"],
  },
};
const find = search(index);
const pages = (query) => find(query).hits.map(({ page: { location } }) => location);

test("the page that is about it comes before the page that mentions it", () => {
  assert.equal(pages("kontroll")[0], "kontroll/");
  assert.equal(pages("strategi")[0], "strategi/");
});

test("a whole word comes before a part of a word, and both are found", () => {
  const found = pages("strategi");
  assert.ok(found.indexOf("om/") < found.indexOf("kapittel/"), found);
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
  for (const [query, location] of Object.entries(table)) assert.ok(pages(query).slice(0, 2).includes(location), `${query}: ${pages(query)}`);
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
  const [hit] = find("ledd").hits.filter(({ page: { location } }) => location.startsWith("grep"));
  assert.ok(hit.text.some(({ text, hit: marked }) => marked && text === "ledd"));
  const [same] = find("byggekort").hits;
  assert.equal(same.place.location, "ordliste/#hms-kort");
  assert.deepEqual(same.placeTitle, [{ text: "HMS-kort", hit: true }]);
});

test("each page comes once", () => {
  const found = pages("leverandørkjede kort");
  assert.equal(new Set(found).size, found.length);
});

test("nothing typed breaks it", () => {
  const bad = ["", " ", "a", "x".repeat(10_000), "kontroll ".repeat(2_000), "og i på", "😀", "<img src=x onerror=alert(1)>", ".*+?^${}()|[\\", '"kontroll', "ש\u202eabc", "§", "§§§ 5", "constructor __proto__", "\u0000"];
  for (const query of bad) assert.ok(Array.isArray(find(query).hits), query.slice(0, 20));
});

test("the messages are Material's", () => {
  const answer = handler();
  assert.deepEqual(answer({ type: SETUP, data: index }), { type: READY });
  const { type, data } = answer({ type: QUERY, data: "høgst ledd" });
  assert.equal(type, RESULT);
  const [[whole, section]] = data.items;
  assert.equal(whole.location, "grep/04-kontraktskjede/");
  assert.equal(section.location, "grep/04-kontraktskjede/#lova");
  assert.match(section.text, /&lt;b&gt;Ikkje&lt;\/b&gt;/);
  assert.match(section.text, /<mark>ledd<\/mark>/);
  assert.deepEqual(whole.terms, { høgst: true, ledd: true });
  assert.equal(typeof whole.score, "number");
  assert.throws(() => answer({ type: 9 }), TypeError);
});
