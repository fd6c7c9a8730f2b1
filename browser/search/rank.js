// Rank the pages that answer a question. A page about the subject comes before pages that mention
// it, and each page is listed once.

/** @typedef {import("./expand.js").Group} Group */
/** @typedef {import("./units.js").Unit} Unit */
/** @typedef {import("./units.js").Name} Name */
/** @typedef {{ unit: Unit, score: number }} Ranked */

// The queries in bench/search/queries.tsv test all weights here, and there is no other source for
// them. After a change, run `python -m bench.search`, and compare the results by kind of query.
// Whoever types «§ 5k» wants that section, and the other words matter less (kind `section`)
const SECTION = 2;
// A term with less weight than this does not count when a name is compared with the question. Terms
// that only have the word as a part weigh less.
const STRONG = 0.4;
// What stands on this share of the units tells nearly nothing: kommune, kontrakt, krav. Rarer words
// count fully (kind C of misses: «Stavanger kommune» is no question about kommune)
const COMMON = 0.25;
const COMMON_WORTH = 0.3;
// A question that begins so asks what a word means, and the glossary answers
const ASKS_MEANING =
  /^\s*(kva|hva|what)\s+(er|betyr|tyder|meines|menes|vil det seie|vil det si|is|does)\b|definisjon|\b(tyder|betyr)\b|\bmeaning\b/iu;
const MEANING = 4;
const MEANT_WORDS = 3; // a longer question is about more than a word
// A question that names a law or a section of one is about what that says, and not about what to do (kind `law`). The
// word «lov» alone may mean that something is allowed
const NAMES_LAW =
  /§|\bparagraf|(?<!\p{L})(loa|foa|lov(a|en|pålag\p{L}*)|\p{L}{3,}lov(a|en)?|\p{L}*forskrift(a|en|er)?|plikt(a|en|er|ar|ene|ane)?|h(ei|je)mmel)(?!\p{L})/iu;
const LAW = 4;
// One that asks what must or may be done, what is forbidden, or from which amount, is often about it too
const ASKS_WHETHER = new RegExp(
  `(?<!\\p{L})(${[
    "(må|skal|kan|bør|får) (vi|de|dei|dere|ein|en|kommunen|leverandøren|kontrakten)",
    "er det (lov|krav|forbode?|forbudt?|tillate|tillatt|straffbart)",
    "krav (om|til)|krever|gjeld(er)?|unntak|tillate?t?|forb[ou]d\\p{L}*|ulovl\\p{L}+",
    "kroner|kr|mill\\p{L}*|beløp\\p{L}*|terskel\\p{L}*",
    "must|duty|law|legal|allowed|required",
  ].join("|")})(?!\\p{L})`,
  "iu",
);
const WHETHER = 2;
// In other questions, a section of the law comes after the page that says what to do, and what people ask of the law is
// no name of it: «påseplikt» alone is no question about who has it
const UNASKED = 0.7;
// An entry of the glossary comes right after the page that is about it
const AFTER = 0.98;
// An exponent above 1 makes a page lose more for each word that it lacks
const ONLY_PARTLY = 1.5;

// How likely a page of each kind is to be the answer, all else equal, by the first part of its
// address. Guidance comes first. The list of sources, and the page about everything, have nearly
// every word, and come last.
/** @type {Record<string, number>} */
const KIND = {
  sporsmal: 1.3,
  grep: 1.3,
  strategi: 1.2,
  lag: 1.1,
  status: 1.1,
  regelverk: 1.05,
  omsyn: 0.8,
  bransje: 1.05,
  sjekklister: 0.6,
  nedlasting: 0.65,
  oving: 0.5,
  ordliste: 0.6,
  eksempel: 0.9,
  om: 0.6,
  bidra: 0.6,
  data: 0.6,
  tilgjenge: 0.6,
  alt: 0.2,
  kjelder: 0.1,
};

/**
 * Ranks what answers a question.
 * @param {import("./expand.js").Asked} asked what to look for
 * @param {Pick<import("./units.js").Units, "units" | "engine" | "calling" | "namesOf" | "leading">} index of the site
 * @param {string} query as it was typed
 * @returns {Ranked[]} the best first, each page once
 */
export function rank(asked, { units, engine, calling, namesOf, leading }, query) {
  const { groups } = asked;
  const [sums, has] = [new Float64Array(units.length), new Float64Array(units.length)];
  const telling = groups.map((group) => {
    const { ids, scores } = engine.score(group.terms);
    const common = groups.length > 1 && ids.length > COMMON * units.length ? COMMON_WORTH : 1;
    const tells = ids.length ? common * Math.log(1 + units.length / ids.length) : 0;
    for (const id of ids) {
      sums[id] += scores[id] * worth(group) * common;
      has[id] += tells;
    }
    return tells;
  });
  const all = telling.reduce((total, value) => total + value, 0);
  const called = calledSo(groups, calling);
  const meaning = groups.length <= MEANT_WORDS && ASKS_MEANING.test(query) ? MEANING : 1;
  const law = aboutLaw(query);
  const hit = units.filter(({ id }) => has[id]);
  const found = hit.map((unit) => {
    const { id, page } = unit;
    const unasked = !law && isSection(unit);
    const name = called.has(id) ? titled(namesOf(unit, !unasked), asked, telling) : 1;
    const whole = sums[id] * (has[id] / all) ** ONLY_PARTLY * kind(page.location) * name;
    const legal = unasked ? UNASKED : (isLaw(unit) && law) || 1;
    return { unit, score: whole * (isTerm(unit) ? meaning : 1) * legal };
  });
  if (meaning === 1) giveWay(found, leading);
  found.sort((a, b) => b.score - a.score || a.unit.id - b.unit.id);
  const pages = new Set();
  return found.filter(({ unit }) => !pages.has(unit.page) && pages.add(unit.page));
}

/**
 * @param {string} query as it was typed
 * @returns {number} how much more the law answers it; 0 where it does not ask about the law
 */
function aboutLaw(query) {
  if (NAMES_LAW.test(query)) return LAW;
  return ASKS_WHETHER.test(query) ? WHETHER : 0;
}

/** @param {Unit} unit a page or an entry */
const isSection = (unit) => isLaw(unit) && unit.places[0] !== unit.page;

/** @param {Unit} unit a page or an entry */
const isLaw = ({ page }) => page.location.startsWith("regelverk");

/** @param {Unit} unit a page or an entry */
const isTerm = ({ page, places }) => page.location.startsWith("ordliste") && places[0] !== page;

/**
 * Puts the page that is about a term before the entry of the glossary.
 * @param {Ranked[]} found pages and entries
 * @param {import("./units.js").Units["leading"]} leading the pages of the entries
 */
function giveWay(found, leading) {
  const own = new Set([...leading].flat());
  const hits = new Map();
  for (const hit of found) if (own.has(hit.unit.id)) hits.set(hit.unit.id, hit);
  for (const [entry, page] of leading) {
    const [hit, about] = [hits.get(entry), hits.get(page)];
    if (!hit || !about) continue;
    about.score = Math.max(about.score, hit.score);
    hit.score = Math.min(hit.score, about.score * AFTER);
  }
}

// Parts of the site whose front page lists the pages of it
const PARTS = new Set(["sporsmal", "grep", "nedlasting"]);
// Such a front page names the subject of every page in its part, and must not come before them
const INDEX = 0.8;
// A name that is the whole question, and nothing more
const EXACTLY = 0.9;
const EXACT = 1.4;
// What a name that also shares the small words of the question is worth beside one that does not
const ALSO = 0.6;
// Guidance, and the list of examples, come before a single example unless it is asked for by name
// (kind `example`)
const EXAMPLE = 0.65;

/** @param {Group} group of a question; a section of a law counts for more */
const worth = ({ word }) => (word.startsWith("§") ? SECTION : 1);

/**
 * Only these can be called what was asked for: to compare the names of all would take half the time.
 * @param {Group[]} groups of the question
 * @param {import("./units.js").Units["calling"]} calling the units by the terms of their names
 * @returns {Set<number>} ids of the units that share a strong term with the question
 */
function calledSo(groups, calling) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const { terms } of groups)
    for (const [term, weight] of terms)
      if (weight >= STRONG) for (const id of calling(term)) found.add(id);
  return found;
}

/**
 * Whether the names of one page have all that was asked for.
 * @param {Group[]} groups of the question
 * @param {import("./units.js").Units["calling"]} calling the units by the terms of their names
 * @returns {boolean} true if so
 */
export function shareName(groups, calling) {
  const [first, ...others] = groups.map((group) => calledSo([group], calling));
  return [...first].some((id) => others.every((ids) => ids.has(id)));
}

/** @type {Map<string, number>} */
const kinds = new Map(); // kept: the same pages come again and again

/**
 * @param {string} location of a page
 * @returns {number} how likely it is to be the answer, all else equal
 */
function kind(location) {
  const known = kinds.get(location);
  if (known !== undefined) return known;
  const [part, page] = location.replace(/(index)?(\.html)?$/, "").split("/");
  const found =
    (KIND[part] ?? 1) *
    (PARTS.has(part) && !page ? INDEX : 1) *
    (part === "eksempel" && page ? EXAMPLE : 1);
  kinds.set(location, found);
  return found;
}

/**
 * Gives several times the score to a page whose name is what was asked for, and nothing else.
 * @param {Name[]} names of a page or an entry
 * @param {import("./expand.js").Asked} asked what was looked for
 * @param {number[]} telling how much each group tells
 * @returns {number} 1 or more
 */
const titled = (names, { groups, all }, telling) =>
  Math.max(
    ...names.map((name) => {
      const same = sameness(name, groups, telling);
      const exact = same > EXACTLY ? EXACT : 1;
      return (1 + same) ** 2 * exact * (same ? 1 + ALSO * overlap(name.all, all) : 1);
    }),
  );

/**
 * How alike two sets of words are, also in words that carry no meaning: «hvem» and «hvor mange» tell
 * two questions with the same noun apart.
 * @param {Set<string>} some keys
 * @param {Set<string>} others keys
 * @returns {number} 0 to 1
 */
function overlap(some, others) {
  let both = 0;
  for (const key of some) if (others.has(key)) both++;
  return both / (some.size + others.size - both || 1);
}

/**
 * @param {Name} name of a page
 * @param {Group[]} groups what was looked for
 * @param {number[]} telling how much each of them tells
 * @returns {number} 0 to 1
 */
function sameness({ terms, length }, groups, telling) {
  let [hits, told, asked] = [0, 0, 0];
  groups.forEach((group, number) => {
    let best = 0;
    for (const term of terms) {
      const weight = group.terms.get(term) ?? 0;
      if (weight > best) best = weight;
    }
    const hit = best >= STRONG ? Math.min(1, best + 0.25) : 0;
    hits += hit;
    told += hit * telling[number];
    asked += telling[number];
  });
  return asked ? Math.min(1, hits / length) * (told / asked) ** 2 : 0;
}
