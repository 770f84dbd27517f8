/** Files of a walk → files with size and time, and what is known of them. */

import { stat } from "node:fs/promises";
import type { SightedFile } from "../../store/store.js";
import { sizeAndTime } from "../document-file.js";
import { notFound } from "../path-trouble.js";
import type { FoundFile, Unfound } from "../walk.js";

/** So many files are asked for at once: more than the four that Node's threads ask for would only wait. */
const AT_ONCE = 32;

/** Asks the system for size and time of files, in order. */
export async function sight(files: readonly FoundFile[]): Promise<{ sighted: SightedFile[]; unfound: Unfound[] }> {
  const sighted: SightedFile[] = [];
  const unfound: Unfound[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const answers = await Promise.all(files.slice(start, start + AT_ONCE).map(sightOne));
    for (const answer of answers) {
      if ("code" in answer) unfound.push(answer);
      else sighted.push(answer);
    }
  }
  return { sighted, unfound };
}

async function sightOne(file: FoundFile): Promise<SightedFile | Unfound> {
  try {
    return { ...file, ...sizeAndTime(await stat(file.absolutePath)) };
  } catch (error) {
    const { path, absolutePath } = file;
    return { path, absolutePath, ...notFound(error, "it is not there any more") };
  }
}
