/** `actions`: who is to do what. */

import {
  hasWords,
  itemName,
  type MeetingOptions,
  meetingRows,
  place,
  type Row,
  rowsOf,
  withDatabase,
} from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { Rows } from "../result.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface ActionsOptions extends MeetingOptions {
  readonly owner?: string;
  readonly state?: "open" | "done" | "dropped";
}

/** An action of which nothing more is known counts as open. */
const IN_STATE = { open: "(state = 'open' OR state IS NULL)", done: "state = 'done'", dropped: "state = 'dropped'" };

const COLUMNS = [
  "date",
  "body",
  "item_number",
  "item_title",
  "owners",
  "text",
  "due_date",
  "due_text",
  "status",
  "state",
];

export async function actionsCommand(options: ActionsOptions, terminal: Terminal): Promise<ExitCode> {
  const rows = await withDatabase(options.db, (store) => {
    const conditions = options.state === undefined ? [] : [IN_STATE[options.state]];
    const order = "date IS NULL, date, body, document_path, start_offset, action_id";
    const actions = meetingRows(store, "action_list", order, options, conditions);
    const { owner } = options;
    if (owner === undefined) return actions;
    const owners = rowsOf(store, "SELECT action_id, owner, person FROM action_owner_list");
    const owned = new Set<unknown>();
    for (const row of owners) {
      if (hasWords(row.owner, owner) || hasWords(row.person, owner)) owned.add(row.action_id);
    }
    return actions.filter((action) => owned.has(action.action_id));
  });
  await printRows(options.format === "table" ? forPeople(rows) : forPrograms(rows), options.format, terminal);
  return EXIT.done;
}

function forPeople(rows: readonly Row[]): Rows {
  const columns = ["date", "body", "item", "owner", "action", "due", "state", "where"];
  return {
    columns,
    rows: rows.map((row) => {
      const due = row.due_date ?? row.due_text;
      return [row.date, row.body, itemName(row), row.owners, row.text, due, row.status ?? row.state, place(row)];
    }),
  };
}

function forPrograms(rows: readonly Row[]): Rows {
  const columns = [...COLUMNS, "document_path", "page", "action_id"];
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}
