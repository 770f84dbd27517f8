/** The rows that a document brings into an empty database, view by view, without ids, offsets and times. */

import type { Conversion } from "../model/conversion.js";
import { MinutesStore, type QueryResult } from "../store/store.js";
import { readingFacts } from "./reading-facts.js";

/** The columns that are shown of each view, and the natural order of its rows. Quotes are left to `verify`. */
const VIEWS: readonly (readonly [view: string, columns: string, order: string])[] = [
  ["document_list", "path, media_type, pages, extractor, status, error_code, error, warnings", "path"],
  [
    "meeting_list",
    "body, organisation, title, date, start_time, end_time, venue, chair, status, present, apologies, items, decisions, actions, documents",
    "date, body, start_time, title",
  ],
  [
    "part_list",
    "part_ordinal, part_kind, title, body, organisation, date, start_time, end_time, venue, chair, status, is_current, page",
    "part_ordinal",
  ],
  [
    "attendance_list",
    "part_ordinal, name, person, status, role, organisation, note, confidence, page",
    "part_ordinal, start_offset, name",
  ],
  ["item_list", "part_ordinal, ordinal, number, title, text, confidence, page", "part_ordinal, ordinal"],
  [
    "decision_list",
    "part_ordinal, item_number, item_title, kind, clause, text, proposer, seconder, votes_for, votes_against, votes_abstained, unanimous, result, confidence, page",
    "part_ordinal, start_offset, text",
  ],
  [
    "action_list",
    "part_ordinal, item_number, item_title, owners, text, due_date, due_text, status, state, marked, confidence, page",
    "part_ordinal, start_offset, text",
  ],
  ["action_owner_list", "owner, person, text, page", "text, owner"],
  ["table_list", "part_ordinal, ordinal, item_number, item_title, caption, rows, cols, page", "part_ordinal, ordinal"],
  [
    "table_cell_list JOIN table_list USING (table_id)",
    "part_ordinal, ordinal, row, col, row_span, col_span, text, is_header, value, unit",
    "part_ordinal, ordinal, row, col",
  ],
  ["next_meeting_list", "date, time, venue, page", "start_offset, date"],
];

/** Saves the document into a database in memory and shows what is in it. */
export function renderRows(path: string, conversion: Conversion): string {
  const store = MinutesStore.open(":memory:", "write");
  try {
    const never = "2000-01-01T00:00:00.000Z";
    const sha256 = conversion.status === "read" ? conversion.source.id : conversion.id;
    const file = { root: "", path, size: 0, modifiedAt: never, sha256 };
    const by = { programVersion: "", parserVersion: 0, runId: null, ingestedAt: never };
    store.save(file, conversion, { ...readingFacts(path, conversion), ...by });
    return VIEWS.map(([view, columns, order]) => {
      const rows = store.query(`SELECT ${columns} FROM ${view} ORDER BY ${order}`);
      return renderView(view.split(" ")[0] ?? view, rows);
    }).join("\n");
  } finally {
    store.close();
  }
}

function renderView(name: string, { columns, rows }: QueryResult): string {
  if (rows.length === 0) return `${name}: no rows\n`;
  const lines = rows.map((row) => row.map(shown).join(" | "));
  return `${name}: ${rows.length} ${rows.length === 1 ? "row" : "rows"}\n  ${columns.join(" | ")}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** NULL spelled out; line ends within a value as marks, so that a row stays a line. */
function shown(value: unknown): string {
  if (value === null) return "NULL";
  return String(value).replaceAll("\n", " ⏎ ").replaceAll("\t", " ⇥ ");
}
