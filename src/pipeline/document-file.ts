/** A file on disk: what it is, and whether it can be read at all. */

import { createHash } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Unreadable } from "../model/conversion.js";
import type { DocumentFile, SightedFile } from "../store/store.js";
import { notFound } from "./path-trouble.js";
import type { FoundFile } from "./walk.js";

/** More bytes than any minutes have; such a file is not opened by a reader. */
const LARGEST_FILE = 200 * 1024 * 1024;

const NONBLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;

/** The file with its hash; the code and the words where it cannot be opened. */
export async function identify(found: FoundFile): Promise<DocumentFile | Unreadable> {
  const file = await identifySteady(found);
  return file === "changing" ? { code: "document/not-found", message: "it was written to while it was read" } : file;
}

/** As `identify`; "changing" where somebody writes to the file meanwhile, or has since it was sighted. */
export async function identifySteady(found: FoundFile | SightedFile): Promise<DocumentFile | Unreadable | "changing"> {
  let handle: FileHandle | null = null;
  try {
    // Without waiting for somebody at the other end, should it be a pipe.
    handle = await open(found.absolutePath, NONBLOCKING);
    const before = await handle.stat();
    if (before.isDirectory()) return { code: "document/not-found", message: "it is a folder" };
    if (!before.isFile()) return { code: "document/not-a-file", message: "it is a device, a socket or a pipe" };
    const sha256 = await hash(handle, before.size);
    const { size, modifiedAt } = sizeAndTime(before);
    const expected = "size" in found ? found : { size, modifiedAt };
    const after = sizeAndTime(await handle.stat());
    if (!isSame(after, expected) || !isSame(after, { size, modifiedAt })) return "changing";
    return { root: found.root, path: found.path, size, modifiedAt, sha256 };
  } catch (error) {
    return notFound(error);
  } finally {
    await handle?.close();
  }
}

/** By which an unchanged file is known. */
export function sizeAndTime({ size, mtimeMs }: Stats): { size: number; modifiedAt: string } {
  const date = new Date(Math.round(mtimeMs));
  // A broken disk can tell a time that no calendar has.
  return { size, modifiedAt: (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString() };
}

export function isSame(
  a: Pick<SightedFile, "size" | "modifiedAt">,
  b: Pick<SightedFile, "size" | "modifiedAt">,
): boolean {
  return a.size === b.size && a.modifiedAt === b.modifiedAt;
}

/** Why a file is not even given to a reader; null where it is. */
export function refusal(file: Pick<DocumentFile, "size">): Unreadable | null {
  if (file.size <= LARGEST_FILE) return null;
  const megabytes = Math.round(file.size / 1024 / 1024);
  return { code: "document/too-large", message: `the file has ${megabytes} MB, more than 200` };
}

/** SHA-256 of the whole file; `size` only spares a small one a large buffer. */
async function hash(handle: FileHandle, size: number): Promise<string> {
  const sha256 = createHash("sha256");
  const piece = Buffer.allocUnsafe(Math.min(PIECE, size + 1));
  for (;;) {
    const { bytesRead } = await handle.read(piece, 0, piece.length, null);
    if (bytesRead === 0) return sha256.digest("hex");
    sha256.update(piece.subarray(0, bytesRead));
  }
}
