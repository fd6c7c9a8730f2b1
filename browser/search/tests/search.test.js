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
});

test("a guess that is far off is answered at once, and the word is told of", () => {
  const answer = find("straetteggi");
  assert.equal(answer.meant, "strategi");
  assert.equal(answer.items[0].location, "strategi/");
  assert.deepEqual([answer.missing, answer.none], [["straetteggi"], true]);
});

test("words that stand nowhere are named, and it is said when nothing else is left", () => {
  const answer = find("zzyzx kontroll");
  assert.deepEqual([answer.missing, answer.none], [["zzyzx"], false]);
  assert.equal(answer.items[0].location, "kontroll/");
  const none = find("zzyzx");
  assert.deepEqual([none.missing, none.none, none.items], [["zzyzx"], true, []]);
  assert.equal(find("kontro").none, false, "half typed");
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

/** @type {import("../search.js").Index} */
const ways = {
  docs: [
    {
      ...page("grep/02/", "Rett innsatsen", "Der risikoen er størst."),
      ways: ["hvor er risikoen størst", "hvem skal kontrollere", "sjekke leverandør"],
    },
    {
      ...page("roller/", "Rolleavklaring", "Roller."),
      ways: ["hvem har ansvaret", "fordele ansvar"],
    },
    page("ordliste/", "Ordliste", "Ord."),
    {
      location: "ordliste/#risikobransje",
      title: "risikobransje",
      text: "Bransje med risiko.",
      entry: true,
      leads: "grep/02/",
    },
    page("bransje/", "Bransjer", "Bransjer."),
    {
      location: "bransje/#renhold",
      title: "Renhold",
      text: "",
      entry: true,
      ways: ["vaskehjelp", "cleaning"],
    },
    {
      location: "#renhold-rules",
      title: "Regler",
      text: "Godkjente virksomheter.",
      part: true,
      shared: true,
    },
    page("laere/", "Faglært", "Hver lærling må ha en plan."),
    page("fast/", "Fast ansatte", "De ansatte er fast ansatte. Avtalen heves ved brudd."),
    page("andre/", "Andre", "Regler finnes. En firma og matrise. Lære mer. Lære alt."),
  ],
  norwegian: {
    alike: [
      [false, "leverandør", "firma"],
      [true, "bryt", "brudd", "brot"],
    ],
    parts: ["risiko", "bransje", "matrise"],
  },
};
const found = search(ways);
const best = (/** @type {string} */ query) => found(query).items[0]?.location;

test("what people type leads to the page, whole or nearly so", () => {
  assert.equal(best("hvem har ansvaret"), "roller/");
  assert.equal(best("hvem har ansvaret for dette"), "roller/");
  assert.equal(best("vaskehjelp"), "bransje/#renhold");
  assert.equal(best("cleaning"), "bransje/#renhold");
});

test("small words tell two questions with the same noun apart", () => {
  const ask = search({
    docs: [
      { ...page("a/", "En", "Tekst."), ways: ["hvem skal kontrollere"] },
      { ...page("b/", "To", "Tekst."), ways: ["hvor ofte skal vi kontrollere"] },
      page("c/", "Tre", "Tekst."),
    ],
  });
  assert.equal(ask("hvem kontrollerer").items[0].location, "a/");
  assert.equal(ask("hvor ofte kontrollerer vi").items[0].location, "b/");
});

test("a word that stands nearly everywhere counts for little beside a rare one", () => {
  const ask = search({
    docs: [
      ..."abcdef".split("").map((letter) => page(`${letter}/`, "Kommune", "kommune")),
      page("z/", "Samarbeid", "Vi nevner Storvik ett sted i en lang tekst om mye annet."),
      page("y/", "Ingenting", "Tekst."),
    ],
  });
  assert.equal(ask("storvik kommune").items[0].location, "z/");
});

test("an everyday word for the same thing, and another form of a word, are found", () => {
  assert.ok(found("firma").items.some(({ location }) => location === "grep/02/"));
  assert.ok(found("bryt").items.some(({ location }) => location === "fast/"));
});

test("an entry of the glossary gives way to the page about it, unless its meaning is asked for", () => {
  const order = (/** @type {string} */ query) => found(query).items.map((item) => item.location);
  const plain = order("risikobransje");
  assert.ok(plain.indexOf("grep/02/") < plain.indexOf("ordliste/#risikobransje"), String(plain));
  assert.equal(order("hva er risikobransje")[0], "ordliste/#risikobransje");
});

test("an entry takes what stands below it along, and a heading of many pages tells nothing", () => {
  assert.equal(best("godkjente virksomheter"), "bransje/#renhold-rules");
  assert.equal(best("regler"), "andre/");
});

test("two words typed as one, and a compound with an unknown part, are read", () => {
  assert.equal(best("fastansatte"), "fast/");
  assert.equal(best("matrisetulling"), "andre/");
});

test("a word that only shares a stem with the site may be misspelt", () => {
  assert.equal(best("lærlig"), "laere/");
});

test("a definition is read from its beginning", () => {
  const text = `Ord ${"om mangt og mye ".repeat(15)} og til sist om kontroll.`;
  const ask = search({
    docs: [
      page("ordliste/", "Ordliste", "Ord."),
      { location: "ordliste/#a", title: "kontroll", text, entry: true },
    ],
  });
  const [first] = ask("hva er kontroll").items;
  assert.match(first.text.map((segment) => segment.text).join(""), /^Ord om mangt/);
});

test("answers can be asked for by kind and number, and counted by kind", () => {
  const docs = [..."abcdefghijkl"].map((letter) => ({
    ...page(`${letter}/`, `Side ${letter}`, "kontroll av mannskap"),
    kind: letter < "d" ? "Grep" : "Mal",
    same: letter > "j" ? "lik" : undefined,
  }));
  const ask = search({ docs });
  const all = ask("kontroll");
  assert.equal(all.items.length, 10);
  assert.equal(all.total, 11, "two pages that say the same are one");
  assert.deepEqual(all.kinds, [
    { kind: "Mal", count: 8 },
    { kind: "Grep", count: 3 },
  ]);
  assert.deepEqual(ask("kontroll", { limit: 20 }).items.at(-1)?.also, [
    { location: "l/", title: "Side l" },
  ]);
  const measures = ask("kontroll", { kind: "Grep" });
  assert.deepEqual(
    [measures.total, measures.items.every(({ kind }) => kind === "Grep")],
    [3, true],
  );
});

test("the part with more text is wanted when it may have the answer, and then is found in", () => {
  const ask = search({
    docs: [
      page("grep/", "Kontroll", "kontroll og tiltak"),
      { ...page("eksempel/a/", "Bykommune", ""), kind: "Døme" },
      ..."bcdef"
        .split("")
        .map((letter) => page(`${letter}/`, `Kontroll ${letter}`, "kontroll av mannskap")),
    ],
    more: "Døme",
  });
  assert.equal(ask("kontroll").wants, false);
  assert.equal(ask("kontroll", { kind: "Døme" }).wants, true);
  assert.equal(ask("bykommune").wants, true);
  assert.equal(ask("tiltak").wants, true, "few pages");
  assert.equal(ask("kontroll startbank").wants, true, "a word that stands nowhere");
  const before = ask("startbank");
  assert.deepEqual([before.wants, before.none], [true, true]);
  ask.extend([
    { location: "eksempel/a/#grep-03", title: "Sjekk", text: "Alle må stå i Startbank." },
    { location: "eksempel/ny/#x", title: "Ukjend", text: "Startbank" },
  ]);
  const after = ask("startbank");
  assert.deepEqual([after.wants, after.none], [false, false]);
  assert.equal(after.items[0].location, "eksempel/a/#grep-03");
  assert.equal(ask("bykommune").items[0].location, "eksempel/a/");
});

test("words that stand side by side count for more than the same words apart", () => {
  const ask = search({
    docs: [
      page("a/", "Ting", "Seks ting. Det gjeld i to månader, og seks andre."),
      page("b/", "Attest", "Han kan vere seks månader gammal."),
      ..."cdefg".split("").map((letter) => page(`${letter}/`, "Side", "Anna.")),
    ],
  });
  assert.equal(ask("seks månader").items[0].location, "b/");
});

test("a part of the index may come as its file has it", () => {
  const answer = answerer();
  const file = (/** @type {unknown} */ data) =>
    /** @type {ArrayBuffer} */ (new TextEncoder().encode(JSON.stringify(data)).buffer);
  assert.deepEqual(answer(file(index)), { ready: true });
  assert.deepEqual(answer(file([])), { ready: true });
  const reply = answer({ query: "kontroll" });
  assert.equal("answer" in reply && reply.answer.items[0].location, "kontroll/");
  assert.throws(() => answer(new ArrayBuffer(1)), SyntaxError);
});

test("a question that names the law is answered by the law", () => {
  const others = Array.from({ length: 20 }, (_, n) => page(`${n}/`, `Side ${n}`, "Noko anna."));
  const ask = search({
    docs: [
      ...others,
      {
        ...page("strategi/", "Lærlingar", "Lærlingar i strategien, slik lova og loa krev. Plikt."),
        heading: "",
      },
      page("regelverk/", "Regelverk", "Paragrafar."),
      {
        location: "regelverk/#loa-5h",
        title: "Lærlingar",
        text: "Lærlingar i kontrakten, slik lova og loa krev. Plikt.",
        entry: true,
      },
    ],
  });
  const first = (/** @type {string} */ query) => ask(query).items[0].location;
  assert.equal(first("lærlingar"), "strategi/");
  for (const query of [
    "lova om lærlingar",
    "lærlingar loa",
    "plikt til lærlingar",
    "må vi ha lærlingar",
    "er det forbode med lærlingar",
  ])
    assert.equal(first(query), "regelverk/#loa-5h", query);
});

test("what people ask of the law is a name of the section for those who ask about the law", () => {
  const others = Array.from({ length: 20 }, (_, n) => page(`${n}/`, `Side ${n}`, "Noko anna."));
  const ask = search({
    docs: [
      ...others,
      { ...page("tilsyn/", "Påseplikt, tilsyn, firma, løn og skatt", "Noko anna."), heading: "" },
      page("regelverk/", "Regelverk", "Paragrafar."),
      {
        location: "regelverk/#f166-6",
        title: "Undersøking",
        text: "Slik er det.",
        ways: ["kven har påseplikt"],
        entry: true,
      },
    ],
  });
  const first = (/** @type {string} */ query) => ask(query).items[0].location;
  assert.equal(first("påseplikt"), "tilsyn/");
  assert.equal(first("har vi plikt til påseplikt"), "regelverk/#f166-6");
});

test("a section is no part of a word before it, and a page may answer by all its entries", () => {
  const rows = ["Betaling", "Lærlingar", "Kontroll"].map((title, number) => ({
    location: `regelverk/#loa-5${"ghi"[number]}`,
    title: `§ 5${"ghi"[number]}: Del ${number}`,
    text: `Slik er det med ${title}.`,
    entry: true,
  }));
  const top = { ...page("regelverk/", "Regelverk", "Alt om lova."), ways: ["anskaffelseslova"] };
  const other = page("om/", "Om", "Betaling, men ikkje lærlingar.");
  const ask = (/** @type {boolean} */ whole) =>
    search({ docs: [{ ...top, whole }, ...rows, other] });
  const first = (/** @type {string} */ query, whole = true) => ask(whole)(query).items[0].location;
  assert.equal(first("anskaffelseslova § 5h", false), "regelverk/#loa-5h");
  assert.match(first("betaling lærlingar"), /^regelverk/);
  assert.equal(first("betaling lærlingar", false), "om/");
});

test("a word that only looks like two words of the site is told of, and half a question is none", () => {
  const ask = search({
    docs: [
      page("bank/", "Betaling", "Alle betaler skatt. Vatn er ei vare. Utleige er lov."),
      page("sentral/", "Liste", "Ei sentral ordning for godkjenning av alle."),
      page(
        "rutine/",
        "Rutine",
        "Kontroll av alle, kvart år, med alt som høyrer til og meir enn det. Ny rutine. Ein mal.",
      ),
    ],
  });
  const told = (/** @type {string} */ query) => [ask(query).missing, ask(query).none];
  assert.deepEqual(told("vatnskatt"), [[], false], "in one line");
  assert.deepEqual(told("vatnrutine"), [["vatnrutine"], true]);
  assert.deepEqual(told("sentralgodkjenning"), [[], false]);
  assert.deepEqual(told("fotballbane utleige"), [["fotballbane"], true]);
  assert.deepEqual(told("fotballbane rutine"), [["fotballbane"], false]);
  assert.deepEqual(told("fotballbane utleige skatt"), [["fotballbane"], false]);
  assert.deepEqual(told("fotballbane rutlne"), [["fotballbane"], true], "a guess is no answer");
  assert.deepEqual(told("skattsmal"), [[], false], "of two words that the site has");
});
