/** Runs a user's SQL, as long as it only reads. */

import Database from "better-sqlite3";

/** Rows as SQLite gives them, in the order of `columns`; two columns may have the same name. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The SQL is wrong or would do more than read; `message` is one line for the user. */
export class QueryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "QueryError";
  }
}

/** Pragmas that only tell something. All others are refused: many change the connection though they write nothing. */
const TELLING_PRAGMAS = new Set([
  ...["table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "foreign_key_check"],
  ...["database_list", "compile_options", "function_list", "integrity_check", "quick_check", "user_version"],
]);

/** One reading statement and its result. Throws `QueryError`. */
export function query(db: Database.Database, sql: string, parameters: readonly unknown[] = []): QueryResult {
  try {
    const statement = db.prepare(sql);
    if (!statement.reader || !statement.readonly || isOtherPragma(sql)) {
      throw new QueryError("Only statements that read are allowed: SELECT, WITH, VALUES, EXPLAIN.");
    }
    const columns = statement.columns().map(({ name }) => name);
    return { columns, rows: statement.raw().all(...parameters) as unknown[][] };
  } catch (error) {
    if (error instanceof QueryError || isFileTrouble(error) || !(error instanceof Error)) throw error;
    throw new QueryError(error.message.replace(/\s*\n\s*/g, " "));
  }
}

function isOtherPragma(sql: string): boolean {
  const pragma = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*PRAGMA\s+(?:\w+\s*\.\s*)?(\w+)\s*(=)?/i.exec(sql);
  if (pragma === null) return false;
  return pragma[2] !== undefined || !TELLING_PRAGMAS.has((pragma[1] ?? "").toLowerCase());
}

/** A wrong statement is SQLITE_ERROR; what better-sqlite3 says of several statements or of wrong parameters is no `SqliteError`. */
function isFileTrouble(error: unknown): boolean {
  return error instanceof Database.SqliteError && !/^SQLITE_(ERROR|RANGE|MISMATCH|TOOBIG|AUTH)/.test(error.code);
}
