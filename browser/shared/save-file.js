// The one way a page gives the reader a file that it has made itself.

const TIME_TO_SAVE = 1000; // milliseconds until the browser must have begun to read the blob

/**
 * Offers a file as a download.
 * @param {string} name of the file
 * @param {string | Uint8Array<ArrayBuffer>} text what is in it
 * @param {string} type for instance application/json
 */
export function saveFile(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), TIME_TO_SAVE);
}
