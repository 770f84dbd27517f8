/** Streams that are packed more than once: a kilobyte of them can unpack to gigabytes, and pdf.js would hold all of it. */

import { inflateSync } from "node:zlib";

/** What such a stream may unpack to, in bytes. */
const MOST = 64 * 1024 * 1024;
const PACKED_AGAIN = /\/Filter\s*\[([^\]]*(?:\/FlateDecode|\/Fl\b)[^\]]*(?:\/FlateDecode|\/Fl\b)[^\]]*)\]/g;

/** Whether a stream that is packed more than once unpacks to more than can be held. Packed once, nothing grows more than a thousandfold. */
export function isBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.includes("Decode")) return false;
  for (const { 0: entry, 1: filters = "", index } of file.toString("latin1").matchAll(PACKED_AGAIN)) {
    const start = file.indexOf("stream", index + entry.length);
    const end = file.indexOf("endstream", start);
    if (start < 0 || end < 0) continue;
    const from = start + "stream".length + (file[start + "stream".length] === 0x0d ? 2 : 1);
    if (unpacksToTooMuch(file.subarray(from, end), filters.match(/\/Fl/g)?.length ?? 0)) return true;
  }
  return false;
}

function unpacksToTooMuch(packed: Uint8Array, times: number): boolean {
  let bytes = packed;
  try {
    for (let turn = 0; turn < times; turn++) bytes = inflateSync(bytes, { maxOutputLength: MOST });
    return false;
  } catch (error) {
    // Broken streams are pdf.js' to judge.
    return error instanceof RangeError;
  }
}
