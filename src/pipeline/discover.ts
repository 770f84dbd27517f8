/** Which files a list of paths means, all at once: for folders of a size that a person looks through. `ingest` walks instead. */

import type { FailedDocument } from "./ingest/tally.js";
import { type FoundFile, walk } from "./walk.js";

export type { FoundFile } from "./walk.js";

export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly unfound: readonly FailedDocument[];
  /** How many files of folders were left out because of their ending. */
  readonly skipped: number;
}

/** Finds the files that paths, folders and globs stand for, each once. */
export async function discover(paths: readonly string[], workingFolder?: string): Promise<Discovery> {
  const files = new Map<string, FoundFile>();
  const unfound: FailedDocument[] = [];
  let skipped = 0;
  for await (const stretch of walk(paths, workingFolder)) {
    for (const file of stretch.files) if (!files.has(file.absolutePath)) files.set(file.absolutePath, file);
    unfound.push(...stretch.unfound.map(({ path, code, message }) => ({ path, code, message })));
    skipped += stretch.skipped;
  }
  return { files: [...files.values()], unfound, skipped };
}
