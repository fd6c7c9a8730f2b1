// Rank the pages that answer a question. A page about the subject comes before pages that mention
// it, and each page is listed once.

/** @typedef {import("./expand.js").Group} Group */
/** @typedef {import("./units.js").Unit} Unit */
/** @typedef {{ unit: Unit, sum: number, matched: Set<number> }} Hit `matched`: numbers of the groups it has */

// The queries in bench/search/queries.tsv test all weights here, and there is no other source for
// them. After a change, run `python -m bench.search`, and compare the results by kind of query.
// A word in a title, a heading, or the description of a page says what the page is about; the
// headings below say it of a part of the page; the text may only mention it.
const BOOST = { title: 4, heading: 4, about: 4, headings: 2, text: 1 };
// Whoever types «§ 5k» wants that section, and the other words matter less (kind `section`)
const SECTION = 2;
// A term with at least this weight counts as the word itself when a title is compared with the
// question. Terms that only have the word as a part weigh less.
const STRONG = 0.5;
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
  regelverk: 0.9,
  omsyn: 0.3,
  bransje: 0.8,
  sjekklister: 0.6,
  nedlasting: 0.65,
  oving: 0.3,
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
 * @param {Group[]} groups what to look for
 * @param {Pick<import("./units.js").Units, "units" | "mini">} index of the site
 * @returns {(Hit & { score: number })[]} the best first, each page once
 */
export function rank(groups, { units, mini }) {
  /** @type {Map<number, Hit>} */
  const scores = new Map();
  const telling = groups.map(({ terms }, number) => {
    const found = scored(mini, terms);
    for (const [id, score] of found) {
      const hit = scores.get(id) ?? { unit: units[id], sum: 0, matched: new Set() };
      scores.set(id, hit);
      hit.sum += score * worth(groups[number]);
      hit.matched.add(number);
    }
    return found.length ? Math.log(1 + units.length / found.length) : 0;
  });
  const found = [...scores.values()].map((hit) => ({ ...hit, score: weigh(hit, groups, telling) }));
  found.sort((a, b) => b.score - a.score || a.unit.id - b.unit.id);
  const pages = new Set();
  return found.filter(({ unit }) => !pages.has(unit.page) && pages.add(unit.page));
}

// Parts of the site whose front page lists the pages of it
const PARTS = new Set(["sporsmal", "grep", "nedlasting"]);
// Such a front page names the subject of every page in its part, and must not come before them
const INDEX = 0.8;
// Guidance, and the list of examples, come before a single example unless it is asked for by name
// (kind `example`)
const EXAMPLE = 0.65;

/** @param {Group} group of a question; a section of a law counts for more */
const worth = ({ word }) => (word.startsWith("§") ? SECTION : 1);

/**
 * @param {import("minisearch").default} mini the index
 * @param {Map<string, number>} terms with their weights
 * @returns {[id: number, score: number][]} what has any of them
 */
function scored(mini, terms) {
  const [names, weights] = [[...terms.keys()], [...terms.values()]];
  if (!names.length) return [];
  const found = mini.search("", {
    tokenize: () => names,
    processTerm: (term) => term,
    boostTerm: (_, number) => weights[number],
    boost: BOOST,
    combineWith: "OR",
  });
  // MiniSearch multiplies the score by the number of terms found. Our terms are several ways to say
  // the same word, so the number is taken out again.
  return found.map(({ id, score, queryTerms }) => [id, score / queryTerms.length]);
}

/**
 * A page that lacks one of the words loses the more, the rarer that word is on the site.
 * @param {Hit} hit a page
 * @param {Group[]} groups what was looked for
 * @param {number[]} telling how much each of them tells
 * @returns {number} how well the page answers
 */
function weigh({ unit, sum, matched }, groups, telling) {
  const has = [...matched].reduce((total, number) => total + telling[number], 0);
  const asked = telling.reduce((total, value) => total + value, 0);
  return sum * (has / asked) ** ONLY_PARTLY * kind(unit.page.location) * titled(unit, groups);
}

/**
 * @param {string} location of a page
 * @returns {number} how likely it is to be the answer, all else equal
 */
function kind(location) {
  const [part, page] = location.replace(/(index)?(\.html)?$/, "").split("/");
  return (
    (KIND[part] ?? 1) *
    (PARTS.has(part) && !page ? INDEX : 1) *
    (part === "eksempel" && page ? EXAMPLE : 1)
  );
}

/**
 * Gives up to four times the score to a page whose name is what was asked for, and nothing else.
 * @param {Unit} unit a page or an entry
 * @param {Group[]} groups what was looked for
 * @returns {number} 1 to 4
 */
const titled = (unit, groups) =>
  Math.max(...unit.names.map((name) => (1 + sameness(name, groups)) ** 2));

/**
 * @param {Unit["names"][number]} name of a page
 * @param {Group[]} groups what was looked for
 * @returns {number} 0 to 1
 */
function sameness({ terms, length }, groups) {
  const hits = groups.filter((group) =>
    terms.some((term) => (group.terms.get(term) ?? 0) >= STRONG),
  ).length;
  return Math.min(1, hits / length) * (hits / groups.length) ** 2;
}
