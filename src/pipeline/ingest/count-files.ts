/** How many files a run will come to: a second walk beside the first, which only reads the folders. */

import type { Stretch } from "../walk.js";

/** Counts the files, and the paths that cannot be looked at. */
export async function countFiles(stretches: AsyncIterable<Stretch>): Promise<number> {
  let count = 0;
  for await (const { files, unfound } of stretches) count += files.length + unfound.length;
  return count;
}
