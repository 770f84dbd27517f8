/** Which code page the bytes of a rich text stand in, and what they mean. */

import iconv from "iconv-lite";

/** `\fcharset` → Windows code page (Rich Text Format specification 1.9.1, font table). 0 and 1 mean the document's own. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** Fonts of symbols have no letters: their bytes become the private characters that Word itself uses for them. */
const SYMBOL = -1;
const SYMBOL_CHARSET = 2;

/** The code page of a font; null where it has that of the document. */
export function codePageOfCharset(charset: number): number | null {
  return charset === SYMBOL_CHARSET ? SYMBOL : (OF_CHARSET[charset] ?? null);
}

/** Bytes of a code page → text. A code page that nobody knows is taken for Windows-1252. */
export function decodeBytes(bytes: Buffer, codePage: number): string {
  if (codePage === SYMBOL) {
    return Array.from(bytes, (byte) => String.fromCharCode(byte < 32 ? 32 : byte === 32 ? byte : 0xf000 + byte)).join(
      "",
    );
  }
  const name = encodingName(codePage);
  return iconv.decode(bytes, iconv.encodingExists(name) ? name : "windows-1252");
}

function encodingName(codePage: number): string {
  if (codePage === 10000) return "macroman";
  if (codePage === 65001) return "utf8";
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : `cp${codePage}`;
}
