// Level the regular differences between nynorsk and bokmål, so that both forms have the same key.
// Words that no rule covers, such as verksemd and virksomhet, come as pairs in the index.

/** @type {[RegExp, string][]} */
const RULES = [
  [/^kv/, "hv"], // kvitvasking, hvitvasking
  [/heit/g, "het"], // openheit, åpenhet
  [/rein(?=hal|gj)/g, "ren"], // reinhald, renhold
  [/eigen/g, "egen"], // eigenrapport, egenrapport
  [/heil/g, "hel"], // heilskap, helhet
  [/au(?=[kgs])/g, "ø"], // auke, øke
  [/([gkln])gj(?=[aei])/g, "$1g"], // byggje, bygge; følgje, følge; mengje, mengde
  [/kkj(?=[aei])/g, "kk"], // ikkje, ikke
  [/hald/g, "hold"], // innhald, innhold
  [/bod(?=$|e|a|s)/g, "bud"], // tilbod, tilbud
  [/lønn/g, "løn"], // lønsslipp, lønnsslipp
  [/tenest/g, "tjenest"], // tenestepensjon, tjenestepensjon
  [/utan/g, "uten"], // utanlandsk, utenlandsk
];

// Most words have nothing to level, and every word of the site is asked about
const ANY = new RegExp(RULES.map(([from]) => from.source).join("|"));

/**
 * Levels the two målformer.
 * @param {string} word in small letters
 * @returns {string} the form that both share; no word of either
 */
export const common = (word) =>
  ANY.test(word) ? RULES.reduce((form, [from, to]) => form.replace(from, to), word) : word;
