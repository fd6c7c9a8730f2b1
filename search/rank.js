// Which pages answer best. A page that is about it beats a page that mentions it; one place a page.

const BOOST = { title: 6, about: 3, headings: 2, text: 1 };
const ONLY_PARTLY = 1.5; // how hard a page is held to having everything asked for

// How likely a page of a kind is to be the answer, all else equal. By first part of the address.
const KIND = { sporsmal: 1.25, grep: 1.25, strategi: 1.15, nedlasting: 0.95, kjelder: 0.35, om: 0.6, bidra: 0.7, data: 0.6, tilgjenge: 0.6, alt: 0.2 };
const INDEX = 0.9; // the front page of a part, against the pages of it

// [{ unit, score, matched: Set(group number) }], best first, each page once
export function rank(groups, { units, mini }) {
  const scores = new Map();
  groups.forEach(({ terms }, number) => {
    for (const [id, score] of scored(mini, terms)) {
      const unit = scores.get(id) ?? scores.set(id, { unit: units[id], sum: 0, matched: new Set() }).get(id);
      unit.sum += score;
      unit.matched.add(number);
    }
  });
  const found = [...scores.values()].map((hit) => ({ ...hit, score: weigh(hit, groups) }));
  found.sort((a, b) => b.score - a.score || a.unit.id - b.unit.id);
  const pages = new Set();
  return found.filter(({ unit }) => !pages.has(unit.page) && pages.add(unit.page));
}

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
  // MiniSearch multiplies by the number of terms that hit; ours are several ways of saying one thing
  return found.map(({ id, score, queryTerms }) => [id, score / queryTerms.length]);
}

function weigh({ unit, sum, matched }, groups) {
  return sum * (matched.size / groups.length) ** ONLY_PARTLY * kind(unit.page.location) * titled(unit, groups);
}

function kind(location) {
  const [first] = location.split(/[/.#]/);
  return KIND[first] ?? 1;
}

// Up to twice as much for a title that says what was asked for and nothing else
function titled(unit, groups) {
  const hits = groups.filter(({ terms }) => unit.titleTerms.some((term) => (terms.get(term) ?? 0) >= 0.5)).length;
  const precision = Math.min(1, hits / unit.titleWords);
  return 1 + precision * (hits / groups.length);
}
