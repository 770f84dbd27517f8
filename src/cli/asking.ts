/** What the commands for everyday questions have in common: which rows are meant, and where each fact stands. */

import { openToRead, type StoreReader } from "../pipeline/database.js";
import type { DatabaseOption, FormatOption } from "./parameters.js";

export interface MeetingOptions extends DatabaseOption, FormatOption {
  readonly body?: string;
  readonly since?: string;
  readonly until?: string;
}

/** A row of a view, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Opens the database to read, and closes it whatever happens. */
export async function withDatabase<T>(file: string, ask: (store: StoreReader) => T): Promise<T> {
  const store = await openToRead(file);
  try {
    return ask(store);
  } finally {
    store.close();
  }
}

/** The rows of a statement by column name. */
export function rowsOf(store: StoreReader, sql: string, parameters: readonly unknown[] = []): Row[] {
  const { columns, rows } = store.query(sql, parameters);
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

/** Rows of a view whose meeting is asked for, by date. `condition` is more SQL that must hold. */
export function meetingRows(
  store: StoreReader,
  view: string,
  order: string,
  options: MeetingOptions,
  conditions: readonly string[] = [],
): Row[] {
  const { body, since, until } = options;
  const wanted = [...conditions];
  const parameters: string[] = [];
  // A year or a month stands for all its days, so dates are compared by as much as was given.
  if (since !== undefined) {
    wanted.push("substr(date, 1, length(?)) >= ?");
    parameters.push(since, since);
  }
  if (until !== undefined) {
    wanted.push("substr(date, 1, length(?)) <= ?");
    parameters.push(until, until);
  }
  const where = wanted.length === 0 ? "" : `WHERE ${wanted.join(" AND ")}`;
  const rows = rowsOf(store, `SELECT * FROM ${view} ${where} ORDER BY ${order}`, parameters);
  return body === undefined ? rows : rows.filter((row) => hasWords(row.body, body) || hasWords(row.organisation, body));
}

/** Whether the words stand together in the text; case, accents and punctuation do not matter. */
export function hasWords(text: unknown, words: string): boolean {
  if (typeof text !== "string") return false;
  const wanted = folded(words);
  return wanted !== "  " && folded(text).includes(wanted);
}

function folded(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘.]/gu, "")
    .toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

/** Number and title of an item as one. */
export function itemName(row: Row): string {
  return [row.item_number, row.item_title].filter((part) => part !== null && part !== undefined).join(" ");
}

/** Path and page. */
export function place(row: Row): string {
  return row.page === null || row.page === undefined ? `${row.document_path}` : `${row.document_path} p.${row.page}`;
}
