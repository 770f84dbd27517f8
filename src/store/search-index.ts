/** Keeps the full-text index in step with the facts: rows that go are taken out by triggers, new ones come in together, once a transaction. */

import type { Database } from "better-sqlite3";

/**
 * Step 4. FTS5 writes what it has gathered to the disk at every savepoint, and a statement with a trigger is one: to insert row by row
 * cost a third of what it takes to store a document.
 */
export const SEARCH_WITHOUT_INSERT_TRIGGERS =
  "DROP TRIGGER item_found; DROP TRIGGER decision_found; DROP TRIGGER action_found;";

export interface SearchIndex {
  /** The document has new rows. */
  add(documentId: string): void;
  /** Brings the rows in; belongs at the end of the transaction. */
  write(): void;
  /** The transaction has come to nothing. */
  forget(): void;
}

/** The three kinds share the row numbers by turns. */
const NEW_ROWS = `
INSERT INTO search (rowid, kind, fact_id, title, text)
  SELECT f.row_number * 3, 'item', f.item_id, f.title, f.text FROM wanted JOIN item f USING (part_id)
  UNION ALL SELECT f.row_number * 3 + 1, 'decision', f.decision_id, NULL, f.text FROM wanted JOIN decision f USING (part_id)
  UNION ALL SELECT f.row_number * 3 + 2, 'action', f.action_id, f.owners, f.text FROM wanted JOIN action f USING (part_id)`;

const WANTED = "WITH wanted AS (SELECT part_id FROM json_each(?) JOIN part ON document_id = value)";

export function prepareSearchIndex(db: Database): SearchIndex {
  const insert = db.prepare(WANTED + NEW_ROWS);
  const documents = new Set<string>();
  return {
    add: (documentId) => void documents.add(documentId),
    write: () => {
      if (documents.size === 0) return;
      insert.run(JSON.stringify([...documents]));
      documents.clear();
    },
    forget: () => documents.clear(),
  };
}
