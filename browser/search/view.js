// What the reader sees of an answer. Text goes in as text; only our own marks become elements.

const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

// A result as a list item: the link, the kind, and a line around the hit. `base` is the address of the edition.
export function result(items, base) {
  const [page, section] = items;
  const link = element("a", "md-search-result__link", ...marked(page.title));
  if (section) link.append(" › ", ...marked(section.title));
  link.href = new URL((section ?? page).location, base);
  const heading = element("p", "search__heading", link, " ", ...(page.tags ?? []).map((kind) => element("span", "search__kind", kind)));
  return element("li", "search__item", heading, element("p", "search__text", ...marked((section ?? page).text)));
}

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// «text <mark>hit</mark> text» as nodes
function marked(html) {
  return html.split(/<\/?mark>/).map((part, number) => {
    const text = part.replace(/&(amp|lt|gt|quot);/g, (sign) => SIGNS[sign]);
    return number % 2 ? element("mark", "", text) : document.createTextNode(text);
  });
}
