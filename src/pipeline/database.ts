/** The database, for the command line: which may not know the store itself. */

import { StoreReader } from "../store/reader.js";
import type { MinutesStore } from "../store/store.js";

export type { StoreReader } from "../store/reader.js";

/** Opens a database that is there. Throws a `StoreError` where that cannot be done. */
export function openToRead(file: string): Promise<StoreReader> {
  return StoreReader.openToRead(file);
}

/** Opens a database, or creates it. Throws a `StoreError` where that cannot be done. */
export async function openToWrite(file: string): Promise<MinutesStore> {
  const store = await import("../store/store.js");
  return store.MinutesStore.open(file, "write");
}
