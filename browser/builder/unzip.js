// Unpacks a zip file that somebody has chosen, which may be damaged, or made to fill the memory.

import { crc32 } from "./crc.js";

const MAX_FILE = 20 * 1024 * 1024; // bytes: our own files have some 30 kB
const MAX_UNPACKED = 60 * 1024 * 1024;
const MAX_PARTS = 2000;
const END_SIZE = 22;
const ENTRY_SIZE = 46;

/** Something is wrong with a file. `code` is «foreign», «damaged» or «large»; the page has the words. */
export class FileFault extends Error {
  /** @param {"foreign" | "damaged" | "large"} code what is wrong */
  constructor(code) {
    super(`The file is ${code}`);
    this.code = code;
  }
}

/**
 * @typedef {object} Entry a part as the list at the end of a zip file has it
 * @property {string} name of the part
 * @property {number} method how it is packed
 * @property {number} sum its check sum
 * @property {number} packed its size in the file
 * @property {number} size its whole size
 * @property {number} place where it begins
 */

/**
 * Unpacks a zip file.
 * @param {Uint8Array} bytes of the file
 * @param {(name: string) => boolean} [wanted] which parts to unpack; all, unless told
 * @returns {Promise<Map<string, Uint8Array>>} the parts by their names
 * @throws {FileFault} for a file that is no zip file, is damaged, or is too large
 */
export async function unzip(bytes, wanted = () => true) {
  if (bytes.length > MAX_FILE) throw new FileFault("large");
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new FileFault("foreign");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = listed(view, bytes).filter(({ name }) => wanted(name));
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED) throw new FileFault("large");
  const parts = new Map();
  for (const entry of entries) parts.set(entry.name, await unpacked(view, bytes, entry));
  return parts;
}

/**
 * @param {DataView} view of the file
 * @param {Uint8Array} bytes of the file
 * @returns {Entry[]} the parts that its list has
 */
function listed(view, bytes) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_PARTS) throw new FileFault("large");
  const entries = [];
  let place = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number++) {
    if (place + ENTRY_SIZE > end || view.getUint32(place, true) !== 0x02014b50)
      throw new FileFault("damaged");
    const length = view.getUint16(place + 28, true);
    entries.push({
      name: new TextDecoder().decode(
        bytes.subarray(place + ENTRY_SIZE, place + ENTRY_SIZE + length),
      ),
      method: view.getUint16(place + 10, true),
      sum: view.getUint32(place + 16, true),
      packed: view.getUint32(place + 20, true),
      size: view.getUint32(place + 24, true),
      place: view.getUint32(place + 42, true),
    });
    place +=
      ENTRY_SIZE + length + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  // Parts that lie over each other let a small file unpack to a huge one
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length)
    throw new FileFault("damaged");
  return entries;
}

/**
 * @param {DataView} view of the file
 * @returns {number} where the record at the end of a zip file begins; a comment may follow it
 */
function endOf(view) {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let place = view.byteLength - END_SIZE; place >= first; place--)
    if (view.getUint32(place, true) === 0x06054b50) return place;
  throw new FileFault("damaged");
}

/**
 * @param {DataView} view of the file
 * @param {Uint8Array} bytes of the file
 * @param {Entry} entry to unpack
 * @returns {Promise<Uint8Array>} the part
 */
async function unpacked(view, bytes, { method, sum, packed, size, place }) {
  if (place + 30 > bytes.length || view.getUint32(place, true) !== 0x04034b50)
    throw new FileFault("damaged");
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) throw new FileFault("damaged");
  const whole = method === 0 ? data : await inflated(data, size);
  if (whole.length !== size || crc32(whole) !== sum) throw new FileFault("damaged");
  return whole;
}

/**
 * @param {Uint8Array} data packed bytes
 * @param {number} size that they are said to have when they are unpacked
 * @returns {Promise<Uint8Array>} the bytes
 */
async function inflated(data, size) {
  const whole = new Uint8Array(size);
  let place = 0;
  try {
    const reader = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (data)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"))
      .getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (place + read.value.length > size) {
        await reader.cancel();
        throw new FileFault("damaged"); // it is larger than it says
      }
      whole.set(read.value, place);
      place += read.value.length;
    }
  } catch {
    throw new FileFault("damaged");
  }
  return whole.subarray(0, place);
}
