/** The log of runs: a line of JSON for each document that was looked at anew, between one for the start of the run and one for its end. */

import { closeSync, openSync, writeSync } from "node:fs";
import { StoreError } from "../../store/store.js";

/** What became of a document. */
export type Outcome = "new" | "changed" | "reread" | "unchanged" | "failed" | "left" | "gone" | "pruned";

export interface DocumentLine {
  readonly path: string | null;
  readonly sha256: string | null;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly message: string | null;
  /** How long reading it took; null where it was not read. */
  readonly seconds: number | null;
  readonly pages: number | null;
}

export interface RunLog {
  document(line: DocumentLine): void;
  run(event: "start" | "end", facts: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Opens the file to add to it; without a file nothing is logged. Throws a `StoreError` where it cannot be written. */
export function openRunLog(file: string | null, now: () => Date): RunLog {
  if (file === null) return { document: () => {}, run: () => {}, close: () => {} };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError("log/not-writable", `The log ${file} cannot be written: ${reason}.`);
    }
  };
  const descriptor = guarded(() => openSync(file, "a"));
  const write = (line: object): void => {
    guarded(() => writeSync(descriptor, `${JSON.stringify({ time: now().toISOString(), ...line })}\n`));
  };
  return {
    document: (line) => write({ event: "document", ...line }),
    run: (event, facts) => write({ event: `run ${event}`, ...facts }),
    close: () => closeSync(descriptor),
  };
}
