/** What one run has seen of the disk, beside what was known of it: in a temporary table, so that memory does not grow with the archive. */

import { resolve } from "node:path";
import type { Database } from "better-sqlite3";
import type { Place } from "./locations.js";

/** A file as a walk finds it; nothing of its bytes is known. */
export interface SightedFile extends Place {
  readonly absolutePath: string;
  /** In bytes. */
  readonly size: number;
  /** ISO date-time. */
  readonly modifiedAt: string;
}

/** Which stored readings are good enough. */
export interface Demand {
  readonly parserVersion: number;
  /** What is read again beside the stale: nothing, what failed, or everything. */
  readonly reparse: "stale" | "failed" | "all";
  /** Readings of this run always are. */
  readonly runId: number;
}

/** `repeated`: seen in this run before; `unchanged`: as it was when its document was read well enough, or (`failed-before`) could not be read; `open`: its bytes must be looked at. */
export type Sight = "repeated" | "unchanged" | "failed-before" | "open";

export interface Sightings {
  /** Notes each file as seen and tells what is known of it. */
  see(files: readonly SightedFile[], demand: Demand): Sight[];
  /** Notes that something lies there, whatever it is. */
  note(absolutePath: string): void;
  /** Living places below a folder that were not seen, from a place on, in order; at most `limit`. */
  missing(folder: string, after: Place | null, limit: number): Place[];
  /** How many documents are known to lie below a folder. */
  livingBelow(folder: string): number;
}

interface Known {
  readonly size: number;
  readonly modifiedAt: string;
  readonly status: string;
  readonly parserVersion: number;
  readonly runId: number | null;
}

/** Begins a run: what was seen before is forgotten. */
export function prepareSightings(db: Database): Sightings {
  db.pragma("temp_store = FILE");
  db.exec("DROP TABLE IF EXISTS temp.seen; CREATE TEMP TABLE seen (place TEXT PRIMARY KEY) WITHOUT ROWID");
  db.function("absolute_path", { deterministic: true }, (root, path) => resolve(String(root), String(path)));
  const note = db.prepare("INSERT OR IGNORE INTO temp.seen VALUES (?)");
  const known = db.prepare<[string, string], Known>(
    `SELECT l.size, l.modified_at AS modifiedAt, d.status, d.parser_version AS parserVersion, d.run_id AS runId
      FROM location l JOIN document d ON d.document_id = l.document_id WHERE l.root = ? AND l.path = ? AND l.is_gone = 0`,
  );
  const below = "is_gone = 0 AND substr(absolute_path(root, path), 1, length(@folder)) = @folder";
  const missing = db.prepare<[{ folder: string; root: string; path: string; limit: number }], Place>(
    `SELECT root, path FROM location WHERE (root, path) > (@root, @path) AND ${below}
      AND absolute_path(root, path) NOT IN temp.seen ORDER BY root, path LIMIT @limit`,
  );
  const living = db.prepare<[{ folder: string }], number>(`SELECT count(*) FROM location WHERE ${below}`).pluck();
  const see = db.transaction((files: readonly SightedFile[], demand: Demand) =>
    files.map((file): Sight => {
      if (note.run(file.absolutePath).changes === 0) return "repeated";
      return sightOf(file, known.get(file.root, file.path), demand);
    }),
  );
  return {
    see,
    note: (absolutePath) => void note.run(absolutePath),
    missing: (folder, after, limit) => {
      const { root, path } = after ?? { root: "", path: "" };
      return missing.all({ folder: inside(folder), root, path, limit });
    },
    livingBelow: (folder) => living.get({ folder: inside(folder) }) ?? 0,
  };
}

/** The beginning of every path below a folder; that of the topmost ends with its separator already. */
function inside(folder: string): string {
  const separator = resolve("/").at(-1) ?? "/";
  return folder.endsWith(separator) ? folder : folder + separator;
}

function sightOf(file: SightedFile, known: Known | undefined, demand: Demand): Sight {
  if (known === undefined || known.size !== file.size || known.modifiedAt !== file.modifiedAt) return "open";
  if (!isGoodEnough(known, demand)) return "open";
  return known.status === "failed" ? "failed-before" : "unchanged";
}

/** Whether a stored reading need not be made again. */
export function isGoodEnough(reading: Pick<Known, "status" | "parserVersion" | "runId">, demand: Demand): boolean {
  if (reading.runId === demand.runId) return true;
  if (demand.reparse === "all" || (demand.reparse === "failed" && reading.status === "failed")) return false;
  return reading.parserVersion === demand.parserVersion;
}
