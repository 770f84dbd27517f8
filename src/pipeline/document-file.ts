/** A file on disk, and whether it can be read at all. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Unreadable } from "../model/conversion.js";
import type { DocumentFile } from "../store/store.js";
import { type FoundFile, notFound } from "./discover.js";

/** More bytes than any minutes have; such a file is not opened by a reader. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** The file with its hash; the code and the words where it cannot be opened. */
export async function identify(found: FoundFile): Promise<DocumentFile | Unreadable> {
  try {
    const { size, mtime } = await stat(found.absolutePath);
    const sha256 = await hash(found.absolutePath);
    return { root: found.root, path: found.path, size, modifiedAt: mtime.toISOString(), sha256 };
  } catch (error) {
    return notFound(error);
  }
}

/** Why a file is not even given to a reader; null where it is. */
export function refusal(file: Pick<DocumentFile, "size">): Unreadable | null {
  if (file.size <= LARGEST_FILE) return null;
  const megabytes = Math.round(file.size / 1024 / 1024);
  return { code: "document/too-large", message: `the file has ${megabytes} MB, more than 200` };
}

async function hash(path: string): Promise<string> {
  const sha256 = createHash("sha256");
  for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer);
  return sha256.digest("hex");
}
