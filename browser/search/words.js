// Find the words of a text and their places. A section of a law counts as one word, «§5k», however
// it is written.

/**
 * @typedef {object} Token a word of a text
 * @property {string} word in small letters, joined at its hyphens
 * @property {string[]} pieces the same parted there
 * @property {number} start where it begins in the text
 * @property {number} end where it ends
 * @property {Token} [whole] the word that it was typed in, with another word
 * @property {string} [loose] the section it may be with a letter that stands apart from its number: «5 k», which in
 *   running text may be «5 i lova», or «5 bokstav k»
 */

const WORD =
  /(§+\s*|\bparagraf\p{L}*\s+|\bpar\.?\s+)?\b(\d{1,3}(?:-\d{1,3})?|(?<=paragraf\p{L}*\s+)(?:to|fire|fem|sju|syv|åtte|ni))(?:(\s?|\s+bokstav\s+)([a-p]))?(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/giu;

// Sections that people may say in words: «paragraf fem k»
/** @type {Record<string, string>} */
const SAID = { to: "2", fire: "4", fem: "5", sju: "7", syv: "7", åtte: "8", ni: "9" };

const KEPT = 50_000; // so many spellings are kept; after that, all are forgotten
/** @type {Map<string, Pick<Token, "word" | "pieces">>} */
const read = new Map();

/**
 * The words of a text as they are written there, for a reader who needs no places: it is several times as fast.
 * @param {string} text any
 * @returns {string[]} in order
 */
export const spellings = (text) => text.match(WORD) ?? [];

/**
 * @param {string} spelling of one word
 * @returns {Token} the word
 */
export const wordOf = (spelling) =>
  /[\d\s]/.test(spelling)
    ? words(spelling)[0]
    : { ...spelled(spelling), start: 0, end: spelling.length };

/**
 * The words of a text.
 * @param {string} text any
 * @returns {Token[]} in order
 */
export function words(text) {
  /** @type {Token[]} */
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const [start, end] = [match.index, match.index + match[0].length];
    found.push(match[2] ? section(match, start, end) : plain(match[0], start, end));
  }
  return found;
}

/**
 * @param {string} raw as it stands
 * @param {number} start of it
 * @param {number} end of it
 * @returns {Token} the word
 */
function plain(raw, start, end) {
  const known = read.get(raw) ?? spelled(raw);
  if (read.size > KEPT) read.clear();
  read.set(raw, known); // the same words come again and again
  return { word: known.word, pieces: known.pieces, start, end };
}

/**
 * @param {string} raw as it stands
 * @returns {Pick<Token, "word" | "pieces">} the word
 */
function spelled(raw) {
  const pieces = raw.normalize("NFC").toLowerCase().split(/[-‐‑]/);
  // Norwegian never writes a letter three times, so kontroll-logg without its hyphen is kontrollogg
  const word = pieces.join("").replace(/(.)\1\1/gu, "$1$1");
  return { word, pieces };
}

/**
 * @param {RegExpMatchArray} match of a number with a sign, a letter or both
 * @param {number} start of it
 * @param {number} end of it
 * @returns {Token} the section, or a plain number
 */
function section([, sign, said, space, letter], start, end) {
  const number = SAID[said.toLowerCase()] ?? said;
  const attached = letter && !space;
  if (!sign && !attached && !letter && !number.includes("-"))
    return { word: number, pieces: [number], start, end };
  const bare = sign || number.includes("-") ? `§${number}` : number;
  const word = attached ? `§${number}${letter.toLowerCase()}` : bare;
  return {
    word,
    pieces: [word],
    start,
    end,
    loose: space && letter ? `§${number}${letter.toLowerCase()}` : undefined,
  };
}
