// Norwegian writes compounds as one word. They are split into words the site itself uses.

import { STOP } from "./stop.js";

const SHORTEST = 3;
const LINKS = ["", "s", "e"];

// `splitter(parts, key)(word)`: the surface parts of a compound, two or more, or [] for a word that is none.
// `parts` are whole words; the last part may be inflected, and is known by its key.
export function splitter(parts, key) {
  const whole = new Set(parts.filter((part) => !STOP.has(part)));
  const keys = new Set([...whole].map(key));
  const memo = new Map();

  const first = (piece) => LINKS.map((link) => unlinked(piece, link)).find((part) => part && whole.has(part));
  const last = (piece) => piece.length >= SHORTEST && (whole.has(piece) || (piece.length > SHORTEST && keys.has(key(piece))));

  function tails(word, cut) {
    // kontrollogg: the l of logg is one of the l-s of kontroll
    return word[cut - 1] === word[cut - 2] ? [word.slice(cut), word.slice(cut - 1)] : [word.slice(cut)];
  }

  function find(word) {
    let deeper = [];
    for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut++) {
      const head = first(word.slice(0, cut));
      if (!head) continue;
      for (const tail of tails(word, cut)) {
        if (last(tail)) return [head, tail];
        if (!deeper.length && tail.length >= 2 * SHORTEST) {
          const more = split(tail);
          if (more.length) deeper = [head, ...more];
        }
      }
    }
    return deeper;
  }

  function split(word) {
    if (word.length < 2 * SHORTEST || !/^\p{L}+$/u.test(word)) return [];
    if (!memo.has(word)) memo.set(word, find(word));
    return memo.get(word);
  }
  return split;
}

function unlinked(piece, link) {
  if (!piece.endsWith(link)) return "";
  const part = piece.slice(0, piece.length - link.length);
  return part.length >= SHORTEST ? part : "";
}
