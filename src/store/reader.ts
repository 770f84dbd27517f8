/** The database of minutes for those who only ask. It loads nothing of what saves documents: a question is answered as fast as Node starts. */

import type { Database } from "better-sqlite3";
import { connect } from "./connection.js";
import { type QueryResult, query } from "./query.js";
import { SCHEMA_VERSION, schemaVersion } from "./schema-version.js";
import { type SearchHit, search } from "./search.js";
import { withStoreErrors } from "./store-error.js";

/** A connection that can be asked. Every method throws `StoreError` where the file itself gives trouble. */
export class StoreReader {
  protected readonly db: Database;
  /** As it was given. */
  readonly file: string;

  protected constructor(db: Database, file: string) {
    this.db = db;
    this.file = file;
  }

  /** Needs a database that is there; one of an older release is brought up to date. */
  static async openToRead(file: string): Promise<StoreReader> {
    const db = withStoreErrors(file, () => connect(file, "read"));
    const isUpToDate = withStoreErrors(file, () => schemaVersion(db) === SCHEMA_VERSION);
    if (isUpToDate) return new StoreReader(db, file);
    db.close();
    const { openDatabase } = await import("./open-database.js");
    return new StoreReader(openDatabase(file, "read"), file);
  }

  /** Runs one SQL statement that only reads. Throws `QueryError` where it is wrong or does more. */
  query(sql: string, parameters: readonly unknown[] = []): QueryResult {
    return this.guarded(() => query(this.db, sql, parameters));
  }

  /** Items, decisions and actions in which the words occur, the best `limit` of them first. */
  search(words: string, limit: number): SearchHit[] {
    return this.guarded(() => search(this.db, words, limit));
  }

  close(): void {
    this.db.close();
  }

  protected guarded<T>(work: () => T): T {
    return withStoreErrors(this.file, work);
  }
}
