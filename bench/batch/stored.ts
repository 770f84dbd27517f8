/** What is asked of a finished database: how fast it grew, and whether a run has changed a row. */

import { createHash } from "node:crypto";
import Database from "better-sqlite3";

function asked<T>(file: string, ask: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

/** How many documents `document_list` has, and how many of them could not be read. */
export function documentCounts(file: string): { documents: number; failed: number } {
  const sql = "SELECT count(*) AS documents, total(status = 'failed') AS failed FROM document_list";
  return (
    asked(file, (db) => db.prepare<[], { documents: number; failed: number }>(sql).get()) ?? { documents: 0, failed: 0 }
  );
}

/** Seconds that each tenth of the documents took, by the times at which they were stored. */
export function secondsByTenth(file: string): number[] {
  const sql = "SELECT ingested_at FROM document ORDER BY ingested_at";
  const times = asked(file, (db) => db.prepare<[], string>(sql).pluck().all()).map((time) => Date.parse(time));
  const at = (tenth: number): number => times[Math.round((times.length * tenth) / 10) - 1] ?? Number.NaN;
  return Array.from({ length: 9 }, (_, index) => (at(index + 2) - at(index + 1)) / 1000);
}

/** SHA-256 of every row of every table but `run`, which is the diary of the runs. */
export function hashOfRows(file: string): string {
  return asked(file, (db) => {
    const hash = createHash("sha256");
    const names = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    for (const name of names.filter((each) => each !== "run" && !each.startsWith("sqlite_"))) {
      hash.update(`\n${name}\n`);
      const columns = db.prepare<[string], number>("SELECT count(*) FROM pragma_table_info(?)").pluck().get(name) ?? 1;
      const order = Array.from({ length: columns }, (_, index) => index + 1).join(", ");
      for (const row of db.prepare<[], unknown[]>(`SELECT * FROM "${name}" ORDER BY ${order}`).raw().iterate()) {
        for (const value of row) hash.update(Buffer.isBuffer(value) ? value : `${typeof value} ${String(value)}\t`);
        hash.update("\n");
      }
    }
    return hash.digest("hex");
  });
}

/** Pages of the documents that have some, and one for each other. */
export function pageCount(file: string): number {
  return (
    asked(file, (db) => db.prepare<[], number>("SELECT total(coalesce(pages, 1)) FROM document").pluck().get()) ?? 0
  );
}
