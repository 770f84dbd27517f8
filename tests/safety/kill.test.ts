/** The power may go at any moment: 25 times an ingest is killed without warning, and in the end nothing shows it. */

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { randomFrom } from "../../bench/archive/random.js";
import { folderWith } from "../pipeline/folder.js";
import { amountsByDocument, rowsOf } from "./database-rows.js";
import { runProgram, startProgram } from "./program.js";
import { smallArchive, smallMinutes } from "./small-minutes.js";

const KILLS = 25;
const SEED = 20240229;
/** Long enough for any process to store something, also on a busy machine; after it one is killed wherever it is. */
const PATIENCE = 20_000;

interface Moment {
  readonly documents: number;
  readonly milliseconds: number;
  readonly jobs: number;
}

const archive = folderWith({
  ...smallArchive(600),
  "copy/0007.txt": smallMinutes(7),
  "0031-empty.txt": "",
  "0052-damaged.pdf": "%PDF-1.7 and no more",
});

test.skipIf(process.platform === "win32")(
  `an ingest that is killed ${KILLS} times ends with the rows of one that was not`,
  async () => {
    const folder = folderWith({});
    const undisturbed = join(folder, "undisturbed.db");
    expect((await runProgram("ingest", archive, "--db", undisturbed, "--jobs", "2")).code).toBe(1);
    const expected = rowsOf(undisturbed);
    const amounts = amountsByDocument(undisturbed);

    const file = join(folder, "killed.db");
    const random = randomFrom(SEED);
    const stored: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      // From the start of the process to the middle of a document, some documents on.
      const moment = { documents: random.below(6), milliseconds: random.below(100), jobs: kill % 5 === 0 ? 2 : 1 };
      await ingestAndKill(file, moment);
      const found = amountsIn(file);
      for (const [path, amount] of found) expect([path, amount]).toEqual([path, amounts.get(path)]);
      stored.push(found.size);
    }
    expect(stored, "no run loses what an earlier one has stored").toEqual([...stored].sort((a, b) => a - b));
    expect(new Set(stored).size, `the kills fell on many moments: ${stored.join(" ")}`).toBeGreaterThan(KILLS / 4);

    const last = await runProgram("ingest", archive, "--db", file, "--jobs", "2");
    expect(last.code, last.stderr).toBeLessThanOrEqual(1);
    expect(rowsOf(file)).toEqual(expected);
  },
  600_000,
);

/** Kills it so many documents after its start and so many milliseconds after that. */
async function ingestAndKill(file: string, { documents, milliseconds, jobs }: Moment): Promise<void> {
  const { process: child } = startProgram(["ingest", archive, "--db", file, "--jobs", String(jobs)]);
  const closed = once(child, "close");
  await hasStored(file, documents, child);
  // At once after its start nothing has happened yet: somewhere in the time that it needs to get going.
  await wait(documents === 0 ? milliseconds * 6 : milliseconds);
  child.kill("SIGKILL");
  await closed;
}

/** Waits until so many documents more are stored, or the process has ended. Nobody else has the file open when that is so. */
async function hasStored(file: string, documents: number, child: ChildProcess): Promise<void> {
  const start = performance.now();
  const isOver = (): boolean =>
    child.exitCode !== null || child.signalCode !== null || performance.now() - start > PATIENCE;
  let count = counterOf(file);
  while (count === null && documents > 0 && !isOver()) {
    await wait(5);
    count = counterOf(file);
  }
  if (count === null) return;
  const before = count.documents();
  while (count.documents() < before + documents && !isOver()) await wait(2);
  count.close();
}

/** Of the documents that are stored; none where there is no database yet. */
function amountsIn(file: string): ReadonlyMap<string, string> {
  const count = counterOf(file);
  count?.close();
  return count === null ? new Map() : amountsByDocument(file);
}

/** Counts the documents that are stored; null where there is no database yet. */
function counterOf(file: string): { documents(): number; close(): void } | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    const statement = db.prepare<[], number>("SELECT count(*) FROM document").pluck();
    return { documents: () => statement.get() ?? 0, close: () => db.close() };
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}
