// A choice may fill in other fields. What the reader has written there herself stays.

/** @typedef {import("../answers/file.js").Answers} Answers */
/** @typedef {{ by: string, choice: string, field: string, words: Record<string, string> }} Sets the words, by edition */

/**
 * Fills in what follows from a choice.
 * @param {Answers} answers of the reader, which change
 * @param {Sets[]} sets what each choice fills in
 * @param {string} name of the field with the choice
 * @param {string} choice in it
 * @param {string} edition of the documents
 */
export function follow(answers, sets, name, choice, edition) {
  for (const { by, choice: when, field, words } of sets) {
    if (by !== name || when !== choice) continue;
    const now = answers.fields[field] ?? "";
    const ours = sets.some(
      (other) => other.field === field && Object.values(other.words).includes(now),
    );
    if (!now || ours) answers.fields[field] = words[edition];
  }
}
