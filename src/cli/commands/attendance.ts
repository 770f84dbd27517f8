/** `attendance`: who was there. */

import { hasWords, type MeetingOptions, meetingRows, place, type Row, withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Rows } from "../result.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface AttendanceOptions extends MeetingOptions {
  readonly person?: string;
  readonly status?: "present" | "in_attendance" | "apologies" | "absent";
}

const COLUMNS = ["date", "body", "name", "person", "status", "role", "organisation", "note"];

export async function attendanceCommand(options: AttendanceOptions, terminal: Terminal): Promise<ExitCode> {
  const { person, status } = options;
  const conditions = status === undefined ? [] : [`status = '${status}'`];
  const order = "date IS NULL, date, body, document_path, start_offset, attendance_id";
  const all = await withDatabase(options.db, (store) =>
    meetingRows(store, "attendance_list", order, options, conditions),
  );
  const rows =
    person === undefined ? all : all.filter((row) => hasWords(row.name, person) || hasWords(row.person, person));
  await printRows(options.format === "table" ? forPeople(rows) : forPrograms(rows), options.format, terminal);
  return EXIT.done;
}

function forPeople(rows: readonly Row[]): Rows {
  return {
    columns: ["date", "body", "name", "status", "role", "organisation", "where"],
    rows: rows.map((row) => [row.date, row.body, row.name, row.status, row.role, row.organisation, place(row)]),
  };
}

function forPrograms(rows: readonly Row[]): Rows {
  const columns = [...COLUMNS, "document_path", "page", "attendance_id"];
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}
