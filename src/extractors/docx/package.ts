/** A .docx file as a package: opened, checked for size before anything is unpacked, its parts by name. */

import JSZip from "jszip";
import type { Unreadable } from "../../model/conversion.js";

/** A package whose main part is known. */
export interface WordPackage {
  readonly zip: JSZip;
  /** Folder of the main part, with a slash behind; "word/" in nearly all files. */
  readonly folder: string;
  /** Name of the main part. */
  readonly main: string;
}

/** What the parts may unpack to, in bytes: a 600 KB file can claim 600 MB. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** Opens a package. Bytes that are none are told apart: protected by a password, too large, another format, broken. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage | Unreadable> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { code: "document/empty", message: "The file has no bytes." };
  if (buffer.subarray(0, 4).equals(OLE)) return containerOf(buffer);
  const unpacked = claimedSize(buffer);
  if (unpacked === null)
    return { code: "document/damaged", message: "The file is no zip archive, or its end is missing." };
  if (unpacked > LARGEST_UNPACKED) {
    const megabytes = Math.round(unpacked / 1024 / 1024);
    return { code: "document/too-large", message: `The file would unpack to ${megabytes} MB.` };
  }
  try {
    return await withMainPart(await JSZip.loadAsync(buffer));
  } catch (error) {
    return { code: "document/damaged", message: `The zip archive is broken: ${firstLine(error)}` };
  }
}

async function withMainPart(zip: JSZip): Promise<WordPackage | Unreadable> {
  const main = await mainPart(zip);
  if (main !== null) return { zip, main, folder: main.slice(0, main.lastIndexOf("/") + 1) };
  const isOther = ["xl/workbook.xml", "ppt/presentation.xml", "mimetype"].some((name) => zip.file(name) !== null);
  return isOther
    ? { code: "document/unsupported-format", message: "The archive is another kind of office document." }
    : { code: "document/damaged", message: "The archive has no word/document.xml." };
}

/** First line of an error's message. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? "").slice(0, 200);
}

/** The text of a part; null where the package has none of that name. */
export async function partText(file: WordPackage, name: string): Promise<string | null> {
  const part = file.zip.file(name);
  return part === null ? null : part.async("string");
}

function containerOf(buffer: Buffer): Unreadable {
  return buffer.includes(ENCRYPTED)
    ? { code: "document/encrypted", message: "The document is protected by a password." }
    : { code: "document/unsupported-format", message: "The file is in the old binary format of Office." };
}

async function mainPart(zip: JSZip): Promise<string | null> {
  const relations = (await zip.file("_rels/.rels")?.async("string")) ?? "";
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/Type\s*=\s*["'][^"']*\/officeDocument["']/.test(relation)) continue;
    const target = /Target\s*=\s*["']\/?([^"']+)["']/.exec(relation)?.[1];
    if (target !== undefined && /\.xml$/.test(target) && !/^(?:xl|ppt)\//.test(target) && zip.file(target) !== null)
      return target;
  }
  return zip.file("word/document.xml") === null ? null : "word/document.xml";
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Sum of the sizes that the zip directory claims, in bytes; null where there is no directory. 64-bit sizes count as 4 GB each. */
function claimedSize(buffer: Buffer): number | null {
  const earliest = Math.max(0, buffer.length - 22 - 0xffff);
  let end = buffer.length - 22;
  while (end >= earliest && buffer.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < earliest || end < 0) return null;
  let at = buffer.readUInt32LE(end + 16);
  let sum = 0;
  while (at + 46 <= buffer.length && buffer.readUInt32LE(at) === DIRECTORY_ENTRY) {
    sum += buffer.readUInt32LE(at + 24);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return sum;
}
