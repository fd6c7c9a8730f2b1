// What the site knows of Norwegian: keys of words, parts of compounds, and the terms of the glossary in a text.

import { common } from "./forms.js";
import { splitter } from "./split.js";
import { stem } from "./stem.js";
import { words } from "./words.js";

// `norwegian` is that part of the index: aliases [[id, name…]], pairs [[nn, nb]], parts [word].
export function language({ aliases = [], pairs = [], parts = [] }) {
  const keys = new Map(); // word -> key, kept: the same words come again and again
  const same = new Map(pairs.map(([nn, nb]) => [stem(nn), stem(nb)]).filter(([nn, nb]) => nn !== nb));

  function key(word) {
    let found = keys.get(word);
    if (found === undefined) {
      const own = word.startsWith("§") ? word : stem(word);
      keys.set(word, (found = same.get(own) ?? own));
    }
    return found;
  }

  const split = splitter(parts, key);
  const halves = new Map(); // word -> keys of its parts, kept for the same reason

  // Keys of the parts of a compound or a hyphened word
  function partsOf({ word, pieces }) {
    let found = halves.get(word);
    if (found === undefined) {
      found = pieces.length > 1 ? pieces.filter((piece) => piece.length > 1) : split(word);
      if (!found.length && common(word) !== word) found = split(common(word));
      halves.set(word, (found = [...new Set(found.map(key))].filter((part) => part !== key(word))));
    }
    return found;
  }

  const phrases = phraseBook(aliases, key);

  // Terms of the glossary named in `tokens`: [{ id, from, to }], token numbers, `to` not included
  function named(tokens) {
    const found = [];
    tokens.forEach((token, from) => {
      for (const [id, wanted] of phrases.get(key(token.word)) ?? [])
        if (wanted.every((part, i) => tokens[from + i] && key(tokens[from + i].word) === part))
          found.push({ id, from, to: from + wanted.length });
    });
    return found;
  }

  // Index terms of a text's words: keys, «~part» for what is inside a longer word, «#id» for a term of the glossary
  function terms(tokens) {
    const found = [];
    for (const token of tokens) {
      found.push(key(token.word));
      for (const part of partsOf(token)) found.push(`~${part}`);
    }
    for (const { id } of named(tokens)) found.push(`#${id}`);
    return found;
  }

  // Words of the names themselves, which may stand nowhere in the text
  const vocabulary = aliases.flatMap(([, ...names]) => names.flatMap((name) => words(name).map(({ word }) => word)));

  return { key, partsOf, named, terms, vocabulary };
}

// First key of a phrase -> [[id, keys of the phrase]], each phrase of a term once
function phraseBook(aliases, key) {
  const book = new Map();
  for (const [id, ...names] of aliases) {
    const seen = new Set();
    for (const name of names) {
      const phrase = words(name).map((token) => key(token.word));
      if (!phrase.length || seen.has(phrase.join(" "))) continue;
      seen.add(phrase.join(" "));
      if (!book.has(phrase[0])) book.set(phrase[0], []);
      book.get(phrase[0]).push([id, phrase]);
    }
  }
  return book;
}
