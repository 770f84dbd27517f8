/** By what a database is known as ours, and which schema it has: all that a reader needs to know of the schema. */

import type { Database } from "better-sqlite3";

/** The schema of this release: the number of steps in `migrations.ts`. */
export const SCHEMA_VERSION = 4;

/** "MBOK": marks the file as one of ours, so that another program's database is never written to. */
export const APPLICATION_ID = 0x4d424f4b;

/** The schema that a database has; 0 where it has none yet. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}
