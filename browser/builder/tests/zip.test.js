// Packing, and unpacking what somebody has chosen.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../crc.js";
import { FileFault, unzip } from "../unzip.js";
import { zip } from "../zip.js";

/** @type {[string, string | Uint8Array][]} */
const PARTS = [
  ["mimetype", "application/vnd.oasis.opendocument.text"],
  ["word/å.xml", "<a>ærleg & 😀</a>".repeat(500)],
  ["tom.xml", ""],
  ["ferdig.docx", new Uint8Array([80, 75, 3, 4, 0, 255])],
];

/**
 * @param {Promise<unknown>} run what is to fail
 * @param {string} code of the fault
 */
const fails = (run, code) =>
  assert.rejects(run, (fault) => fault instanceof FileFault && fault.code === code);

/**
 * @param {Uint8Array} file to change
 * @param {number} signature of the records to change
 * @param {number} offset of a number in them
 * @param {number} value that it gets
 */
function changed(file, signature, offset, value) {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let place = 0; place + 4 <= copy.length; place++)
    if (view.getUint32(place, true) === signature) view.setUint32(place + offset, value, true);
  return copy;
}

test("what is packed comes out again, in order and with its bytes", async () => {
  const parts = await unzip(await zip(PARTS));
  assert.deepEqual(
    [...parts.keys()],
    PARTS.map(([name]) => name),
  );
  for (const [name, content] of PARTS) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    assert.deepEqual(parts.get(name), bytes, name);
  }
});

test("the same parts give the same bytes", async () => {
  assert.deepEqual(await zip(PARTS), await zip(PARTS));
});

test("the type of an OpenDocument file comes first, and is stored as it is", async () => {
  const file = await zip(PARTS);
  assert.equal(new TextDecoder().decode(file.subarray(30, 30 + 8 + 39)), PARTS[0].join(""));
});

test("other programs open the file", async () => {
  const file = await zip(PARTS);
  const names = execFileSync(
    "python3",
    [
      "-c",
      "import sys,io,zipfile;z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()));print(z.testzip(), *z.namelist())",
    ],
    { input: file, encoding: "utf8" },
  );
  assert.equal(names.trim(), "None mimetype word/å.xml tom.xml ferdig.docx");
});

test("a check sum is the one that everybody has", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a file that is no zip file is foreign", async () => {
  for (const text of ["", "P", "{}", "\u00d0\u00cf\u0011\u00e0 an old Word file"])
    await fails(unzip(new TextEncoder().encode(text)), "foreign");
});

test("a damaged file is told of, wherever it is cut or changed", async () => {
  const file = await zip(PARTS.slice(0, 2));
  for (let length = 4; length < file.length; length += 7)
    await fails(unzip(file.subarray(0, length)), "damaged");
  const inside = file.slice();
  inside[130] ^= 0xff;
  await fails(unzip(inside), "damaged");
});

test("a list that lies is told of", async () => {
  const file = await zip(PARTS.slice(1, 2));
  await fails(unzip(changed(file, 0x02014b50, 42, 0xfffffff0)), "damaged"); // where a part begins
  await fails(unzip(changed(file, 0x02014b50, 20, 0x7fffffff)), "damaged"); // its size in the file
  await fails(unzip(changed(file, 0x02014b50, 16, 1)), "damaged"); // its check sum
  await fails(unzip(changed(file, 0x06054b50, 16, 5)), "damaged"); // where the list begins
});

test("a file that would fill the memory is refused", async () => {
  const file = await zip([["a", "x"]]);
  await fails(unzip(changed(file, 0x02014b50, 24, 0x7fffffff)), "large"); // says so itself
  await fails(unzip(new Uint8Array(21 * 1024 * 1024)), "large");
  await fails(unzip(changed(file, 0x06054b50, 8, 0xffffffff)), "large"); // 65,535 parts
});

test("a file that says it is small, and is not, is stopped on the way", async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(50 * 1024 * 1024)));
  const file = await zip([["a", bomb]]);
  const methods = changed(changed(file, 0x02014b50, 24, 100), 0x04034b50, 22, 100);
  methods[8] = 8; // said to be packed
  const view = new DataView(methods.buffer);
  for (let place = 0; place + 4 <= methods.length; place++)
    if (view.getUint32(place, true) === 0x02014b50) methods[place + 10] = 8;
  await fails(unzip(methods), "damaged");
});
