/**
 * `npm run bench`: how long the program takes to start, as a multiple of Node itself in the same run.
 * The runs of the three commands take turns, so that what else the machine does falls on all of them alike.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { median } from "./measuring.js";
import { plainFigure, ratioFigure, record } from "./results.js";

const ROUNDS = 25;

const project = path.dirname(import.meta.dirname);
const program = path.join(project, "dist", "cli", "main.js");

interface Measure {
  readonly name: string;
  readonly parameters: readonly string[];
  /** How many times the bare start of Node it may take. */
  readonly target: number | null;
  readonly milliseconds: number[];
}

process.exitCode = main();

function main(): number {
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-bench-"));
  try {
    const database = path.join(folder, "minutes.db");
    run([program, "ingest", path.join(project, "corpus"), "--db", database]);
    const measures = measuresOf(database);
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { parameters, milliseconds } of measures) {
        const duration = run(parameters);
        // The first round fills the caches of the file system.
        if (round > 0) milliseconds.push(duration);
      }
    }
    return report(measures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measuresOf(database: string): Measure[] {
  const sql = "SELECT date, body, decisions FROM meeting_list ORDER BY date";
  return [
    { name: "node -e 0", parameters: ["-e", "0"], target: null, milliseconds: [] },
    { name: "minutebook --version", parameters: [program, "--version"], target: 1.6, milliseconds: [] },
    { name: "minutebook query", parameters: [program, "query", sql, "--db", database], target: 2.5, milliseconds: [] },
  ];
}

/** Runs Node and gives the wall-clock time in milliseconds. */
function run(parameters: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  const duration = performance.now() - start;
  if (status !== 0) throw new Error(`node ${parameters.join(" ")} ended with ${status}: ${stderr}`);
  return duration;
}

/** Writes the table; 1 where a target is missed. */
function report(measures: readonly Measure[]): number {
  const bare = measures[0]?.milliseconds ?? [];
  const figures = measures.flatMap(({ name, target, milliseconds }) => {
    const time = plainFigure(name, `${median(milliseconds).toFixed(0)} ms`);
    const ratio = median(milliseconds.map((duration, round) => duration / (bare[round] ?? Number.NaN)));
    return target === null ? [time] : [time, ratioFigure(`${name} beside Node alone`, ratio, { most: target })];
  });
  return record("Starting", `Medians of ${ROUNDS} rounds.`, figures, measures);
}
