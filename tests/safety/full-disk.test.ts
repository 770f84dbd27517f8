/** The disk is full in the middle of an ingest: a line says so, what is stored is whole, and with more room the next run goes on. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { folderWith } from "../pipeline/folder.js";
import { amountsByDocument, rowsOf } from "./database-rows.js";
import { runProgram, startProgram } from "./program.js";
import { smallArchive } from "./small-minutes.js";

const archive = folderWith(smallArchive(300));

let amounts: ReadonlyMap<string, string>;
let expected: ReturnType<typeof rowsOf>;

beforeAll(async () => {
  const undisturbed = join(folderWith({}), "minutes.db");
  expect(await runProgram("ingest", archive, "--db", undisturbed)).toMatchObject({ code: 0 });
  amounts = amountsByDocument(undisturbed);
  expected = rowsOf(undisturbed);
});

const mounts: string[] = [];

afterEach(() => {
  for (const folder of mounts.splice(0)) execFileSync("umount", ["--lazy", folder]);
});

/** A disk of so many kilobytes; null where this user may not mount one. */
function smallDisk(kilobytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]);
  if (status !== 0) return null;
  mounts.push(folder);
  return folder;
}

/** What is stored is whole, and a run without want of room ends with the rows of one that never had any. */
async function goesOn(file: string): Promise<void> {
  const stored = amountsByDocument(file);
  expect(stored.size).toBeLessThan(amounts.size);
  for (const [path, amount] of stored) expect([path, amount]).toEqual([path, amounts.get(path)]);
  const last = await runProgram("ingest", archive, "--db", file);
  expect(last, last.stderr).toMatchObject({ code: 0, stderr: "" });
  expect(rowsOf(file)).toEqual(expected);
}

test.skipIf(process.platform !== "linux")(
  "a disk that fills up, and is made larger",
  async ({ skip }) => {
    const disk = smallDisk(1536);
    if (disk === null) return skip("this user may not mount a small disk");
    const file = join(disk, "minutes.db");
    const full = await runProgram("ingest", archive, "--db", file);
    expect(full.code).toBe(3);
    expect(full.stderr).toMatch(/^minutebook: The database [^\n]+ the disk is full\.[^\n]+\[store\/disk-full\]\n$/);
    execFileSync("mount", ["-o", "remount,size=100m", disk]);
    await goesOn(file);
  },
  120_000,
);

test.skipIf(process.platform !== "linux")(
  "a disk that is full from the start",
  async ({ skip }) => {
    const disk = smallDisk(16);
    if (disk === null) return skip("this user may not mount a small disk");
    const { code, stderr } = await runProgram("ingest", archive, "--db", join(disk, "minutes.db"));
    expect(code).toBe(3);
    expect(stderr).toMatch(/^minutebook: The database [^\n]+\[store\/(?:disk-full|not-writable)\]\n$/);
  },
  120_000,
);

// The system refuses to let any file grow beyond a size: which every user can ask for.
test.skipIf(process.platform === "win32")(
  "a file that may not grow",
  async () => {
    const folder = folderWith({});
    const file = join(folder, "minutes.db");
    const capped = ["sh", "-c", 'ulimit -f 1200; exec "$@"', "sh"];
    const { code, stderr } = await startProgram(["ingest", archive, "--db", file], capped).ending;
    expect(code, stderr).toBe(3);
    expect(stderr).toMatch(/^minutebook: The database [^\n]+\[store\/(?:disk-full|not-writable)\]\n$/);
    await goesOn(file);
  },
  120_000,
);
