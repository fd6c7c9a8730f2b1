// Words to take into one's own strategy get a button that copies them. Without a script there is no button.

import { all, element, one } from "../shared/dom.js";

/** Gives each block of wording on the page its button. */
export function offerCopies() {
  for (const block of all(document, "[data-copy]")) {
    const button = element("button", { type: "button", class: "button" }, block.dataset.copy ?? "");
    const status = element("span", { role: "status", class: "wording__status" });
    button.addEventListener("click", async () => {
      const copied = await copy(plain(one(block, "blockquote")));
      status.textContent = (copied ? block.dataset.done : block.dataset.failed) ?? "";
    });
    block.append(element("p", { class: "buttons" }, button, status));
  }
}

/**
 * @param {HTMLElement} quote the words, in paragraphs and lists
 * @returns {string} them with an empty line between paragraphs, as a document wants them
 */
function plain(quote) {
  return quote.innerText.trim();
}

/**
 * @param {string} text to put on the clipboard
 * @returns {Promise<boolean>} whether the browser did so. A page that is opened from a disk may be refused.
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
