// The words of an address that leads nowhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../address-words.js";

test("an address is read as words, without numbers, endings and editions", () => {
  const table = {
    "/nb/grep/9-kontroll/index.html": "grep kontroll",
    "/nb/l%C3%B8nnsslipp.docx": "lønnsslipp",
    "/nb/%E0%A4%A/mal": "E0 A4 A mal",
    "/nb/": "",
  };
  for (const [path, words] of Object.entries(table)) assert.equal(wordsOf(path, "/nb/"), words);
  assert.equal(wordsOf("/andre/rutine", "/nb/"), "andre rutine");
});
