/** The record of each run of `ingest`: begun when it starts, completed when it ends; one that was killed stays without an end. */

import type { Database } from "better-sqlite3";

/** What is known of a run when it starts. */
export interface RunStart {
  /** ISO date-time. */
  readonly startedAt: string;
  readonly processId: number;
  readonly programVersion: string;
  readonly parserVersion: number;
  /** As they were given. */
  readonly paths: readonly string[];
}

/** What a run did with the files that it found. */
export interface RunCounts {
  /** Files whose bytes were read for the first time. */
  readonly new: number;
  /** Files that hold other bytes than when they were last seen, and were read. */
  readonly changed: number;
  /** Files whose bytes had been read already. */
  readonly unchanged: number;
  /** Documents that were read again: by a newer parser, or because it was asked for. */
  readonly reread: number;
  readonly failed: number;
  /** Files that are no longer where they were. */
  readonly gone: number;
  /** Documents that were deleted from the database. */
  readonly pruned: number;
  /** Files that were being written to, and are left for the next run. */
  readonly left: number;
  /** Files of folders that were left out because of their ending or their age. */
  readonly skipped: number;
}

export interface RunEnd extends RunCounts {
  readonly endedAt: string;
  readonly seconds: number;
  readonly isInterrupted: boolean;
}

export interface Runs {
  /** Gives the number of the run. */
  begin(run: RunStart): number;
  end(runId: number, result: RunEnd): void;
  /** The process of the latest run without an end; null where there is none. */
  unfinished(): { readonly processId: number; readonly startedAt: string } | null;
}

const COUNTS: readonly (keyof RunCounts)[] = [
  ...(["new", "changed", "unchanged", "reread", "failed", "gone", "pruned", "left", "skipped"] as const),
];

export function prepareRuns(db: Database): Runs {
  const begin = db.prepare(
    `INSERT INTO run (started_at, process_id, program_version, parser_version, paths)
      VALUES (@startedAt, @processId, @programVersion, @parserVersion, @paths)`,
  );
  const end = db.prepare(
    `UPDATE run SET ended_at = @endedAt, seconds = @seconds, is_interrupted = @isInterrupted,
      ${COUNTS.map((count) => `"${count}" = @${count}`).join(", ")} WHERE run_id = @runId`,
  );
  const unfinished = db.prepare<[], { processId: number; startedAt: string }>(
    "SELECT process_id AS processId, started_at AS startedAt FROM run WHERE ended_at IS NULL ORDER BY run_id DESC LIMIT 1",
  );
  return {
    begin: (run) => Number(begin.run({ ...run, paths: JSON.stringify(run.paths) }).lastInsertRowid),
    end: (runId, result) => void end.run({ ...result, isInterrupted: result.isInterrupted ? 1 : 0, runId }),
    unfinished: () => unfinished.get() ?? null,
  };
}
