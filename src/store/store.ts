/** The database of minutes: one file, one writer, any number of readers. */

import type { Conversion } from "../model/conversion.js";
import type { OpenMode } from "./connection.js";
import { type DocumentFile, type KnownFile, type Locations, prepareLocations } from "./locations.js";
import { prepareMeetings } from "./meetings.js";
import { openDatabase } from "./open-database.js";
import { StoreReader } from "./reader.js";
import { type DocumentSaver, prepareSaver, type ReadingFacts } from "./save-document.js";

export type { DocumentFile, KnownFile } from "./locations.js";
export { QueryError, type QueryResult } from "./query.js";
export type { ReadingFacts } from "./save-document.js";
export { StoreError } from "./store-error.js";

/** How a document was last read. */
export interface StoredDocument {
  readonly status: "ok" | "partial" | "failed";
  readonly programVersion: string;
  readonly errorCode: string | null;
}

interface Writing {
  readonly saver: DocumentSaver;
  readonly locations: Locations;
}

/** A connection that can also save. Every method throws `StoreError` where the file itself gives trouble. */
export class MinutesStore extends StoreReader {
  #writing: Writing | null = null;

  /** "write" creates the file and brings its schema up to date; "read" needs a database that is there. */
  static open(file: string, mode: OpenMode): MinutesStore {
    return new MinutesStore(openDatabase(file, mode), file);
  }

  /** The stored reading of these bytes; null where there is none. */
  documentOf(sha256: string): StoredDocument | null {
    const sql =
      "SELECT status, program_version AS programVersion, error_code AS errorCode FROM document WHERE sha256 = ?";
    return this.guarded(() => this.db.prepare<[string], StoredDocument>(sql).get(sha256) ?? null);
  }

  /** The file that lay at this place when it was last seen; null where none did. */
  knownFile(root: string, path: string): KnownFile | null {
    return this.guarded(() => this.#prepared().locations.known(root, path));
  }

  /** Records another place, or another sight, of a document that is stored already. */
  addLocation(file: DocumentFile, seenAt: string): void {
    this.#inTransaction(({ locations }) => {
      locations.add(file, seenAt);
    });
  }

  /** Replaces everything that is stored of the document, and records where it lies. All or nothing. */
  save(file: DocumentFile, conversion: Conversion, facts: ReadingFacts): void {
    this.#inTransaction(({ saver }) => {
      saver.save(file, conversion, facts);
    });
  }

  /** Removes everything that is stored of the document; false where nothing is. */
  remove(sha256: string): boolean {
    return this.#inTransaction(({ saver }) => saver.remove(sha256));
  }

  #inTransaction<T>(work: (writing: Writing) => T): T {
    return this.guarded(() => this.db.transaction(work).immediate(this.#prepared()));
  }

  /** Prepared at the first use, once a connection: a reader never pays for it. */
  #prepared(): Writing {
    if (this.#writing === null) {
      const meetings = prepareMeetings(this.db);
      const locations = prepareLocations(this.db, meetings);
      this.#writing = { locations, saver: prepareSaver(this.db, locations, meetings) };
    }
    return this.#writing;
  }
}
