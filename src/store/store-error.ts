/** What can make a database unusable, each with one line that says what to do. */

import Database from "better-sqlite3";

export type StoreErrorCode =
  | "store/not-a-database"
  | "store/newer-schema"
  | "store/not-writable"
  | "store/disk-full"
  | "store/locked"
  | "store/missing";

/** The database cannot be used at all; `message` is one line for the user. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = "StoreError";
    this.code = code;
  }
}

/** SQLite's result codes, by their beginning, and what they mean to the user; the first that fits counts. */
const MEANINGS: readonly (readonly [string, StoreErrorCode, string])[] = [
  ["SQLITE_NOTADB", "store/not-a-database", "is not a SQLite database. Choose another file with --db."],
  ["SQLITE_CORRUPT", "store/not-a-database", "is damaged. Move it away and run ingest again."],
  ["SQLITE_FULL", "store/disk-full", "cannot grow: the disk is full. Make room and run the command again."],
  ["SQLITE_BUSY", "store/locked", "is in use by another program. Wait until that has ended and try again."],
  ["SQLITE_LOCKED", "store/locked", "is in use by another program. Wait until that has ended and try again."],
  [
    "SQLITE_READONLY_DIRECTORY",
    "store/not-writable",
    "lies in a folder that cannot be written, which SQLite needs even to read. Copy it to another folder.",
  ],
  ["SQLITE_READONLY", "store/not-writable", "cannot be written. Check its permissions, or choose another with --db."],
  ["SQLITE_PERM", "store/not-writable", "cannot be written. Check its permissions, or choose another with --db."],
  ["SQLITE_CANTOPEN", "store/not-writable", "cannot be opened or created. Check its folder and its permissions."],
  ["SQLITE_IOERR", "store/not-writable", "cannot be read or written: the disk reports an error. Check the disk."],
];

/** Runs `work`; failures of the database file come out as `StoreError`, bugs as they are. */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const meaning = MEANINGS.find(([beginning]) => error.code.startsWith(beginning));
    if (meaning === undefined) throw error;
    throw new StoreError(meaning[1], `The database ${file} ${meaning[2]}`);
  }
}
