/** Documents that come quickly are committed together: each commit has its price, and the full-text index likes few large ones better. */

import { type MinutesStore, StoreError } from "../../store/store.js";

/** A batch is committed when it has so many documents, or is so old in milliseconds. */
const MOST = 64;
const OLDEST = 100;

export interface Batch {
  /** Writes to the database; `onCommitted` is called when it is sure to stay there. Throws what `work` throws, and where an earlier commit failed. */
  write<T>(work: () => T, onCommitted?: () => void): T;
  /** Commits what is not committed yet. */
  flush(): void;
  /** Drops what is not committed yet. */
  abandon(): void;
}

export function openBatch(store: MinutesStore, onTrouble: (error: unknown) => void): Batch {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | null = null;
  let trouble: unknown = null;

  function end(): (() => void)[] {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const ended = waiting;
    waiting = [];
    return ended;
  }

  function abandon(): void {
    if (timer === null) return;
    end();
    store.abandonBatch();
  }

  function flush(): void {
    if (trouble !== null) throw trouble;
    if (timer === null) return;
    const committed = end();
    try {
      store.commitBatch();
    } catch (error) {
      trouble = error;
      throw error;
    }
    for (const tell of committed) tell();
  }

  function flushLater(): void {
    try {
      flush();
    } catch (error) {
      onTrouble(error);
    }
  }

  function write<T>(work: () => T, onCommitted: () => void = () => {}): T {
    if (trouble !== null) throw trouble;
    if (timer === null) {
      store.beginBatch();
      timer = setTimeout(flushLater, OLDEST);
    }
    try {
      const result = work();
      waiting.push(onCommitted);
      if (waiting.length >= MOST) flush();
      return result;
    } catch (error) {
      // A document that cannot be stored has taken nothing but itself back; trouble with the file ends the batch.
      if (error instanceof StoreError) {
        trouble = error;
        abandon();
      }
      throw error;
    }
  }

  return { write, flush, abandon };
}
