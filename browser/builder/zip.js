// Packs parts into a zip file, which Word, OpenDocument and Excel files are.

import { crc32 } from "./crc.js";

const FIRST_DAY = 0x21; // 1 January 1980, the earliest day of a zip file: the time of day tells nothing
const UTF8 = 0x800; // names are in UTF-8
const DEFLATED = 8;
const VERSION = 20;

/**
 * Packs parts into a zip file. The type of an OpenDocument file is stored as it is, which that format asks for, and so
 * are files that are packed already.
 * @param {[string, string | Uint8Array][]} parts names and contents, in order
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the file
 */
export async function zip(parts) {
  const entries = await Promise.all(parts.map(([name, content]) => entry(name, content)));
  const pieces = [];
  const listed = [];
  let place = 0;
  for (const { name, data, size, sum, method } of entries) {
    const facts = common(name, data.length, size, sum, method);
    pieces.push(record(0x04034b50, [[VERSION, 2], ...facts]), name, data);
    listed.push(
      record(0x02014b50, [[VERSION, 2], [VERSION, 2], ...facts, [0, 8], [0, 2], [place, 4]]),
      name,
    );
    place += 30 + name.length + data.length;
  }
  const length = listed.reduce((sum, piece) => sum + piece.length, 0);
  const end = record(0x06054b50, [
    [0, 4],
    [entries.length, 2],
    [entries.length, 2],
    [length, 4],
    [place, 4],
    [0, 2],
  ]);
  return joined([...pieces, ...listed, end]);
}

/**
 * @param {string} name of a part
 * @param {string | Uint8Array} content of the part
 * @returns {Promise<{name: Uint8Array, data: Uint8Array, size: number, sum: number, method: number}>} what stands in
 *   the zip file
 */
async function entry(name, content) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const isStored = name === "mimetype" || typeof content !== "string";
  const data = isStored ? bytes : await deflated(bytes);
  return {
    name: new TextEncoder().encode(name),
    data,
    size: bytes.length,
    sum: crc32(bytes),
    method: isStored ? 0 : DEFLATED,
  };
}

/**
 * @param {Uint8Array} bytes to pack
 * @returns {Promise<Uint8Array>} the packed bytes
 */
async function deflated(bytes) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * What stands both beside a part and in the list at the end.
 * @param {Uint8Array} name of the part
 * @param {number} packed its size in the file
 * @param {number} size its whole size
 * @param {number} sum its check sum
 * @param {number} method how it is packed
 * @returns {[number, number][]} values, and how many bytes each has
 */
function common(name, packed, size, sum, method) {
  return [
    [UTF8, 2],
    [method, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [sum, 4],
    [packed, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ];
}

/**
 * @param {number} signature that a record begins with
 * @param {[number, number][]} values and how many bytes each has
 * @returns {Uint8Array} the record
 */
function record(signature, values) {
  const all = /** @type {[number, number][]} */ ([[signature, 4], ...values]);
  const bytes = new Uint8Array(all.reduce((sum, [, width]) => sum + width, 0));
  let place = 0;
  for (const [value, width] of all) {
    for (let byte = 0; byte < Math.min(width, 4); byte++)
      bytes[place + byte] = (value >>> (8 * byte)) & 0xff;
    place += width;
  }
  return bytes;
}

/**
 * @param {Uint8Array[]} pieces of a file
 * @returns {Uint8Array<ArrayBuffer>} the whole file
 */
function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
