// Putting text on the clipboard.

/**
 * @param {string} text to copy
 * @returns {Promise<boolean>} whether the browser did so. It may refuse a page that is opened from a disk.
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
