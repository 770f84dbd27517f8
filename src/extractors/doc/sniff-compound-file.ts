/** Which document an old Office container holds. */

import type { Sniffed } from "../reading.js";
import { openCompoundFile } from "./compound-file.js";

/** Streams at the top by which other programs than Word are known. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:Workbook|Book)$/i, "an Excel spreadsheet (.xls)"],
  [/^PowerPoint Document$/i, "a PowerPoint presentation (.ppt)"],
  [/^__(?:properties_version1\.0|nameid_version1\.0|recip_version1\.0)/, "an Outlook message (.msg)"],
  [/^VisioDocument$/i, "a Visio drawing"],
  [/^Quill$/i, "a Publisher file"],
  [/^MatOST$/i, "a Works file"],
];

/** Flags in the file information block at the beginning of Word's own stream. */
const FLAGS_AT = 10;
const IS_ENCRYPTED = 0x0100;

/** Tells Word files from the others by the streams that lie at the top of the container. */
export function sniffCompoundFile(bytes: Uint8Array): Sniffed {
  const file = openCompoundFile(bytes);
  if (file === null || file.names.length === 0)
    return { isKnown: false, code: "document/damaged", message: "the directory of the old Office file is broken" };
  const document = file.stream("WordDocument");
  if (file.names.includes("EncryptedPackage") || (document !== null && isEncrypted(document)))
    return { isKnown: false, code: "document/encrypted", message: "the Word file needs a password" };
  if (document !== null) return { isKnown: true, format: "doc" };
  const other = OTHERS.find(([mark]) => file.names.some((name) => mark.test(name)))?.[1];
  const message = `this is ${other ?? "an old Office file of another program than Word"}, which is not read; save what concerns the minutes as .docx or PDF`;
  return { isKnown: false, code: "document/unsupported-format", message };
}

function isEncrypted(document: Buffer): boolean {
  return document.length > FLAGS_AT + 2 && (document.readUInt16LE(FLAGS_AT) & IS_ENCRYPTED) !== 0;
}
