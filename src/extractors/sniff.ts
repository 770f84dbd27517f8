/** Which format some bytes are of. */

import type { Unreadable } from "../model/conversion.js";
import type { SourceFormat } from "../model/source.js";

export type Sniffed =
  | { readonly isKnown: true; readonly format: SourceFormat }
  | ({ readonly isKnown: false } & Unreadable);

/** First bytes, as Latin-1, of formats that are known but not read. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, "a rich text (.rtf) file"],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^II\*\0|^MM\0\*/, "a picture"],
  [/^PK\x03\x04[\s\S]{26}mimetypeapplication\/vnd\.oasis\.opendocument/, "an OpenDocument file"],
  [/^PK\x03\x04[\s\S]*(?:xl\/|ppt\/)/, "a spreadsheet or presentation"],
];

/** How much of the file is looked at for the marks of a format. */
const HEAD = 4096;

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return unknown("document/empty", "the file is empty");
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  if (head.slice(0, 1024).includes("%PDF-")) return { isKnown: true, format: "pdf" };
  if (head.startsWith("\xd0\xcf\x11\xe0")) return oldOffice(bytes);
  if (head.startsWith("PK\x03\x04") && isWordPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    return { isKnown: true, format: "docx" };
  for (const [mark, name] of UNSUPPORTED) {
    if (mark.test(head)) return unknown("document/unsupported-format", `this is ${name}, which is not read yet`);
  }
  if (head.startsWith("PK\x03\x04"))
    return unknown("document/unknown-format", "this is a zip archive, but no Word document");
  if (isHtml(head)) return { isKnown: true, format: "html" };
  if (!isText(bytes)) return unknown("document/unknown-format", "the bytes are no PDF, Word, HTML or text");
  return { isKnown: true, format: "text" };
}

/** Nearly all Word files name their main part word/document.xml; any other name is as good in a package of the same kind. */
function isWordPackage(bytes: Buffer): boolean {
  if (bytes.includes("word/document")) return true;
  return bytes.includes("[Content_Types].xml") && !["xl/", "ppt/", "visio/"].some((folder) => bytes.includes(folder));
}

function unknown(code: Unreadable["code"], message: string): Sniffed {
  return { isKnown: false, code, message };
}

/** OLE containers hold .doc files, and .docx files with a password. */
function oldOffice(bytes: Uint8Array): Sniffed {
  if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    return unknown("document/encrypted", "the Word file needs a password");
  }
  return unknown("document/unsupported-format", "this is an old Office (.doc) file, which is not read yet");
}

/** UTF-16 pages are told by dropping the zero bytes between their letters. */
function isHtml(head: string): boolean {
  const start = head.replace(/\0/g, "").replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, "");
  return /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i.test(start);
}

/** Backspace, tab, line feed, form feed, return, Ctrl-Z, escape: texts made for a printer are full of them. */
const LAY_OUT: ReadonlySet<number> = new Set([8, 9, 10, 12, 13, 26, 27]);

/** Text has next to no control characters; UTF-16 text has a zero at every second byte and is told by that. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  let nulls = 0;
  for (const byte of head) {
    if (byte === 0) nulls++;
    else if (byte < 32 && !LAY_OUT.has(byte)) controls++;
  }
  const hasMark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const isUtf16 = hasMark || (nulls > head.length * 0.3 && nulls <= head.length * 0.55);
  return controls <= head.length * 0.01 && (nulls === 0 || isUtf16);
}
