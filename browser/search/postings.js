// What stands where, and what that is worth.
//
// The scores are those of BM25+ with several fields, as MiniSearch gives them. MiniSearch itself adds one word at a time
// to a tree of letters, and makes an object of every page for every term that it has; the first is most of the time until
// the search can answer, the second most of the time from a key to the answers once there are a thousand examples. Here,
// a term has one plain list of the places where it stands. What a page scores by it does not depend on the question, but
// for a weight, and is kept from the first question that has the term.

/** @typedef {{ word: string, key: string, terms: string[] }} Word the same object wherever it is spelt the same */
/**
 * @typedef {{ ids: Int32Array, scores: Float64Array, fields: Uint8Array }} Weighed the documents that have a term, what
 *   each scores by it, and a bit for each field where it has it
 */
/** @typedef {{ ids: number[], scores: Float64Array }} Scored documents, and a score for every number of a document */

// How soon more of the same word counts for less, how much a long text counts for less, and what it is worth to stand in
// a text at all: the values of MiniSearch
const [SATURATION, LENGTH, PRESENCE] = [1.2, 0.7, 0.5];

/** Where one term stands. */
class Posting {
  /** @type {number[]} */
  found = []; // a place, how often it stands there, the next place, and so on. A place is a document and a field
  /** @type {Weighed | undefined} */
  weighed;

  /**
   * @param {number} place where it stands, never before one that was added earlier
   * @returns {number} 1 if it had not been there before, else 0
   */
  add(place) {
    const last = this.found.length - 2;
    if (this.found[last] === place) {
      this.found[last + 1]++;
      return 0;
    }
    this.found.push(place, 1);
    return 1;
  }
}

/** An index that is made once, and then asked. Its documents are known by their numbers. */
export class Engine {
  /** @type {Map<string, Posting>} */
  #postings = new Map();
  /** @type {Map<Word, { times: number, postings: Posting[] }>} */
  #words = new Map();
  /** @type {number[]} */
  #lengths = []; // of each place: how many different terms stand there
  #boosts;

  /** @param {number[]} boosts how much a word counts in each field */
  constructor(boosts) {
    this.#boosts = boosts;
  }

  /**
   * Adds the next document.
   * @param {{ words: Word[], names: string[] }[]} texts for each field its words, and terms for several words together
   */
  put(texts) {
    for (const text of texts) this.#lengths.push(this.#read(text, this.#lengths.length));
  }

  /**
   * @param {{ words: Word[], names: string[] }} text of a field
   * @param {number} place the document and the field
   * @returns {number} how many different terms there are
   */
  #read({ words, names }, place) {
    let different = 0;
    for (const word of words) {
      const known = this.#words.get(word) ?? this.#meet(word);
      known.times++;
      for (const posting of known.postings) different += posting.add(place);
    }
    for (const name of names) different += this.#posting(name).add(place);
    return different;
  }

  /** @param {Word} word that has not been seen before */
  #meet(word) {
    const postings = word.terms.map((term) => this.#posting(term));
    const made = { times: 0, postings };
    this.#words.set(word, made);
    return made;
  }

  /**
   * @param {string} term of the index
   * @returns {Posting} where it stands so far
   */
  #posting(term) {
    const known = this.#postings.get(term) ?? new Posting();
    this.#postings.set(term, known);
    return known;
  }

  /** @returns {[Word, number][]} every word that has been read, and how often */
  words() {
    return [...this.#words].map(([word, { times }]) => [word, times]);
  }

  /**
   * @param {string} term that may be in the index
   * @returns {boolean} whether it is
   */
  knows(term) {
    return this.#postings.has(term);
  }

  /**
   * The documents that have a term in some of their fields. All have been put when it is first asked.
   * @param {string} term of the index
   * @param {number[]} fields by their numbers
   * @returns {number[]} the documents, each once
   */
  having(term, fields) {
    const wanted = fields.reduce((bits, field) => bits | (1 << field), 0);
    const { ids, fields: has } = this.#weighed(term) ?? NOWHERE;
    const found = [];
    for (let at = 0; at < ids.length; at++) if (has[at] & wanted) found.push(ids[at]);
    return found;
  }

  /**
   * Scores the documents that have any of some terms. All have been put when it is first asked.
   * @param {Map<string, number>} terms with their weights
   * @returns {Scored} what has any of them
   */
  score(terms) {
    const scores = new Float64Array(this.#lengths.length / this.#boosts.length);
    /** @type {number[]} */
    const ids = [];
    for (const [term, weight] of terms) {
      const own = this.#weighed(term) ?? NOWHERE;
      for (let at = 0; at < own.ids.length; at++) {
        const id = own.ids[at];
        if (scores[id] === 0) ids.push(id);
        scores[id] += weight * own.scores[at];
      }
    }
    return { ids, scores };
  }

  /** @type {number[] | undefined} */
  #means; // the mean length of each field

  /** @returns {number[]} the same, found at the first question */
  #meanLengths() {
    const fields = this.#boosts.length;
    const sums = this.#boosts.map(() => 0);
    this.#lengths.forEach((length, place) => (sums[place % fields] += length));
    return sums.map((sum) => (sum * fields) / this.#lengths.length);
  }

  /**
   * @param {string} term of the index
   * @returns {Weighed | undefined} the documents that have it
   */
  #weighed(term) {
    const posting = this.#postings.get(term);
    if (posting) posting.weighed ??= this.#weigh(posting.found);
    return posting?.weighed;
  }

  /**
   * @param {number[]} found places of a term, each with how often it stands there
   * @returns {Weighed} the documents that have it
   */
  #weigh(found) {
    const fields = this.#boosts.length;
    const worth = this.#rarity(found);
    const means = (this.#means ??= this.#meanLengths());
    /** @type {number[][]} */
    const [ids, scores, has] = [[], [], []];
    for (let at = 0; at < found.length; at += 2) {
      const [place, times] = [found[at], found[at + 1]];
      const field = place % fields;
      const id = (place - field) / fields;
      if (ids.at(-1) !== id) {
        ids.push(id);
        scores.push(0);
        has.push(0);
      }
      const long = 1 - LENGTH + (LENGTH * this.#lengths[place]) / means[field];
      const often = (times * (SATURATION + 1)) / (times + SATURATION * long);
      scores[scores.length - 1] += worth[field] * (PRESENCE + often);
      has[has.length - 1] |= 1 << field;
    }
    return {
      ids: Int32Array.from(ids),
      scores: Float64Array.from(scores),
      fields: Uint8Array.from(has),
    };
  }

  /**
   * @param {number[]} found places of a term, each with how often it stands there
   * @returns {number[]} what it is worth to stand in each field, by how few have the term there
   */
  #rarity(found) {
    const fields = this.#boosts.length;
    const counts = this.#boosts.map(() => 0);
    for (let at = 0; at < found.length; at += 2) counts[found[at] % fields]++;
    const all = this.#lengths.length / fields;
    return this.#boosts.map(
      (boost, field) => boost * Math.log(1 + (all - counts[field] + 0.5) / (counts[field] + 0.5)),
    );
  }
}

/** @type {Weighed} */
const NOWHERE = {
  ids: new Int32Array(),
  scores: new Float64Array(),
  fields: new Uint8Array(),
};
