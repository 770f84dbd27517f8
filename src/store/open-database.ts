/** Opens a database file, and sees to it that it is one of ours and of a schema that this release knows. */

import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { APPLICATION_ID, MIGRATIONS, migrate, schemaVersion } from "./migrations.js";
import { StoreError, withStoreErrors } from "./store-error.js";

/** "write" creates the file where there is none, and brings an older schema up to date. */
export type OpenMode = "write" | "read";

/** How long to wait for another program's transaction, in milliseconds. */
const LOCK_TIMEOUT = 5000;

/** A connection with the settings that every part of the store relies on. Throws `StoreError`. */
export function openDatabase(file: string, mode: OpenMode, lockTimeout = LOCK_TIMEOUT): Database.Database {
  checkPath(file, mode);
  return withStoreErrors(file, () => {
    // Not SQLite's read-only mode: such a reader cannot remove the -wal and -shm files when it is the last to leave.
    const db = new Database(file, { fileMustExist: mode === "read", timeout: lockTimeout });
    try {
      // One transaction, so that a database which another process is just making is seen either empty or whole.
      db.transaction(() => checkOurs(db, file, mode))();
      if (mode === "write") prepareForWriting(db);
      else if (schemaVersion(db) < MIGRATIONS.length) return upgradeAndReopen(db, file, lockTimeout);
      db.pragma(mode === "read" ? "query_only = ON" : "foreign_keys = ON");
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function checkPath(file: string, mode: OpenMode): void {
  if (existsSync(file)) {
    if (!statSync(file).isDirectory()) return;
    throw new StoreError("store/not-a-database", `${file} is a folder, not a database. Choose a file with --db.`);
  }
  if (mode === "read") {
    throw new StoreError("store/missing", `There is no database ${file}. Run ingest first, or choose one with --db.`);
  }
  if (!existsSync(dirname(file))) {
    throw new StoreError("store/not-writable", `The folder of ${file} does not exist. Make it first.`);
  }
}

/** An empty file may become ours; a file with another program's tables may not. */
function checkOurs(db: Database.Database, file: string, mode: OpenMode): void {
  const version = schemaVersion(db);
  const isOurs = db.pragma("application_id", { simple: true }) === APPLICATION_ID;
  const isEmpty = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  if (!isOurs && !(mode === "write" && isEmpty && version === 0)) {
    const advice =
      mode === "read" ? "Run ingest first, or choose another with --db." : "Choose another file with --db.";
    throw new StoreError("store/not-a-database", `${file} is not a database of minutes. ${advice}`);
  }
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      "store/newer-schema",
      `The database ${file} was made by a newer release (schema ${version}; this one knows ${MIGRATIONS.length}). Update the program.`,
    );
  }
}

function prepareForWriting(db: Database.Database): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  migrate(db);
}

/** A reader of an older database brings it up to date first: the views are the same for every reader of a release. */
function upgradeAndReopen(old: Database.Database, file: string, lockTimeout: number): Database.Database {
  old.close();
  openDatabase(file, "write", lockTimeout).close();
  return openDatabase(file, "read", lockTimeout);
}
