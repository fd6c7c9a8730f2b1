// The place on a page that answers, and a line of its text around the hits.

import { words } from "./words.js";

const BEFORE = 60; // letters shown before the first hit
const LENGTH = 180; // letters shown in all
const COUNTS = 0.1; // a hit worth less is not marked

// `finder(language)(places, groups)`: { place, text } of the best of `places` ([{ title, text }]), where text is
// segments [{ text, hit }]; and `mark(text, groups)`: the same for a whole text.
export function finder(language) {
  const read = new Map(); // text -> what it holds, for the pages just shown

  function tokensOf(text) {
    if (read.size > 400) read.clear();
    if (!read.has(text)) read.set(text, tokenize(text, language));
    return read.get(text);
  }

  // [{ start, end, group, weight }] in order
  function hits(text, groups) {
    const found = [];
    for (const { start, end, terms } of tokensOf(text)) {
      const best = strongest(terms, groups);
      if (best.weight >= COUNTS) found.push({ start, end, ...best });
    }
    return found;
  }

  function place(places, groups) {
    const scored = places.map((candidate) => {
      const inText = hits(candidate.text, groups);
      const inTitle = hits(candidate.title, groups);
      return { candidate, inText, score: worth(inText) + 1.5 * worth(inTitle) };
    });
    // The first of equals: the top of the page
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return { place: best.candidate, text: excerpt(best.candidate.text, best.inText) };
  }

  return { place, mark: (text, groups) => segments(text, 0, text.length, hits(text, groups)) };
}

function tokenize(text, { key, partsOf, named }) {
  const tokens = words(text);
  const found = tokens.map((token) => ({ start: token.start, end: token.end, terms: [key(token.word), ...partsOf(token).map((part) => `~${part}`)] }));
  for (const { id, from, to } of named(tokens)) for (let at = from; at < to; at++) found[at].terms.push(`#${id}`);
  return found;
}

function strongest(terms, groups) {
  let best = { weight: 0, group: -1 };
  groups.forEach(({ terms: wanted }, group) => {
    for (const term of terms) if ((wanted.get(term) ?? 0) > best.weight) best = { weight: wanted.get(term), group };
  });
  return best;
}

// The best hit of each group, and a little for more
function worth(found) {
  const best = new Map();
  for (const { group, weight } of found) best.set(group, Math.max(best.get(group) ?? 0, weight));
  return [...best.values()].reduce((sum, weight) => sum + weight, 0) + Math.min(found.length, 10) * 0.02;
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
  for (const hit of found) {
    const close = found.filter((other) => other.start >= hit.start && other.end <= hit.start + LENGTH - BEFORE);
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
