// Looking into data that anybody may have written.

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

/**
 * Parts a record in two. A key such as `__proto__` is a key like any other: the parts are made of entries.
 * @param {Record<string, unknown>} record to part
 * @param {(key: string) => boolean} known which keys are ours
 * @returns {{ found: Record<string, unknown>, rest: Record<string, unknown> }} what is ours, and the rest
 */
export function pick(record, known) {
  const entries = Object.entries(record);
  return {
    found: Object.fromEntries(entries.filter(([key]) => known(key))),
    rest: Object.fromEntries(entries.filter(([key]) => !known(key))),
  };
}
