/** Bytes of an HTML file → its characters. */

import iconv from "iconv-lite";

export interface DecodedHtml {
  readonly html: string;
  /** Whether bytes were not valid in the encoding and were replaced. */
  readonly hasReplaced: boolean;
}

const META =
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]{2,40})/i;

/** As browsers do, the three mean Windows-1252: pages that say Latin 1 have its curly quotes. */
const AS_WINDOWS = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/i;

/**
 * Byte order mark, then strict UTF-8 (pages that say otherwise but are valid UTF-8 were re-encoded by a portal), then what the page says, else Windows-1252.
 * Decoded by iconv-lite: `TextDecoder` leaves curly quotes and dashes of Windows-1252 undecoded on Node 20.
 */
export function decodeHtml(bytes: Uint8Array): DecodedHtml {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const html = iconv.decode(buffer, encodingOf(buffer), { stripBOM: true });
  return { html, hasReplaced: html.includes("\ufffd") };
}

function encodingOf(buffer: Buffer): string {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf-16le";
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf-16be";
  if (buffer[0] === 0x3c && buffer[1] === 0) return "utf-16le";
  if (buffer[0] === 0 && buffer[1] === 0x3c) return "utf-16be";
  if (isUtf8(buffer)) return "utf-8";
  const match = META.exec(buffer.subarray(0, 4096).toString("latin1"));
  const stated = match?.[1] ?? match?.[2] ?? "";
  if (AS_WINDOWS.test(stated) || !iconv.encodingExists(stated)) return "windows-1252";
  if (/^utf-?16/i.test(stated)) return "windows-1252";
  // A page that says UTF-8 and is not: a few broken characters, unless most of what is beyond ASCII is broken.
  if (/^utf-?8$/i.test(stated)) return isMostlyUtf8(buffer) ? "utf-8" : "windows-1252";
  return stated;
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}

function isMostlyUtf8(buffer: Buffer): boolean {
  const text = buffer.toString("utf8");
  const broken = (text.match(/\ufffd/g) ?? []).length;
  const beyondAscii = (text.match(/[^\u0000-\u007f]/g) ?? []).length;
  return broken < beyondAscii / 2;
}
