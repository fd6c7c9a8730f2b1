// What the page of «Lag strategien» holds, with what this tool alone knows.

import { rules as known } from "../tool/page.js";

export { controls, edition, form, isTicked, labelOf, say, tell } from "../tool/page.js";
export const rules =
  /** @type {import("./rules.js").Rules & import("../answers/file.js").Known} */ (known);
