/** What a run of `ingest` may be asked for. */

import type { PoolOptions } from "../pool.js";
import type { IngestProgress } from "./tally.js";

export interface IngestOptions extends PoolOptions {
  /** How many documents are read at the same time. */
  readonly jobs: number;
  /** What is read again beside what an older version of the readers has read: nothing (`stale`, where not given), what failed, or all that is found. */
  readonly reparse?: "stale" | "failed" | "all";
  /** Whether documents that lie nowhere any more are deleted at the end. */
  readonly prune?: boolean;
  /** Only files modified at or after it; then nothing is marked as gone. */
  readonly since?: Date | undefined;
  /** How long to wait for another ingest on the same database, in seconds; not at all where not given. */
  readonly waitSeconds?: number | undefined;
  /** Told once where there is another ingest to wait for. */
  readonly onWait?: (message: string) => void;
  /** JSON lines are added to it. */
  readonly logFile?: string | undefined;
  /** Ends the run early: nothing new is begun, what is being read is finished and stored. */
  readonly signal?: AbortSignal;
  /** Told after each document. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Told of each page that was read by OCR: `done` of `total` such pages of a document. */
  readonly onOcrPage?: (path: string, done: number, total: number) => void;
  /** What relative paths are relative to; the current folder where not given. */
  readonly workingFolder?: string;
  readonly now?: () => Date;
}
