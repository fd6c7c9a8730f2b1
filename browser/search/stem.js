// The stem of a word: Norwegian Snowball, with what it gets wrong mended before and after.
// A stem is only a key that forms of one word share; nobody reads it.

import { stemmer as snowball } from "@orama/stemmers/norwegian";
import { common } from "./forms.js";

const SHORT = 4; // a word with fewer letters has no ending to lose

// Words whose ending is not an ending, or that change inside
const IRREGULAR = new Map(
  Object.entries({
    registre: "regist",
    registra: "regist",
    registrene: "regist",
    sentra: "sent",
    sentre: "sent",
    bøter: "bot",
    døme: "døme",
    dømer: "døme",
    døma: "døme",
    senter: "sent",
  }),
);

/**
 * The stem of a word.
 * @param {string} word in small letters
 * @returns {string} the key that its forms share
 */
export function stem(word) {
  const plain = common(word);
  if (plain.length < SHORT || /\d/.test(plain)) return plain;
  return IRREGULAR.get(plain) ?? law(plain) ?? after(snowball(before(plain)));
}

/**
 * Snowball takes -lov for an ending: anskaffelsesloven would be anskaffelse.
 * @param {string} word in small letters
 * @returns {string | undefined} the stem of the name of a law
 */
const law = (word) => /^(.{2,}lov)(a|en|er|ene|ens|s)?$/.exec(word)?.[1];

/** @param {string} word where -ede ends kjede oftener than a verb */
const before = (word) => word.replace(/ede$/, "ed");

/**
 * Takes away what Snowball leaves: -itet, nynorsk -heta, names of deeds (-ing) and of those who do them (-ar, -er).
 * @param {string} word after Snowball
 * @returns {string} the word without
 */
const after = (word) => LEFT.reduce(strip, word);
/** @type {[RegExp, string][]} */
const LEFT = [
  [/itet$/, "it"],
  [/het$/, ""],
  [/sning$/, "s"],
  [/ing$/, ""],
  [/(ar|er|ern)$/, ""],
];

/**
 * @param {string} word after Snowball
 * @param {[RegExp, string]} ending to take away, and what to put instead
 * @returns {string} the word without, unless too little would be left
 */
function strip(word, [ending, instead]) {
  const rest = word.replace(ending, instead);
  return rest.length >= SHORT ? rest : word;
}
