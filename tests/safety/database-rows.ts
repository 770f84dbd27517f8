/** What a database holds, so that two can be compared row for row. */

import Database from "better-sqlite3";

/** Numbers that only tell in which order rows were written, and times of writing. */
const INCIDENTAL = new Set(["row_number", "evidence_id", "run_id", "ingested_at", "seen_at"]);

/** Tables that are compared by a query of their own: their keys are incidental. `run` is the diary. */
const APART = /^(?:sqlite_|search|run$|evidence_place$)/;

const QUERIES = {
  evidence_place: `SELECT e.fact_id, e.field, e.value, e.start_offset, e.end_offset, p.ordinal, p.page, p.x0, p.y0, p.x1, p.y1
    FROM evidence_place p JOIN evidence e USING (evidence_id)`,
  search: "SELECT kind, fact_id, title, text FROM search",
};

/** Every base table with its rows in an order of their own; a row as JSON. Throws where SQLite finds the file damaged. */
export function rowsOf(file: string): Record<string, string[]> {
  const db = new Database(file, { readonly: true });
  try {
    checkWhole(db);
    const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    const tables = names.filter((name) => !APART.test(name)).map((name) => [name, selectOf(db, name)] as const);
    return Object.fromEntries(
      [...tables, ...Object.entries(QUERIES)].map(([name, sql]) => {
        const rows = db.prepare<[], unknown[]>(sql).raw().all();
        return [name, rows.map((row) => JSON.stringify(row)).sort()];
      }),
    );
  } finally {
    db.close();
  }
}

/** How much is stored of each document, by its path: what is there in half would show. */
export function amountsByDocument(file: string): Map<string, string> {
  const db = new Database(file, { readonly: true });
  try {
    checkWhole(db);
    const sql = `SELECT d.path, d.status, count(DISTINCT p.part_id), count(DISTINCT i.item_id), count(DISTINCT e.evidence_id),
        (SELECT count(*) FROM page_text t WHERE t.document_id = d.document_id)
      FROM document d LEFT JOIN part p USING (document_id) LEFT JOIN item i USING (part_id) LEFT JOIN evidence e ON e.part_id = p.part_id
      GROUP BY d.document_id`;
    const rows = db.prepare<[], unknown[]>(sql).raw().all();
    return new Map(rows.map(([path, ...amounts]) => [String(path), JSON.stringify(amounts)]));
  } finally {
    db.close();
  }
}

function selectOf(db: Database.Database, table: string): string {
  const columns = db.prepare<[string], string>("SELECT name FROM pragma_table_info(?)").pluck().all(table);
  return `SELECT ${columns.filter((column) => !INCIDENTAL.has(column)).join(", ")} FROM ${table}`;
}

function checkWhole(db: Database.Database): void {
  const faults = [db.pragma("integrity_check", { simple: true }), ...(db.pragma("foreign_key_check") as unknown[])];
  if (faults.length !== 1 || faults[0] !== "ok") throw new Error(`the database is damaged: ${JSON.stringify(faults)}`);
}
