/** Opens a database file, and brings its schema up to date. */

import type { Database } from "better-sqlite3";
import { connect, type OpenMode } from "./connection.js";
import { migrate } from "./migrations.js";
import { SCHEMA_VERSION, schemaVersion } from "./schema-version.js";
import { withStoreErrors } from "./store-error.js";

/** A connection with the settings that every part of the store relies on; "write" creates the file where there is none. Throws `StoreError`. */
export function openDatabase(file: string, mode: OpenMode, lockTimeout?: number): Database {
  return withStoreErrors(file, () => {
    const db = connect(file, mode, lockTimeout);
    try {
      if (mode === "write") prepareForWriting(db);
      else if (schemaVersion(db) < SCHEMA_VERSION) return upgradeAndReopen(db, file, lockTimeout);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function prepareForWriting(db: Database): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  // Each checkpoint waits for the disk: one in 16 MB, not in 4.
  db.pragma("wal_autocheckpoint = 4000");
  migrate(db);
}

/** A reader of an older database brings it up to date first: the views are the same for every reader of a release. */
function upgradeAndReopen(old: Database, file: string, lockTimeout: number | undefined): Database {
  old.close();
  openDatabase(file, "write", lockTimeout).close();
  return openDatabase(file, "read", lockTimeout);
}
