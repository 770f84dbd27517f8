/** Folders of made-up files for tests. */

import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Long enough ago for no run to wait for more to be written. */
const YESTERDAY = new Date(Date.now() - 86_400_000);

/** A new folder with these files, as if written yesterday; a path may have folders in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-pipeline-"));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    utimesSync(join(folder, path), YESTERDAY, YESTERDAY);
  }
  return folder;
}
