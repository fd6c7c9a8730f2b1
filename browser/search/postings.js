// MiniSearch, filled with all documents at once.
//
// MiniSearch adds one word at a time: it walks down a tree of letters for each, and changes two maps. That is most of
// the time until the search can answer. Here, each term gets a plain list of the places where it stands, and what
// MiniSearch asks for is made of the list when a question has the term, which few terms ever see. The scoring, and all
// else that a question needs, is MiniSearch's own.

import MiniSearch from "minisearch";

/** @typedef {Map<number, Map<number, number>>} Found how often a term stands in a document, by field and document */

/** Where one term stands. */
class Posting {
  /** @type {number[]} */
  found = []; // a place, how often it stands there, the next place, and so on. A place is a document and a field

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

/** The terms, with as much of a map as MiniSearch uses of one for whole terms. */
class Terms {
  /** @type {Map<string, Posting>} */
  #postings;
  /** @type {Map<string, Found>} */
  #made = new Map();
  #fields;

  /**
   * @param {Map<string, Posting>} postings of all terms
   * @param {number} fields how many there are
   */
  constructor(postings, fields) {
    this.#postings = postings;
    this.#fields = fields;
  }

  /**
   * @param {string} term of the index
   * @returns {Found | undefined} where it stands
   */
  get(term) {
    const posting = this.#postings.get(term);
    if (!posting) return undefined;
    const found = this.#made.get(term) ?? this.#make(posting);
    this.#made.set(term, found);
    return found;
  }

  /** @param {Posting} posting of a term */
  #make({ found }) {
    /** @type {Found} */
    const made = new Map();
    for (let at = 0; at < found.length; at += 2) {
      const field = found[at] % this.#fields;
      const own = made.get(field) ?? new Map();
      made.set(field, own.set((found[at] - field) / this.#fields, found[at + 1]));
    }
    return made;
  }
}

/** @typedef {{ word: string, key: string, terms: string[] }} Word the same object wherever it is spelt the same */

/** An index that is made once. Its documents are known by their numbers. */
export class Engine extends MiniSearch {
  /** @type {Map<string, Posting>} */
  #postings = new Map();
  /** @type {Map<Word, { times: number, postings: Posting[] }>} */
  #words = new Map();

  /** @param {string[]} fields of a document */
  constructor(fields) {
    super({ fields, processTerm: (term) => term });
    const terms = new Terms(this.#postings, fields.length);
    this._index = /** @type {typeof this._index} */ (/** @type {unknown} */ (terms));
  }

  /**
   * Adds the next document.
   * @param {{ words: Word[], names: string[] }[]} texts for each field its words, and terms for several words together
   */
  put(texts) {
    const id = this._nextId++;
    this._documentCount++;
    this._documentIds.set(id, id);
    const lengths = texts.map((text, field) => this.#read(text, id * texts.length + field));
    this._fieldLength.set(id, lengths);
    lengths.forEach((length, field) => {
      const before = (this._avgFieldLength[field] ?? 0) * id;
      this._avgFieldLength[field] = (before + length) / (id + 1);
    });
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
   * The documents that have a term in some of their fields.
   * @param {string} term of the index
   * @param {number[]} fields by their numbers
   * @returns {number[]} the documents; one may come several times
   */
  having(term, fields) {
    const found = this._index.get(term);
    return fields.flatMap((field) => [...(found?.get(field)?.keys() ?? [])]);
  }
}
