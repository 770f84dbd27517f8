/** Bytes of a text file → its characters. */

import iconv from "iconv-lite";
import { type LegacyEncoding, legacyEncoding } from "./legacy-encodings.js";

export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | LegacyEncoding;
}

/**
 * Byte order mark, then the share of NUL bytes (UTF-16 without a mark), then strict UTF-8, else the old encoding that fits best.
 * iconv-lite decodes Windows-1252: `TextDecoder` leaves its curly quotes and dashes undecoded on Node 20.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = encodingOf(buffer);
  return { text: iconv.decode(buffer, encoding, { stripBOM: true }), encoding };
}

function encodingOf(buffer: Buffer): Decoded["encoding"] {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf-16le";
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf-16be";
  const nulls = countNulls(buffer.subarray(0, 4096));
  if (nulls.odd > nulls.even * 4 && nulls.odd > 4) return "utf-16le";
  if (nulls.even > nulls.odd * 4 && nulls.even > 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(buffer);
    return "utf-8";
  } catch {
    return legacyEncoding(bytesUpToEnd(buffer));
  }
}

/** DOS programs end a text with Ctrl-Z and fill the last block with whatever was there before. */
function bytesUpToEnd(buffer: Buffer): Buffer {
  const end = buffer.indexOf(0x1a);
  return end < 0 ? buffer : buffer.subarray(0, end);
}

/** In UTF-16 text of Latin letters every second byte is zero: the odd ones where the low byte comes first. */
function countNulls(buffer: Buffer): { odd: number; even: number } {
  const nulls = { odd: 0, even: 0 };
  buffer.forEach((byte, position) => {
    if (byte === 0) nulls[position % 2 === 1 ? "odd" : "even"]++;
  });
  return nulls;
}
