// The place on a page that answers, and a line of its text around the hits.

import { words } from "./words.js";

const BEFORE = 60; // letters shown before the first hit
const LENGTH = 180; // letters shown in all
const COUNTS = 0.1; // a hit worth less is not marked
const IN_TITLE = 1.5; // a hit in the heading, against one in the text
const DENSE = 40; // hits of a text looked through for the densest place
const KEPT = 1000; // texts kept read

// `finder(language)(groups)`: { place, mark }. `place(places)` is the best of `places` ([{ title, text }]) and a line of
// it, { place, text }; `mark(text)` is a whole text. Both texts are segments [{ text, hit }].
export function finder(language) {
  const read = new Map(); // text -> where each index term stands in it

  function standing(text) {
    if (read.size > KEPT) read.clear();
    if (!read.has(text)) read.set(text, whereabouts(text, language));
    return read.get(text);
  }

  return (groups) => {
    const wanted = strongest(groups);

    // [{ start, end, group, weight }] in order
    function hits(text) {
      const found = new Map();
      const { tokens, terms } = standing(text);
      for (const [term, worth] of wanted)
        for (const at of terms.get(term) ?? []) if (worth.weight > (found.get(at)?.weight ?? 0)) found.set(at, worth);
      return [...found].sort(([a], [b]) => a - b).map(([at, worth]) => ({ ...tokens[at], ...worth }));
    }

    function place(places) {
      let best = { score: -1 };
      for (const candidate of places) {
        const found = hits(candidate.text);
        const inTitle = worth(hits(candidate.title));
        // The top of the page is the place when its name is what was asked for, and the first of equals
        const score = worth(found) + inTitle * (candidate === places[0] ? 2 * IN_TITLE : IN_TITLE);
        if (score > best.score) best = { candidate, found, score };
      }
      return { place: best.candidate, text: excerpt(best.candidate.text, best.found) };
    }

    return { place, mark: (text) => segments(text, 0, text.length, hits(text)) };
  };
}

// { tokens: [{ start, end }], terms: Map(term -> token numbers) }
function whereabouts(text, { key, partsOf, named }) {
  const tokens = words(text);
  const terms = new Map();
  const note = (term, at) => (terms.has(term) ? terms.get(term).push(at) : terms.set(term, [at]));
  tokens.forEach((token, at) => {
    note(key(token.word), at);
    for (const part of partsOf(token)) note(`~${part}`, at);
  });
  for (const { id, from, to } of named(tokens)) for (let at = from; at < to; at++) note(`#${id}`, at);
  return { tokens: tokens.map(({ start, end }) => ({ start, end })), terms };
}

// Map(term -> { group, weight }) of the terms worth marking, each for the group that wants it most
function strongest(groups) {
  const best = new Map();
  groups.forEach(({ terms }, group) => {
    for (const [term, weight] of terms) if (weight >= COUNTS && weight > (best.get(term)?.weight ?? 0)) best.set(term, { group, weight });
  });
  return best;
}

// The best hit of each group, and a little for more
function worth(found) {
  const best = new Map();
  for (const { group, weight } of found) if (weight > (best.get(group) ?? 0)) best.set(group, weight);
  let sum = Math.min(found.length, 10) * 0.02;
  for (const weight of best.values()) sum += weight;
  return sum;
}

function excerpt(text, found) {
  const first = densest(found);
  const start = wordStart(text, Math.max(0, (first?.start ?? 0) - BEFORE));
  const end = wordEnd(text, start + LENGTH);
  const shown = segments(text, start, end, found);
  if (start > 0) shown.unshift({ text: "… ", hit: false });
  if (end < text.length) shown.push({ text: " …", hit: false });
  return shown;
}

// The hit that the most of what was asked for follows closely
function densest(found) {
  let best;
  let most = -1;
  const some = found.slice(0, DENSE);
  for (const hit of some) {
    const close = some.filter((other) => other.start >= hit.start && other.end <= hit.start + LENGTH - BEFORE);
    const value = worth(close);
    if (value > most) [best, most] = [hit, value];
  }
  return best;
}

function segments(text, start, end, found) {
  const shown = [];
  let at = start;
  for (const hit of found) {
    if (hit.start < at || hit.end > end) continue;
    if (hit.start > at) shown.push({ text: text.slice(at, hit.start), hit: false });
    shown.push({ text: text.slice(hit.start, hit.end), hit: true });
    at = hit.end;
  }
  if (at < end) shown.push({ text: text.slice(at, end), hit: false });
  return shown;
}

const wordStart = (text, at) => (at === 0 ? 0 : text.indexOf(" ", at) + 1 || at);
const wordEnd = (text, at) => (at >= text.length ? text.length : Math.max(text.lastIndexOf(" ", at), 1));
