// Words to take into one's own strategy get a button that copies them. Without a script there is no button.

import { copy } from "../shared/clipboard.js";
import { all, element, one } from "../shared/dom.js";

/** Gives each block of wording on the page its button. */
export function offerCopies() {
  for (const block of all(document, "[data-copy]")) {
    const button = element("button", { type: "button", class: "button" }, block.dataset.copy ?? "");
    const status = element("span", { role: "status", class: "wording__status" });
    button.addEventListener("click", async () => {
      const copied = await copy(one(block, "blockquote").innerText.trim());
      status.textContent = (copied ? block.dataset.done : block.dataset.failed) ?? "";
    });
    block.append(element("p", { class: "buttons" }, button, status));
  }
}
