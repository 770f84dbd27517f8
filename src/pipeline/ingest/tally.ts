/** Counts what became of the files of a run, and tells of it. */

import type { RunCounts } from "../../store/store.js";
import type { Unfound } from "../walk.js";

/** A document that could not be read, with the path as given. */
export type FailedDocument = Pick<Unfound, "path" | "code" | "message">;

export interface IngestSummary extends Omit<RunCounts, "failed"> {
  /** How many of the unchanged had failed in an earlier run. */
  readonly failedBefore: number;
  readonly failed: readonly FailedDocument[];
  readonly seconds: number;
  readonly isInterrupted: boolean;
  /** How many files an interrupted run did not come to; null where that is not known, or nothing was interrupted. */
  readonly remaining: number | null;
}

export interface IngestProgress {
  /** Files that are dealt with. */
  readonly done: number;
  /** Of these, those whose bytes were read. */
  readonly read: number;
  readonly failed: number;
  /** Files in all; null until they are counted. */
  readonly total: number | null;
}

export class Tally {
  readonly #count = { new: 0, changed: 0, unchanged: 0, reread: 0, gone: 0, pruned: 0, left: 0, skipped: 0 };
  readonly #failed: FailedDocument[] = [];
  readonly #onProgress: (progress: IngestProgress) => void;
  #failedBefore = 0;
  #done = 0;
  #read = 0;
  #total: number | null = null;
  #counting: Promise<unknown> = Promise.resolve();

  constructor(onProgress: (progress: IngestProgress) => void = () => {}) {
    this.#onProgress = onProgress;
  }

  /** How many files there are, once that is counted. */
  expect(total: Promise<number>): void {
    this.#counting = total.then((files) => {
      this.#total = files;
      this.#tell();
    });
  }

  /** Bytes were read, or read again. */
  readAs(outcome: "new" | "changed" | "reread"): void {
    this.#count[outcome]++;
    this.#read++;
    this.#step();
  }

  unchanged(hasFailedBefore: boolean): void {
    this.#count.unchanged++;
    if (hasFailedBefore) this.#failedBefore++;
    this.#step();
  }

  leave(): void {
    this.#count.left++;
    this.#step();
  }

  /** Something could not be read. */
  fail(document: FailedDocument): void {
    this.#failed.push(document);
    this.#read++;
    this.#step();
  }

  /** Files were left out; `counted` of them are among those that are counted beforehand. */
  skip(files: number, counted = 0): void {
    this.#count.skipped += files;
    this.#done += counted;
  }

  /** A file came a second time. */
  repeat(): void {
    this.#done++;
  }

  depart(outcome: "gone" | "pruned", number: number): void {
    this.#count[outcome] += number;
  }

  /** What happened; what is left of an interrupted run is counted a little longer where that is not done yet. */
  async summary(seconds: number, isInterrupted: boolean): Promise<IngestSummary> {
    if (isInterrupted) await Promise.race([this.#counting, new Promise((resolve) => setTimeout(resolve, 500))]);
    const remaining = isInterrupted && this.#total !== null ? Math.max(0, this.#total - this.#done) : null;
    const { new: added, changed, reread, unchanged, ...others } = this.#count;
    const failed = this.#failed;
    const failedBefore = this.#failedBefore;
    return {
      new: added,
      changed,
      reread,
      unchanged,
      failedBefore,
      failed,
      ...others,
      seconds,
      isInterrupted,
      remaining,
    };
  }

  #step(): void {
    this.#done++;
    this.#tell();
  }

  #tell(): void {
    this.#onProgress({ done: this.#done, read: this.#read, failed: this.#failed.length, total: this.#total });
  }
}
