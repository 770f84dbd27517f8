/** The database of minutes: one file, one writer, any number of readers. */

import type { Conversion } from "../model/conversion.js";
import type { OpenMode } from "./connection.js";
import { type IngestLock, takeIngestLock } from "./ingest-lock.js";
import { type DocumentFile, type KnownFile, type Locations, type Place, prepareLocations } from "./locations.js";
import { prepareMeetings } from "./meetings.js";
import { openDatabase } from "./open-database.js";
import { StoreReader } from "./reader.js";
import { prepareRuns, type RunEnd, type RunStart, type Runs } from "./runs.js";
import { type DocumentSaver, prepareSaver, type ReadingFacts } from "./save-document.js";
import { prepareSearchIndex, type SearchIndex } from "./search-index.js";
import { prepareSightings, type Sightings } from "./sightings.js";
import { StoreError } from "./store-error.js";

export type { IngestLock } from "./ingest-lock.js";
export type { DocumentFile, KnownFile, Place } from "./locations.js";
export { QueryError, type QueryResult } from "./query.js";
export type { RunCounts, RunEnd } from "./runs.js";
export type { ReadingFacts } from "./save-document.js";
export { type Demand, isGoodEnough, type SightedFile, type Sightings } from "./sightings.js";
export { StoreError } from "./store-error.js";

/** How a document was last read. */
export interface StoredDocument {
  readonly status: "ok" | "partial" | "failed";
  readonly programVersion: string;
  readonly parserVersion: number;
  readonly runId: number | null;
  readonly errorCode: string | null;
}

interface Writing {
  readonly saver: DocumentSaver;
  readonly locations: Locations;
  readonly runs: Runs;
  readonly index: SearchIndex;
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
      "SELECT status, program_version AS programVersion, parser_version AS parserVersion, run_id AS runId, error_code AS errorCode FROM document WHERE sha256 = ?";
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
    this.#inTransaction(({ saver, index }, isBatch) => {
      saver.save(file, conversion, facts);
      if (!isBatch) index.write();
    });
  }

  /** Removes everything that is stored of the document; false where nothing is. */
  remove(sha256: string): boolean {
    return this.#inTransaction(({ saver }) => saver.remove(sha256));
  }

  /** Records that nothing lies at these places any more. */
  lose(places: readonly Place[]): void {
    this.#inTransaction(({ locations }) => {
      locations.lose(places);
    });
  }

  /** Removes documents that lie nowhere any more, with all their facts; at most `limit`. Gives their SHA-256. */
  prune(limit: number): string[] {
    return this.#inTransaction(({ saver, locations }) => {
      const homeless = locations.homeless(limit);
      for (const sha256 of homeless) saver.remove(sha256);
      return homeless;
    });
  }

  /** Records that a run begins; gives its number. */
  beginRun(run: RunStart): number {
    return this.#inTransaction(({ runs }) => runs.begin(run));
  }

  endRun(runId: number, result: RunEnd): void {
    this.#inTransaction(({ runs }) => {
      runs.end(runId, result);
    });
  }

  /** What is seen from now on, beside what is known. */
  newSightings(): Sightings {
    const sightings = this.guarded(() => prepareSightings(this.db));
    return {
      see: (files, demand) => this.guarded(() => sightings.see(files, demand)),
      note: (absolutePath) => this.guarded(() => sightings.note(absolutePath)),
      missing: (folder, after, limit) => this.guarded(() => sightings.missing(folder, after, limit)),
      livingBelow: (folder) => this.guarded(() => sightings.livingBelow(folder)),
    };
  }

  /** Makes sure that no other ingest works on the database until the lock is released. Throws a `StoreError` where one does. */
  lockForIngest(): IngestLock {
    const lock = this.guarded(() => takeIngestLock(this.file));
    if (lock !== null) return lock;
    const other = this.guarded(() => this.#prepared().runs.unfinished());
    const who = other === null ? "" : ` (process ${other.processId}, since ${other.startedAt})`;
    throw new StoreError("store/busy", `Another ingest${who} works on ${this.file}. Wait for it with --wait SECONDS.`);
  }

  /** From now on documents are stored together, until `commitBatch`: of a process that is killed before that, none of them is. */
  beginBatch(): void {
    this.guarded(() => this.db.exec("BEGIN IMMEDIATE"));
  }

  /** Where that fails, nothing of the batch is stored. */
  commitBatch(): void {
    this.guarded(() => {
      try {
        this.#prepared().index.write();
        this.db.exec("COMMIT");
      } finally {
        this.abandonBatch();
      }
    });
  }

  /** Drops what was not committed; does nothing where SQLite has done so already. */
  abandonBatch(): void {
    this.#writing?.index.forget();
    if (this.db.open && this.db.inTransaction) this.db.exec("ROLLBACK");
  }

  /** Inside a batch it is a savepoint: what fails takes back nothing but itself. */
  #inTransaction<T>(work: (writing: Writing, isBatch: boolean) => T): T {
    return this.guarded(() => this.db.transaction(work).immediate(this.#prepared(), this.db.inTransaction));
  }

  /** Prepared at the first use, once a connection: a reader never pays for it. */
  #prepared(): Writing {
    if (this.#writing === null) {
      const meetings = prepareMeetings(this.db);
      const locations = prepareLocations(this.db, meetings);
      const index = prepareSearchIndex(this.db);
      const saver = prepareSaver(this.db, locations, meetings, index);
      this.#writing = { locations, saver, index, runs: prepareRuns(this.db) };
    }
    return this.#writing;
  }
}
