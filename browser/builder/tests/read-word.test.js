// Opening a Word file again that was made here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readWord } from "../read-word.js";
import { FileFault } from "../unzip.js";
import { zip } from "../zip.js";

const SPACE = "urn:x-strategisk-mot-akrim:svar:1";

/**
 * @param {string} part with the answers
 * @param {string} [name] of the part
 */
const word = async (part, name = "customXml/item1.xml") =>
  readWord(
    await zip([
      ["word/document.xml", "<w/>"],
      ["customXml/item9.xml", "<a/>"],
      [name, part],
    ]),
  );

test("fields and answers are read", async () => {
  const part = `<svar xmlns="${SPACE}" dokument="kapittel" malform="nb"><felt><verksemd>Bø &amp; &lt;co&gt;</verksemd><rolle.kontroll></rolle.kontroll><tekst.grep-02>ein&#10;to
tre</tekst.grep-02></felt><fil>{"version":1,"a":"&lt;b&gt; &amp;amp;"}</fil></svar>`;
  assert.deepEqual(await word(part), {
    document: "kapittel",
    edition: "nb",
    fields: { verksemd: "Bø & <co>", "tekst.grep-02": "ein\nto\ntre" },
    answers: { version: 1, a: "<b> &amp;" },
  });
});

test("so they are when a program has written the part anew", async () => {
  const part = `\ufeff<?xml version="1.0"?><ns0:svar dokument="strategi" malform="nn" xmlns:ns0="${SPACE}"><ns0:felt><ns0:verksemd>IKS</ns0:verksemd><ns0:mal.1/></ns0:felt><ns0:fil/></ns0:svar>`;
  const read = await word(part, "customXml/item3.xml");
  assert.deepEqual(read, {
    document: "strategi",
    edition: "nn",
    fields: { verksemd: "IKS" },
    answers: null,
  });
});

test("an answer file that cannot be read is none", async () => {
  for (const text of ["{", "[]", "3", "null"]) {
    const part = `<svar xmlns="${SPACE}" dokument="x" malform="nn"><felt></felt><fil>${text}</fil></svar>`;
    assert.equal((await word(part)).answers, null, text);
  }
});

test("a Word file from elsewhere is foreign", async () => {
  for (const part of ["<a/>", `<svar xmlns="urn:other"><felt/></svar>`])
    await assert.rejects(
      word(part),
      (fault) => fault instanceof FileFault && fault.code === "foreign",
    );
  const sheet = await zip([["xl/workbook.xml", "<x/>"]]);
  await assert.rejects(
    readWord(sheet),
    (fault) => fault instanceof FileFault && fault.code === "foreign",
  );
});
