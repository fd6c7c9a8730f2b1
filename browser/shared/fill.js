// Words come with the page, with names in braces where a value belongs: «{done} av {all} gjort».

/**
 * Puts values in the places of their names.
 * @param {string} words the text, with `{name}` where a value belongs
 * @param {Record<string, string | number>} values the values by name
 * @returns {string} the text; a name without a value stays as it is
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
