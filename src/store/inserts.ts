/** The rows that are saved with a document: gathered table by table, then written many to a statement, which costs two thirds of one by one. */

import type { Database, Statement } from "better-sqlite3";

const PLACE = ["page", "start_offset", "end_offset"] as const;

/** In an order in which no row comes before one that it refers to. */
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
    ...["evidence_id", "part_id", "fact", "fact_id", "field", "value", "basis", "rule", "confidence"],
    ...["start_offset", "end_offset", "quote"],
  ],
  evidence_place: ["evidence_id", "ordinal", "page", "x0", "y0", "x1", "y1"],
} as const;

type Table = keyof typeof COLUMNS;
type Row<T extends Table> = Readonly<Record<(typeof COLUMNS)[T][number], string | number | null>>;

/** Takes in the rows of one document, and writes them. */
export interface Inserts {
  /** Forgets the rows that were taken in and not written. */
  begin(): void;
  add<T extends Table>(table: T, row: Row<T>): void;
  /** A number for the next row of evidence. */
  nextEvidence(): number;
  write(): void;
}

/** Rows a statement. */
const TOGETHER = 16;

type Value = string | number | null;

interface Writer {
  readonly columns: readonly string[];
  /** All rows, value behind value. */
  values: Value[];
  readonly one: Statement<Value[]>;
  readonly many: Statement<Value[]>;
}

/** Prepares the statements, once a connection. */
export function prepareInserts(db: Database): Inserts {
  const tables = Object.keys(COLUMNS) as Table[];
  const writers = Object.fromEntries(tables.map((table) => [table, prepareWriter(db, table)])) as Record<Table, Writer>;
  const lastEvidence = db.prepare<[], number>("SELECT coalesce(max(evidence_id), 0) FROM evidence").pluck();
  let evidence = 0;
  return {
    begin: () => {
      for (const table of tables) writers[table].values = [];
      evidence = lastEvidence.get() ?? 0;
    },
    add: (table, row) => {
      const { columns, values } = writers[table];
      for (const column of columns) values.push((row as Readonly<Record<string, Value>>)[column] ?? null);
    },
    nextEvidence: () => ++evidence,
    write: () => {
      for (const table of tables) writeRows(writers[table]);
    },
  };
}

function prepareWriter(db: Database, table: Table): Writer {
  const columns: readonly string[] = COLUMNS[table];
  const row = `(${columns.map(() => "?").join(", ")})`;
  const insert = (rows: number): Statement<Value[]> =>
    db.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES ${Array(rows).fill(row).join(", ")}`);
  return { columns, values: [], one: insert(1), many: insert(TOGETHER) };
}

function writeRows(writer: Writer): void {
  const { columns, values, one, many } = writer;
  const chunk = columns.length * TOGETHER;
  let start = 0;
  for (; start + chunk <= values.length; start += chunk) many.run(...values.slice(start, start + chunk));
  for (; start < values.length; start += columns.length) one.run(...values.slice(start, start + columns.length));
  writer.values = [];
}
