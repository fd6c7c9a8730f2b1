// Data comes as scripts: a page that is opened from a disk may load those, and nothing else.

import { element } from "./dom.js";

/**
 * Loads a script, and runs it.
 * @param {string} src its address
 * @returns {Promise<void>} when it has run; fails when it cannot be loaded
 */
export function loadScript(src) {
  return new Promise((done, fail) => {
    const script = element("script", { src });
    script.onload = () => done();
    script.onerror = () => fail(new Error(src));
    document.head.append(script);
  });
}
