// Finding and making elements, with the types that the rest of the code relies on.

/**
 * The element for a selector, which the page is known to have.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} root where to look
 * @param {string} selector of the element
 * @returns {T} the first that fits
 * @throws {Error} when there is none: the page and its script have parted
 */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return /** @type {T} */ (found);
}

/**
 * All elements for a selector.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} root where to look
 * @param {string} selector of the elements
 * @returns {T[]} those that fit, in the order of the page
 */
export function all(root, selector) {
  return /** @type {T[]} */ ([...root.querySelectorAll(selector)]);
}

/**
 * Makes an element. Text goes in as text, never as HTML.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name of the tag
 * @param {Record<string, string | null | undefined>} [attributes] those without a value are left out
 * @param {...(Node | string)} children what is in it
 * @returns {HTMLElementTagNameMap[K]} the element
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value != null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
