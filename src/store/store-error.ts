/** What can make a database unusable, each with one line that says what to do. */

import Database from "better-sqlite3";

/** Every code, with what it means and what to do. */
export const STORE_ERRORS = {
  "store/missing": "There is no database of that name. Run ingest first, or choose one with --db.",
  "store/not-a-database":
    "The file is no database of minutes, or a damaged one. It is left as it is; choose another with --db.",
  "store/newer-schema": "The database was made by a newer release. Update the program.",
  "store/not-writable": "The database cannot be written: permissions, a read-only disk, a disk that reports an error.",
  "store/disk-full":
    "There is no room left on the disk. What was stored is whole; make room and run the command again.",
  "store/locked": "Another program holds the database for longer than was waited. Try again.",
  "store/busy": "Another ingest works on the database. Wait for it with --wait, or try again later.",
  "log/not-writable": "The file of --log cannot be written. Check its folder and its permissions.",
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

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
