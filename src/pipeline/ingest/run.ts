/** What every step of a run has at hand. */

import type { LimitFunction } from "p-limit";
import type { Demand, MinutesStore, Sightings } from "../../store/store.js";
import type { ConverterPool } from "../pool.js";
import type { Batch } from "./batch.js";
import type { IngestOptions } from "./options.js";
import type { RunLog } from "./run-log.js";
import type { Tally } from "./tally.js";

export interface Run {
  readonly store: MinutesStore;
  readonly pool: ConverterPool;
  readonly options: IngestOptions;
  readonly programVersion: string;
  readonly parserVersion: number;
  readonly demand: Demand;
  readonly sightings: Sightings;
  readonly batch: Batch;
  readonly log: RunLog;
  readonly tally: Tally;
  readonly now: () => Date;
  /** Lets as many documents be read at once as there are jobs. */
  readonly reading: LimitFunction;
  /** The documents that are being read, by SHA-256: a copy of the same bytes waits for the first. */
  readonly readings: Map<string, Promise<void>>;
  /** Aborted when nothing new is to begin. */
  readonly stopping: AbortSignal;
}
