import assert from "node:assert/strict";
import { test } from "node:test";
import { empty } from "../../answers/file.js";
import { KNOWN } from "../../answers/tests/known.js";
import { derive, pinned } from "../derive.js";
import { missing } from "../faults.js";

/** @typedef {import("../../answers/file.js").Answers} Answers */

/** @param {Partial<Answers>} more than nothing */
const given = (more) => ({ ...empty(), ...more });
/**
 * @param {Partial<Answers>} more than nothing
 * @param {string} [edition] of the document
 */
const filled = (more, edition = "nn") => derive(given(more), KNOWN, edition, "2026-11-26");

test("a day is written out, a choice is in words, and what is wrong is left open", () => {
  const fields = {
    verksemd: " Bø kommune ",
    verksemdstype: "stat",
    "dato.rapport": "2027-03-01",
    "tal.millionar": "mange",
  };
  const { shown, stored } = filled({ fields }, "nb");
  assert.equal(shown.verksemd, "Bø kommune");
  assert.equal(shown.verksemdstype, "statlig");
  assert.equal(shown["dato.rapport"], "1.\u00a0mars 2027");
  assert.equal(stored["dato.rapport"], "2027-03-01");
  assert.equal(stored.verksemdstype, "stat");
  assert.equal("tal.millionar" in shown, false);
});

test("words of ours follow the document, and words of the reader stay", () => {
  const ours = { "organ.vedtak": "leiargruppa" };
  assert.equal(filled({ fields: ours }, "nb").shown["organ.vedtak"], "ledergruppen");
  const own = { "organ.vedtak": "styringsgruppa" };
  assert.equal(filled({ fields: own }, "nb").shown["organ.vedtak"], "styringsgruppa");
});

test("a file tells the edition and the document, also where the reader let them stand", () => {
  const kept = JSON.parse(filled({}).answers);
  assert.deepEqual([kept.edition, kept.document], ["nn", "kapittel"]);
  const other = pinned({ ...empty(), edition: "nb", document: "strategi" }, "nn");
  assert.deepEqual([other.edition, other.document], ["nb", "strategi"]);
});

test("hours are contracts times hours", () => {
  const fields = {
    "tal.kontraktar": "12",
    "tal.kontrollar": "12",
    "tal.besok": "2",
    "timar.avvik": "10",
  };
  const { shown } = filled({ fields });
  assert.equal(shown["timar.vurdering"], "12");
  assert.equal(shown["timar.kontroll"], "42");
  assert.equal(shown["tal.timar"], "64");
});

test("what is unknown stays open", () => {
  const fields = { "tal.kontraktar": "12" };
  assert.equal("tal.kontraktar" in filled({ fields, unknown: ["tal.kontraktar"] }).shown, false);
});

test("our advice holds until something else is chosen, and going further comes on top of it", () => {
  const { keep } = filled({});
  assert.deepEqual([keep.standard, keep.card, keep.rettleiing], [false, false, false]);
  assert.equal(keep["kapasitet.advice"], true);
  assert.equal(keep["grep-02.advice"], true);
  assert.equal(keep["grep-04.advice"], false);
  const further = filled({ levels: { "grep-02": "further" }, reasons: { "grep-02": "Fordi" } });
  assert.equal(further.keep["grep-02.advice"], true);
  assert.equal(further.keep["grep-02.further"], true);
  assert.equal(further.keep["grep-02.reason"], true);
  assert.equal(further.shown["grunn.grep-02"], "Fordi");
});

test("an own text replaces ours, and an empty one leaves nothing", () => {
  const own = filled({ levels: { kapasitet: "own" }, texts: { kapasitet: "Vårt" } });
  assert.equal(own.keep["kapasitet.own"], true);
  assert.equal(own.keep["kapasitet.advice"], false);
  assert.equal(own.shown["tekst.kapasitet"], "Vårt");
  assert.equal(filled({ levels: { kapasitet: "own" } }).keep["kapasitet.own"], false);
});

test("a measure for some sectors is not in the document of a body that buys nothing there", () => {
  const levels = /** @type {const} */ ({ "grep-04": "advice" });
  assert.equal(filled({ levels }).keep["grep-04.advice"], true);
  assert.equal(filled({ levels, sectors: ["reinhald"] }).keep["grep-04.advice"], true);
  assert.equal(filled({ levels, sectors: ["ikt-tenester"] }).keep["grep-04.advice"], false);
});

test("a passage goes when the answer is that there is none", () => {
  /** @param {Record<string, string>} fields typed */
  const some = (fields) => filled({ fields }).keep;
  assert.equal(some({})["some:tal.kroner"], true);
  assert.equal(some({ "tal.kroner": "20 000" })["some:tal.kroner"], true);
  assert.equal(some({ "tal.kroner": "0" })["some:tal.kroner"], false);
  assert.equal(some({})["some:omrade.2"], true);
  assert.equal(some({ "omrade.1": "reinhald" })["some:omrade.2"], false);
  assert.equal(some({ "omrade.1": "a", "omrade.2": "b" })["some:omrade.2"], true);
  assert.equal(some({ "rolle.kontroll": "x", "rolle.vikar": "y" })["some:rolle.vikar"], true);
  assert.equal(some({ "rolle.kontroll": "x", "rolle.vikar": "x" })["some:rolle.vikar"], false);
});

test("what there is none of is not missing, and neither is what nobody need answer", () => {
  const lacks = missing(given({ fields: { "omrade.1": "a" } }), KNOWN, [
    "omrade.2",
    "mal.eige",
    "verksemd",
  ]);
  assert.deepEqual(lacks, ["verksemd"]);
  assert.deepEqual(missing(given({}), KNOWN, ["omrade.2"]), ["omrade.2"]);
});

test("the case paper advises what the answers say, and names the document that is made", () => {
  const { keep, shown } = filled({ document: "kapittel" }, "nb");
  assert.deepEqual([keep["alternativ:1"], keep["alternativ:2"]], [true, false]);
  assert.equal(shown["ord.utkast"], "kapitlet");
  assert.equal("ord.utkast" in filled({ document: "strategi" }).shown, false);
  const further = filled({ levels: { "grep-02": "further" }, fields: { samarbeid: "deler" } }).keep;
  assert.deepEqual([further["alternativ:1"], further["alternativ:2"]], [false, true]);
  assert.deepEqual([keep["alternativ:3"], further["alternativ:3"]], [false, true]);
});

test("the goals have a day, and a goal of one's own is there when it is written", () => {
  const { shown, keep } = filled({ fields: { "periode.fra": "2027", "dato.mal": "" } });
  assert.equal(keep.mal, true);
  assert.equal(keep["mal.eige"], false);
  assert.equal(shown["dato.mal"], "31.\u00a0desember 2027");
  assert.equal(filled({ fields: { "mal.eige": "Alt" } }).keep["mal.eige"], true);
});

test("the same answers always give the same filling", () => {
  const fields = { verksemd: "$& <b> \u202e 😀", "periode.fra": "2027" };
  assert.deepEqual(filled({ fields }), filled({ fields }));
});

test("what is only for some types and sectors goes when the answers name others", () => {
  /** @param {object} answers given */
  const keep = (answers) => filled(answers).keep;
  assert.equal(keep({})["only:kommune"], true);
  assert.equal(keep({ fields: { verksemdstype: "kommune" } })["only:kommune"], true);
  assert.equal(keep({ fields: { verksemdstype: "stat" } })["only:kommune"], false);
  assert.equal(keep({})["only:reinhald"], true);
  assert.equal(keep({ sectors: ["reinhald"] })["only:reinhald"], true);
  assert.equal(keep({ sectors: ["ikt-tenester"] })["only:reinhald"], false);
});
