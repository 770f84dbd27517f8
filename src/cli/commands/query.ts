/** `query`: the user's own SQL. */

import { withDatabase } from "../asking.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { DatabaseOption, FormatOption } from "../parameters.js";
import { printRows } from "../rows.js";
import type { Terminal } from "../terminal.js";

export interface QueryOptions extends DatabaseOption, FormatOption {}

/** Wrong SQL comes out as the store's `QueryError`. */
export async function queryCommand(sql: string, { db, format }: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  await printRows(await withDatabase(db, (store) => store.query(sql)), format, terminal);
  return EXIT.done;
}
