// The search as a dialog over the whole page, on a narrow screen. The way back in the browser closes it.

const OPEN = "searchIsOpen"; // in the state of the history

/**
 * @typedef {object} Overlay
 * @property {() => void} open makes a dialog of it, where the screen is narrow
 * @property {() => void} close gives the page back
 * @property {() => boolean} isOpen whether it lies over the page now
 * @property {() => boolean} isOverAll whether it does so when it is opened: only the styles know from which width
 */

/**
 * The dialog.
 * @param {HTMLElement} root of the search
 * @param {string} name of it
 * @param {() => void} closed called when the reader goes back, or the window gets another width
 * @returns {Overlay} what the box needs
 */
export function overlay(root, name, closed) {
  const isOverAll = () => getComputedStyle(root).getPropertyValue("--over-all").trim() === "1";
  const isOpen = () => root.hasAttribute("aria-modal");
  let wasOverAll = isOverAll();

  /** @param {boolean} modal whether the page must wait */
  function set(modal) {
    const told = { role: "dialog", "aria-modal": "true", "aria-label": name };
    for (const [attribute, value] of Object.entries(told)) {
      if (modal) root.setAttribute(attribute, value);
      else root.removeAttribute(attribute);
    }
    for (let inner = root; inner !== document.body && inner.parentElement;) {
      const others = /** @type {HTMLElement[]} */ ([...inner.parentElement.children]);
      for (const other of others) if (other !== inner) other.inert = modal;
      inner = inner.parentElement;
    }
  }

  function open() {
    if (!isOverAll() || isOpen()) return;
    set(true);
    if (!history.state?.[OPEN]) history.pushState({ ...history.state, [OPEN]: true }, "");
  }

  function close() {
    if (!isOpen()) return;
    set(false);
    if (history.state?.[OPEN]) history.back();
  }

  window.addEventListener("popstate", () => {
    if (isOpen() && !history.state?.[OPEN]) closed();
  });
  window.addEventListener("resize", () => {
    if (isOverAll() !== wasOverAll) closed();
    wasOverAll = isOverAll();
  });
  return { open, close, isOpen, isOverAll };
}
