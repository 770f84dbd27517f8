/** A connection to a database file that is ours and of a schema that this release knows; it neither makes nor changes one. */

import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { APPLICATION_ID, SCHEMA_VERSION, schemaVersion } from "./schema-version.js";
import { StoreError } from "./store-error.js";

/** "write" may make the file, and may change an older schema. */
export type OpenMode = "write" | "read";

/** How long to wait for another program's transaction, in milliseconds. */
const LOCK_TIMEOUT = 5000;

/** Connects and checks. The schema may be older than this release's. Throws `StoreError`, and what SQLite throws where the file gives trouble. */
export function connect(file: string, mode: OpenMode, lockTimeout = LOCK_TIMEOUT): Database.Database {
  checkPath(file, mode);
  // Not SQLite's read-only mode: such a reader cannot remove the -wal and -shm files when it is the last to leave.
  const db = new Database(file, { fileMustExist: mode === "read", timeout: lockTimeout });
  try {
    // One transaction, so that a database which another process is just making is seen either empty or whole.
    db.transaction(() => checkOurs(db, file, mode))();
    db.pragma(mode === "read" ? "query_only = ON" : "foreign_keys = ON");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
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
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      "store/newer-schema",
      `The database ${file} was made by a newer release (schema ${version}; this one knows ${SCHEMA_VERSION}). Update the program.`,
    );
  }
}
