/** The database, for the command line: which may not know the store itself. */

import { MinutesStore } from "../store/store.js";

export type { MinutesStore } from "../store/store.js";

/** Opens a database. Throws a `StoreError` where that cannot be done; "write" creates a missing one. */
export function openDatabase(file: string, mode: "write" | "read"): MinutesStore {
  return MinutesStore.open(file, mode);
}
