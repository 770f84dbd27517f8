/** Files → database: walks through them, skips what is known, converts the rest in child processes and writes each as it is done. */

import pLimit from "p-limit";
import { type MinutesStore, StoreError } from "../store/store.js";
import { openBatch } from "./ingest/batch.js";
import { countFiles } from "./ingest/count-files.js";
import { markGone, prune } from "./ingest/departures.js";
import { waitForLock } from "./ingest/exclusive.js";
import { knownPlaces } from "./ingest/known-places.js";
import type { IngestOptions } from "./ingest/options.js";
import type { Run } from "./ingest/run.js";
import { openRunLog } from "./ingest/run-log.js";
import { sight } from "./ingest/sight.js";
import { takeIn } from "./ingest/take-in.js";
import { type IngestSummary, Tally } from "./ingest/tally.js";
import { PARSER_VERSION } from "./parser-version.js";
import { openPool } from "./pool.js";
import { programVersion } from "./version.js";
import { type Stretch, type WalkedFolder, walk } from "./walk.js";

export type { IngestOptions } from "./ingest/options.js";
export type { IngestProgress, IngestSummary } from "./ingest/tally.js";

/** Files that may wait for a child, by child: enough that none is ever idle, few enough that memory does not grow. */
const WAITING_PER_JOB = 4;

/**
 * Takes files, folders and globs into the database; without any path, the documents that it holds already, where they are known to lie.
 * One bad document never stops the rest; only a `StoreError` of the database is thrown.
 */
export async function ingest(
  paths: readonly string[],
  store: MinutesStore,
  options: IngestOptions,
): Promise<IngestSummary> {
  const start = performance.now();
  const lock = await waitForLock(store, options);
  try {
    return await ingestAlone(paths, store, options, start);
  } finally {
    lock.release();
  }
}

async function ingestAlone(
  paths: readonly string[],
  store: MinutesStore,
  options: IngestOptions,
  start: number,
): Promise<IngestSummary> {
  const now = options.now ?? (() => new Date());
  const log = openRunLog(options.logFile ?? null, now);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener("abort", stop);
  const pool = openPool(options);
  const facts = { programVersion: programVersion(), parserVersion: PARSER_VERSION };
  try {
    const runId = store.beginRun({ startedAt: now().toISOString(), processId: process.pid, ...facts, paths });
    log.run("start", { run_id: runId, process_id: process.pid, paths, program_version: facts.programVersion });
    const tally = new Tally(options.onProgress);
    const run: Run = {
      ...{ store, pool, options, log, now, tally, ...facts },
      demand: { parserVersion: PARSER_VERSION, reparse: options.reparse ?? "stale", runId },
      sightings: store.newSightings(),
      batch: openBatch(store, stop),
      reading: pLimit(options.jobs),
      readings: new Map(),
      stopping: stopping.signal,
    };
    await workThrough(paths, run, stop);
    const seconds = Math.round(performance.now() - start) / 1000;
    const summary = await tally.summary(seconds, stopping.signal.aborted);
    store.endRun(runId, { ...summary, failed: summary.failed.length, endedAt: now().toISOString() });
    const { isInterrupted, failed, failedBefore, ...counts } = summary;
    log.run("end", { run_id: runId, ...counts, failed: failed.length, interrupted: isInterrupted });
    return summary;
  } catch (error) {
    // The run's own row stays without an end: the database is what may be in trouble.
    if (error instanceof StoreError && error.code !== "log/not-writable") log.run("end", { error: error.code });
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", stop);
    pool.close();
    log.close();
  }
}

/** Walks, reads and stores; then looks for what is gone. */
async function workThrough(paths: readonly string[], run: Run, stop: () => void): Promise<void> {
  const { options, tally } = run;
  const stretches = (): AsyncIterable<Stretch> =>
    paths.length === 0 ? knownPlaces(run.store) : walk(paths, options.workingFolder);
  if (options.onProgress !== undefined) tally.expect(countFiles(stretches()));
  const folders: WalkedFolder[] = [];
  const atWork = new Set<Promise<void>>();
  try {
    for await (const stretch of stretches()) {
      if (run.stopping.aborted) break;
      await takeStretch(stretch, run, atWork);
      if (stretch.walked !== null) folders.push(stretch.walked);
    }
    await Promise.all(atWork);
    run.batch.flush();
    if (run.stopping.aborted) return;
    if (options.since === undefined) await markGone(folders, run);
    if (options.prune === true) prune(run);
  } catch (error) {
    // The database takes no more: what is still being read would be read for nothing.
    stop();
    run.pool.close();
    await Promise.allSettled(atWork);
    run.batch.abandon();
    throw error;
  }
}

async function takeStretch(stretch: Stretch, run: Run, atWork: Set<Promise<void>>): Promise<void> {
  const { tally, sightings } = run;
  const { sighted, unfound } = await sight(stretch.files);
  tally.skip(stretch.skipped);
  for (const trouble of [...stretch.unfound, ...unfound]) {
    sightings.note(trouble.absolutePath);
    const { path, code, message } = trouble;
    tally.fail({ path, code, message });
    run.log.document({ path, sha256: null, outcome: "failed", code, message, seconds: null, pages: null });
  }
  const since = run.options.since?.toISOString() ?? "";
  const sights = sightings.see(sighted, run.demand);
  for (const [index, file] of sighted.entries()) {
    const known = sights[index];
    if (known === "repeated") tally.repeat();
    else if (file.modifiedAt < since) tally.skip(1, 1);
    else if (known === "unchanged") tally.unchanged(false);
    else if (known === "failed-before") tally.unchanged(true);
    else {
      while (atWork.size >= run.options.jobs * WAITING_PER_JOB) await Promise.race(atWork);
      if (run.stopping.aborted) return;
      const work: Promise<void> = takeIn(file, run).finally(() => atWork.delete(work));
      atWork.add(work);
    }
  }
}
