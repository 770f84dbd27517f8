/** `decisions`: what was decided. */

import { itemName, type MeetingOptions, meetingRows, place, type Row, withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Rows } from "../result.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export type DecisionsOptions = MeetingOptions;

const COLUMNS = [
  ...["date", "body", "item_number", "item_title", "kind", "clause", "text", "proposer", "seconder", "votes_for"],
  ...["votes_against", "votes_abstained", "unanimous", "result", "document_path", "page", "decision_id"],
];

export async function decisionsCommand(options: DecisionsOptions, terminal: Terminal): Promise<ExitCode> {
  const order = "date IS NULL, date, body, document_path, start_offset, decision_id";
  const rows = await withDatabase(options.db, (store) => meetingRows(store, "decision_list", order, options));
  await printRows(options.format === "table" ? forPeople(rows) : forPrograms(rows), options.format, terminal);
  return EXIT.done;
}

function forPeople(rows: readonly Row[]): Rows {
  return {
    columns: ["date", "body", "item", "kind", "decision", "result", "where"],
    rows: rows.map((row) => {
      const decision = row.clause === null ? row.text : `(${row.clause}) ${row.text}`;
      return [row.date, row.body, itemName(row), row.kind, decision, row.result, place(row)];
    }),
  };
}

function forPrograms(rows: readonly Row[]): Rows {
  return { columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((column) => row[column])) };
}
