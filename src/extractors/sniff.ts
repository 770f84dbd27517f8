/** Which format some bytes are of. */

import type { Unreadable } from "../model/conversion.js";
import { isCompoundFile } from "./doc/compound-file.js";
import { sniffCompoundFile } from "./doc/sniff-compound-file.js";
import type { Sniffed } from "./reading.js";

/** First bytes, as Latin-1, of formats that are known but not read. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^II\*\0|^MM\0\*/, "a picture"],
  [/^\xffWPC/, "a WordPerfect file"],
  [/^[\xdb\x9b]\xa5[\x21\x2d]\0/, "a file of Word 1 or 2 for Windows"],
  [/^[\x31\x32]\xbe\0\0\0\xab/, "a file of Word for DOS or Windows Write"],
  [/^\xfe[\x32\x34\x37]\0/, "a file of Word 3 to 5 for the Macintosh"],
  [/^<\?xml[\s\S]*?(?:<\?mso-application\s+progid="Word\.Document"|<w:wordDocument)/, "a Word 2003 XML file"],
  [/^PK\x03\x04[\s\S]{26}mimetypeapplication\/vnd\.sun\.xml/, "an OpenOffice 1 file"],
  [/^PK\x03\x04[\s\S]*(?:xl\/|ppt\/)/, "a spreadsheet or presentation"],
];

/** What an OpenDocument zip says of itself in its first, unpacked part; `text` has kinds of its own. */
const OPEN_DOCUMENT = /^PK\x03\x04[\s\S]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/;
const FLAT_OPEN_DOCUMENT =
  /<office:document\b[^>]*office:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.text/;

/** What a person can do with a file that is not read here. */
const ADVICE = "open it in a program that reads it, such as LibreOffice, and save it as .docx or PDF";

/** How much of the file is looked at for the marks of a format: a flat OpenDocument file names dozens of namespaces first. */
const HEAD = 16_384;

export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return unknown("document/empty", "the file is empty");
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  if (head.slice(0, 1024).includes("%PDF-")) return { isKnown: true, format: "pdf" };
  if (isCompoundFile(bytes)) return sniffCompoundFile(bytes);
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return { isKnown: true, format: "rtf" };
  if (head.startsWith("PK\x03\x04")) return sniffZip(bytes, head);
  if (FLAT_OPEN_DOCUMENT.test(head)) return { isKnown: true, format: "odt" };
  const other = unsupported(head);
  if (other !== null) return other;
  if (isHtml(head)) return { isKnown: true, format: "html" };
  if (!isText(bytes))
    return unknown("document/unknown-format", "the bytes are no PDF, Word, OpenDocument, rich text, HTML or text");
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

function sniffZip(bytes: Uint8Array, head: string): Sniffed {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isWordPackage(archive)) return { isKnown: true, format: "docx" };
  const kind = OPEN_DOCUMENT.exec(head)?.[1];
  if (kind !== undefined && kind !== "text") {
    return unknown("document/unsupported-format", `this is an OpenDocument ${kind}, which is not read; ${ADVICE}`);
  }
  // Some programs put the parts into another order, or compress the first.
  const isOpenDocument = archive.includes("content.xml") && archive.includes("META-INF/manifest.xml");
  const other = unsupported(head);
  if (kind === "text" || (other === null && isOpenDocument)) return { isKnown: true, format: "odt" };
  return other ?? unknown("document/unknown-format", "this is a zip archive, but no Word or OpenDocument text");
}

function unsupported(head: string): Sniffed | null {
  const found = UNSUPPORTED.find(([mark]) => mark.test(head));
  if (found === undefined) return null;
  return unknown("document/unsupported-format", `this is ${found[1]}, which is not read; ${ADVICE}`);
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
