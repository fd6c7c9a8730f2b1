// Words, stems, folding, splitting and spelling, as tables: what goes in, what comes out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../shared/fold.js";
import { common } from "../forms.js";
import { language } from "../language.js";
import { edits, speller } from "../spell.js";
import { stem } from "../stem.js";
import { words } from "../words.js";

const SAME = `
arbeidslivskriminalitet arbeidslivskriminaliteten
leverandørkjede leverandørkjeda leverandørkjeden leverandørkjeder leverandørkjedene
lærling lærlingar lærlinger lærlingane lærlingene lærlingenes
kontroll kontrollar kontroller kontrollane kontrollene kontrollen kontrollere kontrollerer kontrollerte kontrollering
strategi strategien strategiar strategier strategiene
skatteattest skatteattestar skatteattester skatteattestane
fagarbeidar fagarbeider fagarbeidere fagarbeidarane fagarbeiderne
anskaffelse anskaffelser anskaffelsen anskaffing anskaffingar anskaffinga
anskaffelsesloven anskaffelseslova
åpenhet åpenheten
avvising avvisning avvisningen
vurdering vurderinga vurdere vurderer vurdert
indikator indikatorar indikatorer indikatorane
sjekkliste sjekklista sjekklistene
kapasitet kapasiteten
tilbod tilbud
reinhald renhold
kvitvasking hvitvasking
løn lønn
register registeret registre registera`;

test("forms of one word have one stem", () => {
  for (const line of SAME.trim().split("\n")) {
    const stems = new Set(line.split(" ").map(stem));
    assert.equal(stems.size, 1, `${line}: ${[...stems]}`);
  }
});

const APART = `mål mal
åpen åpenhetsloven
anskaffelse anskaffelsesloven
ledd leder
plan plass
innleige innlegg
skatt skate`;

test("words that only look alike have their own", () => {
  for (const line of APART.split("\n")) {
    const [one, other] = line.split(" ");
    assert.notEqual(stem(one), stem(other), line);
  }
});

test("regular differences between the målformer are levelled", () => {
  for (const line of [
    "byggjeplass byggeplass",
    "forbod forbud",
    "eigenrapport egenrapport",
    "tenestepensjon tjenestepensjon",
    "innhald innhold",
  ]) {
    const [nn, nb] = line.split(" ");
    assert.equal(common(nn), common(nb));
  }
});

test("æ, ø and å are known however they are typed", () => {
  for (const line of [
    "lærling laerling larling",
    "påseplikt paaseplikt paseplikt",
    "løn loen lon",
    "kjøper kjoeper kjoper",
  ])
    assert.equal(new Set(line.split(" ").map(fold)).size, 1, line);
});

test("a section of the law is one word", () => {
  const table = {
    "§ 5k": "§5k",
    "§5k": "§5k",
    "5k": "§5k",
    "paragraf 5a": "§5a",
    "par. 5p": "§5p",
    "§ 24-9": "§24-9",
    "24-9": "§24-9",
    "§\u00a05i": "§5i",
    500: "500",
  };
  for (const [text, word] of Object.entries(table)) assert.equal(words(text)[0].word, word, text);
  assert.deepEqual(
    words("§§ 5e–5h").map(({ word }) => word),
    ["§5e", "§5h"],
  );
  assert.equal(words("5 k")[0].loose, "§5k");
});

test("a hyphen joins, and three letters are two", () => {
  assert.deepEqual(
    words("A-krim og kontroll-logg").map(({ word }) => word),
    ["akrim", "og", "kontrollogg"],
  );
});

const norsk = language({
  aliases: [
    ["hms-kort", "HMS-kort", "byggekort"],
    ["rolleavklaring", "rolleavklaring", "hvem gjør hva"],
  ],
  pairs: [
    ["verksemd", "virksomhet"],
    ["kven", "hvem"],
  ],
  parts: [
    "anskaffelse",
    "strategi",
    "kontrakt",
    "kontroll",
    "logg",
    "skatt",
    "attest",
    "leverandør",
    "kjede",
    "med",
  ],
});

test("compounds are split at linking s and e, and nothing else is", () => {
  const table = {
    anskaffelsesstrategi: ["anskaffelse", "strategi"],
    kontraktskontrollen: ["kontrakt", "kontroll"],
    skatteattestar: ["skatt", "attest"],
    kontrollogg: ["kontroll", "logg"],
    leverandørkjedene: ["leverandør", "kjede"],
    kontrakt: [],
    medstrategi: [], // a small word is no part
    stratosfære: [],
  };
  for (const [word, parts] of Object.entries(table))
    assert.deepEqual(norsk.partsOf(words(word)[0]), parts.map(norsk.key), word);
});

test("pairs make two words one key, and names of a term are found in a text", () => {
  assert.equal(norsk.key("verksemda"), norsk.key("virksomheten"));
  assert.deepEqual(
    norsk.named(words("Sjekk byggekortet. Hvem gjør hva?")).map(({ id }) => id),
    ["hms-kort", "rolleavklaring"],
  );
  const [reading] = norsk.read("A-krim");
  assert.deepEqual([reading.word, ...reading.terms], ["akrim", "akrim", "~krim"]);
  assert.deepEqual(norsk.called(norsk.read("Sjekk byggekortet.")), [
    { id: "hms-kort", from: 1, to: 2 },
  ]);
});

test("a section with a letter apart is found by the letter, too", () => {
  const terms = (/** @type {string} */ text) => norsk.read(text)[0].terms;
  assert.deepEqual(terms("§ 18-10 a"), ["§18-10", "§18-10a"]);
  assert.deepEqual(terms("§ 18-10 i lova"), ["§18-10"]);
  assert.deepEqual(terms("18 a"), ["18"]);
});

test("near words are one or two slips away", () => {
  assert.equal(edits("kapasistet", "kapasitet", 2), 1);
  assert.equal(edits("risikovuredring", "risikovurdering", 2), 1);
  assert.equal(edits("abc", "xyz", 2), 3);
  const near = speller(["skatteattest", "firmaattest", "lån"]);
  assert.deepEqual(near("skateattest"), [{ word: "skatteattest", distance: 1 }]);
  assert.deepEqual(near("løn"), []);
});

test("no word within reach is passed over, however it differs", () => {
  const vocabulary = ["kontroll", "krav", "mannskap", "åleine", "øving", "æra", "lærling", "s1-2"];
  const near = speller(vocabulary);
  for (const word of vocabulary)
    for (const typed of slips(word)) {
      const distances = vocabulary.map((other) => ({
        word: other,
        distance: edits(typed, other, 2),
      }));
      const least = Math.min(...distances.map(({ distance }) => distance));
      const nearest = distances.filter(({ distance }) => distance === least && least <= 2);
      assert.deepEqual(near(typed, 2), nearest, typed);
    }
});

/**
 * @param {string} word to misspell
 * @returns {string[]} with a letter missing, added, changed and swapped, at each place; and two at once
 */
function slips(word) {
  const one = [...word].flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const swapped = before + after.slice(0, 1) + letter + after.slice(1);
    return [before + after, `${before}z${letter}${after}`, `${before}z${after}`, swapped];
  });
  return [
    word,
    ...one,
    ...one.map((other) => `q${other.slice(1)}`),
    ...one.map((other) => `${other}y`),
  ];
}

test("a section may be said in words, and its letter with «bokstav»", () => {
  const loose = (/** @type {string} */ text) =>
    words(text).map((token) => token.loose ?? token.word);
  assert.deepEqual(loose("paragraf fem k"), ["§5k"]);
  assert.deepEqual(loose("loa 5 bokstav k"), ["loa", "§5k"]);
  assert.deepEqual(loose("§ 24-9 bokstav a"), ["§24-9a"]);
  assert.deepEqual(loose("fem k"), ["fem", "k"]);
  assert.equal(norsk.read("Paragraf fem k")[0].word, "§5");
});
