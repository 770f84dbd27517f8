/** One number for all golden files: where it changes, documents give other facts than before. */

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { STAGES } from "./golden-stages.js";

/** The stages that show what comes into a database; a tree that changes and gives the same facts needs no document read again. */
const FACTS = STAGES.filter((stage) => !stage.startsWith("2-"));

/** Digest of the golden files of a folder, whatever line ends a checkout has given them. */
export async function goldenDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((path) => path.replaceAll("\\", "/")).sort();
  const digest = createHash("sha256");
  for (const path of paths) {
    if (!FACTS.some((stage) => path.endsWith(`/${stage}`))) continue;
    const text = await readFile(join(folder, path), "utf8");
    digest.update(`${path}\n${text.replaceAll("\r\n", "\n")}\n`);
  }
  return digest.digest("hex").slice(0, 16);
}
