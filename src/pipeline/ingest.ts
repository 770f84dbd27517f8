/** Files → database: finds them, skips what is known, converts the rest in child processes and writes each as it is done. */

import pLimit from "p-limit";
import type { Conversion, Unreadable } from "../model/conversion.js";
import { type DocumentFile, type MinutesStore, StoreError } from "../store/store.js";
import { discover, type FoundFile, type Unfound } from "./discover.js";
import { identify, refusal } from "./document-file.js";
import { type ConverterPool, openPool, type PoolOptions } from "./pool.js";
import { readingFacts } from "./reading-facts.js";
import { programVersion } from "./version.js";

export interface IngestOptions extends PoolOptions {
  /** How many documents are read at the same time. */
  readonly jobs: number;
  /** Whether documents that failed before are read again. */
  readonly isRetry?: boolean;
  /** Ends the run early: nothing new is begun, and what is being read is dropped. */
  readonly signal?: AbortSignal;
  /** Told once the number of files is known and after each of them. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of each page that was read by OCR: `done` of `total` such pages of a document. */
  readonly onOcrPage?: (path: string, done: number, total: number) => void;
  /** What relative paths are relative to; the current folder where not given. */
  readonly workingFolder?: string;
  readonly now?: () => Date;
}

/** A document that could not be read, with the path as given. */
export type FailedDocument = Unfound;

export interface IngestSummary {
  /** Documents that were read for the first time. */
  readonly new: number;
  /** Documents that another release of the program, or a failed attempt, had left in the database. */
  readonly reread: number;
  /** Files whose bytes are in the database already. */
  readonly unchanged: number;
  /** How many of the unchanged had failed in an earlier run. */
  readonly failedBefore: number;
  readonly failed: readonly FailedDocument[];
  /** Files of folders that were left out because of their ending. */
  readonly skipped: number;
  readonly seconds: number;
  readonly isInterrupted: boolean;
}

interface Run {
  readonly store: MinutesStore;
  readonly pool: ConverterPool;
  readonly options: IngestOptions;
  readonly version: string;
  /** The reading of each document of this run, by SHA-256: a copy of the same bytes waits for the first. */
  readonly readings: Map<string, Promise<void>>;
  readonly failed: FailedDocument[];
  readonly count: { new: number; reread: number; unchanged: number; failedBefore: number };
  isInterrupted: boolean;
}

/** Takes files, folders and globs into the database. One bad document never stops the rest; only a `StoreError` of the database is thrown. */
export async function ingest(
  paths: readonly string[],
  store: MinutesStore,
  options: IngestOptions,
): Promise<IngestSummary> {
  const start = performance.now();
  const discovery = await discover(paths, options.workingFolder);
  const pool = openPool(options);
  const count = { new: 0, reread: 0, unchanged: 0, failedBefore: 0 };
  const failed = [...discovery.unfound];
  const run: Run = {
    store,
    pool,
    options,
    version: programVersion(),
    readings: new Map(),
    failed,
    count,
    isInterrupted: false,
  };
  const interrupt = (): void => {
    run.isInterrupted = true;
    pool.close();
  };
  options.signal?.addEventListener("abort", interrupt);
  try {
    await takeAll(discovery.files, run);
  } finally {
    options.signal?.removeEventListener("abort", interrupt);
    pool.close();
  }
  const seconds = Math.round(performance.now() - start) / 1000;
  return { ...count, failed: run.failed, skipped: discovery.skipped, seconds, isInterrupted: run.isInterrupted };
}

async function takeAll(files: readonly FoundFile[], run: Run): Promise<void> {
  const limit = pLimit(run.options.jobs);
  let done = 0;
  run.options.onProgress?.(0, files.length);
  const takings = files.map((file) =>
    limit(async () => {
      if (run.isInterrupted || run.options.signal?.aborted === true) return;
      await take(file, run);
      done++;
      run.options.onProgress?.(done, files.length);
    }),
  );
  try {
    await Promise.all(takings);
  } catch (error) {
    // The database takes no more: what is still being read would be read for nothing.
    run.isInterrupted = true;
    run.pool.close();
    await Promise.allSettled(takings);
    throw error;
  }
  if (run.options.signal?.aborted === true) run.isInterrupted = true;
}

async function take(found: FoundFile, run: Run): Promise<void> {
  const file = await identify(found);
  if (!("sha256" in file)) {
    run.failed.push({ path: found.path, ...file });
    return;
  }
  const earlier = run.readings.get(file.sha256);
  await earlier;
  if (run.isInterrupted) return;
  const known = run.store.documentOf(file.sha256);
  const isRetried = known?.status === "failed" && run.options.isRetry === true;
  const isCurrent = known?.programVersion === run.version && !isRetried;
  if (known !== null && (isCurrent || earlier !== undefined)) {
    run.store.addLocation(file, now(run));
    run.count.unchanged++;
    if (known.status === "failed") run.count.failedBefore++;
    return;
  }
  const reading = read(file, found, known !== null, run);
  run.readings.set(file.sha256, reading);
  await reading;
}

async function read(file: DocumentFile, found: FoundFile, isKnown: boolean, run: Run): Promise<void> {
  const refused = refusal(file);
  const onOcrPage = (done: number, total: number): void => run.options.onOcrPage?.(file.path, done, total);
  const conversion =
    refused === null ? await run.pool.convert({ ...found, sha256: file.sha256 }, onOcrPage) : unreadable(file, refused);
  if (conversion === null) run.isInterrupted = true;
  if (conversion === null || run.isInterrupted) return;
  const saved = save(file, conversion, run);
  if (saved.status === "unreadable") run.failed.push({ path: file.path, code: saved.code, message: saved.message });
  else if (isKnown) run.count.reread++;
  else run.count.new++;
}

/** Writes a document; where its facts cannot be written, that it failed. Gives back what was written. */
function save(file: DocumentFile, conversion: Conversion, run: Run): Conversion {
  // The bytes that were read count, should the file have been written to since it was hashed.
  const sha256 = conversion.status === "read" ? conversion.source.id : conversion.id;
  const facts = readingFacts(file.path, conversion, run.version, now(run));
  try {
    run.store.save({ ...file, sha256 }, conversion, facts);
    return conversion;
  } catch (error) {
    // Only what is wrong with this document may be laid at its door; a database that takes nothing ends the run.
    if (error instanceof StoreError || conversion.status === "unreadable") throw error;
    const message = `its facts could not be stored: ${error instanceof Error ? error.message : String(error)}`;
    return save(file, unreadable(file, { code: "document/crashed", message }), run);
  }
}

function unreadable(file: DocumentFile, reason: Unreadable): Conversion {
  return { status: "unreadable", id: file.sha256, ...reason };
}

function now(run: Run): string {
  return (run.options.now?.() ?? new Date()).toISOString();
}
