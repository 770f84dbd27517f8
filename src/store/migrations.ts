/** How a database of any earlier release becomes one of this release. */

import type { Database } from "better-sqlite3";
import { METADATA_TABLES } from "./metadata-tables.js";
import { RUN_TABLE } from "./run-table.js";
import { SEARCH_TABLE, TABLES } from "./schema.js";
import { APPLICATION_ID, type SCHEMA_VERSION, schemaVersion } from "./schema-version.js";
import { SEARCH_WITHOUT_INSERT_TRIGGERS } from "./search-index.js";
import { VIEWS } from "./views.js";

/** Step n (counting from 1) makes schema n out of schema n - 1; `user_version` says how many were done. A change of the views alone is an empty step. */
export const MIGRATIONS: readonly string[] & { readonly length: typeof SCHEMA_VERSION } = [
  TABLES + SEARCH_TABLE,
  METADATA_TABLES,
  RUN_TABLE,
  SEARCH_WITHOUT_INSERT_TRIGGERS,
];

/**
 * Does the steps that are still missing, each in a transaction of its own, together with the views when the last is done.
 * Another process may do the same at the same time: whoever comes second finds nothing left to do.
 */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  const doNext = db.transaction(() => {
    const done = schemaVersion(db);
    const step = migrations[done];
    if (step === undefined) return;
    dropViews(db);
    db.exec(step);
    if (done + 1 === migrations.length) createViews(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${done + 1}`);
  });
  while (schemaVersion(db) < migrations.length) doNext.immediate();
}

/** Views go first: a step that alters a table fails while a view still names a column that is gone. */
function dropViews(db: Database): void {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all();
  for (const name of names) db.exec(`DROP VIEW "${String(name)}"`);
}

function createViews(db: Database): void {
  for (const [name, select] of Object.entries(VIEWS)) db.exec(`CREATE VIEW ${name} AS\n${select}`);
}
