/** One ingest a database: a lock of the operating system on a file beside the database, which ends with the process however that ends. */

import { rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";

export interface IngestLock {
  release(): void;
}

/** Takes the lock; null where another process, or this one, has it. Throws what SQLite throws where the file cannot be made. */
export function takeIngestLock(databaseFile: string): IngestLock | null {
  if (databaseFile === ":memory:") return { release: () => {} };
  const file = `${databaseFile}-ingest`;
  // Who had it may have removed the file after it was opened here: then the lock is on nothing, and another may hold the new file.
  for (;;) {
    const db = new Database(file, { timeout: 0 });
    const before = inodeOf(file);
    if (!isLocked(db)) {
      db.close();
      return null;
    }
    if (before !== null && inodeOf(file) === before) return { release: () => release(db, file) };
    db.close();
  }
}

function isLocked(db: Database.Database): boolean {
  try {
    // SQLite knows the locks of every system; nothing is ever written to this file.
    db.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    db.close();
    throw error;
  }
}

function release(db: Database.Database, file: string): void {
  // Removed while it is still held, so that nobody can hold a file that is about to go. Windows refuses; the file then stays, empty.
  try {
    rmSync(file, { force: true });
  } catch {}
  db.close();
}

function inodeOf(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
