// The messages of Material for MkDocs' search worker, and the form it wants results in. No other file knows them.

import { search } from "./search.js";

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;

// `handler()(message)`: the answer to SETUP (READY) and QUERY (RESULT). Raises TypeError for anything else.
export function handler() {
  let find;
  return ({ type, data }) => {
    if (type === SETUP) {
      find = search(data);
      return { type: READY };
    }
    if (type === QUERY) return { type: RESULT, data: result(find(String(data))) };
    throw new TypeError(`No such message: ${type}`);
  };
}

// A list of pages, each a list of items: the page, and the section that answers when there is one
function result({ hits, total, meant }) {
  return { items: hits.map(items), total, ...(meant ? { meant } : {}) };
}

function items({ page, place, title, placeTitle, text, score, words }) {
  const whole = { location: page.location, title: html(title), tags: page.tags, score, terms: words };
  if (place === page) return [{ ...whole, text: html(text) }];
  return [{ ...whole, text: "" }, { location: place.location, title: html(placeTitle), text: html(text), score, terms: words }];
}

const html = (segments) => segments.map(({ text, hit }) => (hit ? `<mark>${escape(text)}</mark>` : escape(text))).join("");
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
