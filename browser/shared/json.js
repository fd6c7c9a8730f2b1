// Reading data that anybody may have written.

/**
 * Reads JSON.
 * @param {string | null} text perhaps JSON
 * @returns {unknown} what it holds; null for what is not JSON
 */
export function parsed(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value anything
 * @returns {value is Record<string, unknown>} whether it has keys
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value anything
 * @returns {value is string} whether it is a text
 */
export function isText(value) {
  return typeof value === "string";
}
