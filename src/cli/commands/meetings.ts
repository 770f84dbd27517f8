/** `meetings`: which meetings there were. */

import { type MeetingOptions, meetingRows, type Row, rowsOf, withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Rows } from "../result.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export type MeetingsOptions = MeetingOptions;

const COLUMNS = [
  ...[
    "date",
    "start_time",
    "end_time",
    "body",
    "organisation",
    "title",
    "venue",
    "chair",
    "status",
    "present",
    "apologies",
  ],
  ...["items", "decisions", "actions", "documents", "meeting_id"],
];

export async function meetingsCommand(options: MeetingsOptions, terminal: Terminal): Promise<ExitCode> {
  const { rows, records } = await withDatabase(options.db, (store) => ({
    rows: meetingRows(store, "meeting_list", "date IS NULL, date, body, meeting_id", options),
    records: rowsOf(store, "SELECT meeting_id, document_path FROM part_list WHERE is_current"),
  }));
  const paths = new Map(records.map((record) => [record.meeting_id, record.document_path]));
  await printRows(options.format === "table" ? forPeople(rows, paths) : forPrograms(rows), options.format, terminal);
  return EXIT.done;
}

/** A meeting of which neither body nor title is known is named by its document. */
function forPeople(rows: readonly Row[], paths: ReadonlyMap<unknown, unknown>): Rows {
  return {
    columns: ["date", "time", "body", "venue", "chair", "present", "apologies", "items", "decisions", "actions"],
    rows: rows.map((row) => {
      const counts = [row.present, row.apologies, row.items, row.decisions, row.actions];
      return [
        row.date,
        row.start_time,
        row.body ?? row.title ?? paths.get(row.meeting_id),
        row.venue,
        row.chair,
        ...counts,
      ];
    }),
  };
}

function forPrograms(rows: readonly Row[]): Rows {
  return { columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((column) => row[column])) };
}
