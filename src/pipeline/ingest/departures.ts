/** Files that are no longer where they were: marked as gone, and where that is asked for, their documents deleted. */

import { resolve } from "node:path";
import type { Place } from "../../store/store.js";
import { isGone, type WalkedFolder } from "../walk.js";
import type { Run } from "./run.js";

/** Places and documents a transaction. */
const AT_ONCE = 256;

/** Marks what is known to lie in folders that were walked to their end and was not seen there. What the disk does not clearly deny is left. */
export async function markGone(folders: readonly WalkedFolder[], run: Run): Promise<void> {
  for (const { folder, isEmpty } of folders) {
    if (!isEmpty) await markGoneBelow(folder, run);
    else reportEmptied(folder, run);
    if (run.stopping.aborted) return;
  }
}

async function markGoneBelow(folder: string, run: Run): Promise<void> {
  let last: Place | null = null;
  while (!run.stopping.aborted) {
    const missing = run.sightings.missing(folder, last, AT_ONCE);
    last = missing.at(-1) ?? null;
    if (last === null) return;
    const gone: Place[] = [];
    for (const place of missing) if (await isGone(resolve(place.root, place.path))) gone.push(place);
    run.batch.write(
      () => run.store.lose(gone),
      () => {
        for (const { path } of gone) logDeparture(run, path, null, "gone");
      },
    );
    run.batch.flush();
    run.tally.depart("gone", gone.length);
  }
}

/** A folder that has lost everything at once is more likely a disk that is not mounted. */
function reportEmptied(folder: string, run: Run): void {
  const documents = run.sightings.livingBelow(folder);
  if (documents === 0) return;
  const message = `the folder is empty, though ${documents} documents were in it: is its disk mounted? None was marked as gone`;
  run.tally.fail({ path: folder, code: "document/not-found", message });
}

/** Deletes the documents that lie nowhere any more. */
export function prune(run: Run): void {
  for (let pruned = [""]; pruned.length > 0 && !run.stopping.aborted; ) {
    pruned = run.batch.write(() => run.store.prune(AT_ONCE));
    run.batch.flush();
    for (const sha256 of pruned) logDeparture(run, null, sha256, "pruned");
    run.tally.depart("pruned", pruned.length);
  }
}

function logDeparture(run: Run, path: string | null, sha256: string | null, outcome: "gone" | "pruned"): void {
  run.log.document({ path, sha256, outcome, code: null, message: null, seconds: null, pages: null });
}
