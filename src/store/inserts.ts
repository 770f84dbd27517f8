/** The INSERT statements of everything that is saved with a document, prepared once a connection. */

import type { Database } from "better-sqlite3";

const PLACE = ["page", "start_offset", "end_offset"] as const;

const COLUMNS = {
  page_text: ["document_id", "ordinal", ...PLACE, "text"],
  diagnostic: ["document_id", "ordinal", "severity", "code", "message", ...PLACE],
  document_metadata: ["document_id", "ordinal", "field", "value", "level", "page"],
  ocr_page: ["document_id", "page", "confidence"],
  part: [
    ...["part_id", "document_id", "ordinal", "kind", "title", "body", "organisation", "date", "start_time"],
    ...["end_time", "venue", "chair", "status", "body_key", "meeting_id", "is_current", ...PLACE],
  ],
  attendance: [
    ...["attendance_id", "part_id", "name", "person_id", "person", "status", "role", "organisation", "note"],
    ...["confidence", ...PLACE, "quote"],
  ],
  item: ["item_id", "part_id", "parent_id", "ordinal", "number", "title", "text", "confidence", ...PLACE, "quote"],
  decision: [
    ...["decision_id", "part_id", "item_id", "kind", "clause", "text", "proposer", "seconder", "votes_for"],
    ...["votes_against", "votes_abstained", "unanimous", "result", "confidence", ...PLACE, "quote"],
  ],
  action: [
    ...["action_id", "part_id", "item_id", "owners", "text", "due_date", "due_text", "status", "state", "marked"],
    ...["confidence", ...PLACE, "quote"],
  ],
  action_owner: ["action_id", "ordinal", "owner", "person_id", "person"],
  data_table: ["table_id", "part_id", "item_id", "ordinal", "caption", "rows", "cols", ...PLACE],
  table_cell: ["table_id", "row", "col", "row_span", "col_span", "text", "is_header", "value", "unit"],
  next_meeting: ["next_meeting_id", "part_id", "date", "time", "venue", ...PLACE],
  evidence: [
    ...["part_id", "fact", "fact_id", "field", "value", "basis", "rule", "confidence"],
    ...["start_offset", "end_offset", "quote"],
  ],
  evidence_place: ["evidence_id", "ordinal", "page", "x0", "y0", "x1", "y1"],
} as const;

type Table = keyof typeof COLUMNS;
type Row<T extends Table> = Readonly<Record<(typeof COLUMNS)[T][number], string | number | null>>;

/** One function a table; each takes a whole row and returns its row number. */
export type Inserts = { readonly [T in Table]: (row: Row<T>) => number };

export function prepareInserts(db: Database): Inserts {
  return {
    page_text: prepareInsert(db, "page_text"),
    diagnostic: prepareInsert(db, "diagnostic"),
    document_metadata: prepareInsert(db, "document_metadata"),
    ocr_page: prepareInsert(db, "ocr_page"),
    part: prepareInsert(db, "part"),
    attendance: prepareInsert(db, "attendance"),
    item: prepareInsert(db, "item"),
    decision: prepareInsert(db, "decision"),
    action: prepareInsert(db, "action"),
    action_owner: prepareInsert(db, "action_owner"),
    data_table: prepareInsert(db, "data_table"),
    table_cell: prepareInsert(db, "table_cell"),
    next_meeting: prepareInsert(db, "next_meeting"),
    evidence: prepareInsert(db, "evidence"),
    evidence_place: prepareInsert(db, "evidence_place"),
  };
}

function prepareInsert<T extends Table>(db: Database, table: T): (row: Row<T>) => number {
  const columns = COLUMNS[table];
  const values = columns.map((column) => `@${column}`);
  const statement = db.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values.join(", ")})`);
  return (row) => Number(statement.run(row).lastInsertRowid);
}
