/** Sees to it that a run has the database for itself. */

import { setTimeout } from "node:timers/promises";
import { type IngestLock, type MinutesStore, StoreError } from "../../store/store.js";
import type { IngestOptions } from "./options.js";

/** How often to try, in milliseconds. */
const INTERVAL = 250;

/** Takes the lock of the database, and waits for it as long as is allowed. Throws a `StoreError` where another ingest has it. */
export async function waitForLock(store: MinutesStore, options: IngestOptions): Promise<IngestLock> {
  const { waitSeconds = 0, onWait = () => {}, signal } = options;
  const deadline = performance.now() + waitSeconds * 1000;
  for (let attempt = 0; ; attempt++) {
    try {
      return store.lockForIngest();
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === "store/busy";
      const isOver = performance.now() >= deadline || signal?.aborted === true;
      if (!isBusy || isOver) throw error;
      if (attempt === 0) onWait(error.message);
      await setTimeout(INTERVAL, null, signal === undefined ? {} : { signal }).catch(() => {});
    }
  }
}
