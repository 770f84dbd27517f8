/** A .docx file as a package: opened, checked for size before anything is unpacked, its parts by name and by relationship. */

import JSZip from "jszip";
import type { Unreadable } from "../../model/conversion.js";
import type { ReadingOptions } from "../../model/reading-options.js";
import { type Budget, claimedSize, unpack } from "../unpack.js";
import { attributeOf, decodeXml, descendantsOf, parseXml } from "./xml.js";

/** A package whose main part is known. */
export interface WordPackage {
  readonly zip: JSZip;
  /** Name of the main part; "word/document.xml" in nearly all files. */
  readonly main: string;
  readonly budget: Budget;
}

/** How one part names another, or an address outside. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type: `styles`, `hyperlink`; the same in the transitional and the strict form of the format. */
  readonly kind: string;
  /** Name of the part in the package, or the address as written. */
  readonly target: string;
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** Opens a package. Bytes that are none are told apart: protected by a password, too large, another format, broken. */
export async function openPackage(bytes: Uint8Array, options: ReadingOptions): Promise<WordPackage | Unreadable> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { code: "document/empty", message: "The file has no bytes." };
  if (buffer.subarray(0, 4).equals(OLE)) return containerOf(buffer, options);
  const unpacked = claimedSize(buffer);
  if (unpacked === null)
    return { code: "document/damaged", message: "The file is no zip archive, or its end is missing." };
  const limit = options.maxUnpackedMegabytes * 1024 * 1024;
  if (unpacked > limit) {
    const megabytes = Math.round(unpacked / 1024 / 1024);
    const message = `The file would unpack to ${megabytes} MB; ${options.maxUnpackedMegabytes} MB are allowed.`;
    return { code: "document/too-large", message };
  }
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(buffer);
  } catch (error) {
    return { code: "document/damaged", message: `The zip archive is broken: ${firstLine(error)}` };
  }
  return withMainPart(zip, { left: limit });
}

async function withMainPart(zip: JSZip, budget: Budget): Promise<WordPackage | Unreadable> {
  const main = await mainPart(zip, budget);
  if (main !== null) return { zip, main, budget };
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

/** The root element of a part; null where the package has none of that name. Throws where it is broken. */
export async function partRoot(file: WordPackage, name: string): Promise<Element | null> {
  const bytes = await unpack(file.zip, name, file.budget);
  return bytes === null ? null : parseXml(decodeXml(bytes));
}

/** The same for parts without which the text can be read: broken ones count as absent. */
export async function optionalRoot(file: WordPackage, name: string | null): Promise<Element | null> {
  if (name === null) return null;
  const bytes = await unpack(file.zip, name, file.budget);
  try {
    return bytes === null ? null : parseXml(decodeXml(bytes));
  } catch {
    return null;
  }
}

/** What a part names, in the order of its list. */
export async function relationshipsOf(file: WordPackage, part: string): Promise<Relationship[]> {
  const { folder, name } = splitName(part);
  const root = await optionalRoot(file, `${folder}_rels/${name}.rels`);
  return root === null ? [] : readRelationships(root, folder);
}

function readRelationships(root: Element, folder: string): Relationship[] {
  return descendantsOf(root, "Relationship").map((element) => {
    const target = attributeOf(element, "Target") ?? "";
    const isOutside = attributeOf(element, "TargetMode") === "External";
    return {
      id: attributeOf(element, "Id") ?? "",
      kind: (attributeOf(element, "Type") ?? "").replace(/^.*\//, ""),
      target: isOutside ? target : resolveTarget(folder, target),
    };
  });
}

function splitName(part: string): { folder: string; name: string } {
  const at = part.lastIndexOf("/") + 1;
  return { folder: part.slice(0, at), name: part.slice(at) };
}

/** Names are relative to the folder of the part that names them; with a slash in front, to the package. */
function resolveTarget(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : `${folder}${target}`).split("/");
  const out: string[] = [];
  for (const step of steps) {
    if (step === "..") out.pop();
    else if (step !== "" && step !== ".") out.push(step);
  }
  return out.join("/");
}

function containerOf(buffer: Buffer, options: ReadingOptions): Unreadable {
  if (!buffer.includes(ENCRYPTED))
    return { code: "document/unsupported-format", message: "The file is in the old binary format of Office." };
  const more = options.password === null ? "" : " The password given cannot be used: Word files are not decrypted.";
  return { code: "document/encrypted", message: `The document is protected by a password.${more}` };
}

async function mainPart(zip: JSZip, budget: Budget): Promise<string | null> {
  const bytes = await unpack(zip, "_rels/.rels", budget).catch(() => null);
  let named: Relationship[] = [];
  try {
    if (bytes !== null) named = readRelationships(parseXml(decodeXml(bytes)), "");
  } catch {
    // A package whose list of relationships is broken may still have the usual main part.
  }
  const main = named.find(
    ({ kind, target }) =>
      kind === "officeDocument" && /\.xml$/i.test(target) && !/^(?:xl|ppt)\//.test(target) && zip.file(target) !== null,
  );
  return main?.target ?? (zip.file("word/document.xml") === null ? null : "word/document.xml");
}
