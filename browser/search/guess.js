// What a word was meant to be: begun but not ended, typed without æ, ø and å, or misspelt.

import { fold } from "./fold.js";
import { allowed, near } from "./spell.js";
import { STOP } from "./stop.js";

const COMPLETIONS = 12; // words a half-typed word is taken for
const CERTAIN = { typed: 0.9, near: 0.7, far: 0.5 }; // how much a guess is worth against a word that is known

// `guesser(language, index)`: { begun, alike, mend }
export function guesser({ key, partsOf }, { surfaces, known }) {
  const folded = foldTable(surfaces);
  const used = (term) => known.has(term) || known.has(`~${term}`);

  // The commonest words that begin as `start` does, one of each key
  function begun(start) {
    const found = new Map();
    if (start.length < 2) return [];
    for (const [word, { key: own }] of surfaces) {
      if (word.startsWith(start) && word !== start && !found.has(own)) found.set(own, word);
      if (found.size === COMPLETIONS) break;
    }
    return [...found.values()];
  }

  // Words that look like `word` when æ, ø and å are typed as a, o and a: [{ word, times }]
  const alike = (word) => (folded.get(fold(key(word))) ?? []).filter((other) => key(other.word) !== key(word));

  // { word, weight, told } for a word nobody uses, or undefined when it can stand as it is. `told`: the reader is told
  // of the guess. A `loose` guess may be far off, and is for when nothing else helps.
  function mend(token, isLast, loose) {
    const { word } = token;
    if (STOP.has(word) || word.startsWith("§") || used(key(word))) return undefined;
    const [typed] = alike(word);
    if (typed) return { word: typed.word, weight: CERTAIN.typed };
    if ((isLast && begun(word).length) || partsOf(token).some(used)) return undefined;
    const [best] = near(word, surfaces.keys(), loose ? Math.ceil(word.length / 3) : allowed(word));
    return best && { word: best.word, weight: best.distance > 1 ? CERTAIN.far : CERTAIN.near, told: true };
  }

  return { begun, alike, mend };
}

// What a key looks like without æ, ø and å -> the words that look so, the commonest of each key, with how often
function foldTable(surfaces) {
  const table = new Map();
  const seen = new Set();
  for (const [word, { key, times }] of surfaces) {
    if (seen.has(key)) continue;
    seen.add(key);
    const plain = fold(key);
    if (!table.has(plain)) table.set(plain, []);
    table.get(plain).push({ word, times });
  }
  return table;
}
