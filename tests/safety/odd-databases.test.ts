/** What `--db` may name by mistake or by bad luck: one line says what is wrong, exit code 3, and the file is left as it was. */

import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { run } from "../cli/run.js";
import { folderWith } from "../pipeline/folder.js";
import { smallMinutes } from "./small-minutes.js";

const documents = folderWith({ "a.txt": smallMinutes(1) });
const good = join(folderWith({}), "good.db");

beforeAll(async () => {
  expect((await run("ingest", documents, "--db", good, "--jobs", "1")).code).toBe(0);
});

/** Makes what lies at the path of the database. */
const ODD: Record<string, { make: (file: string) => void; code: string }> = {
  "a text": { make: (file) => writeFileSync(file, "Minutes. ".repeat(500)), code: "store/not-a-database" },
  "a folder": { make: (file) => mkdirSync(file), code: "store/not-a-database" },
  "another program's database": {
    make: (file) => changed(file, "CREATE TABLE recipe (name TEXT)"),
    code: "store/not-a-database",
  },
  "a database cut in half": {
    make: (file) => writeFileSync(file, readFileSync(good).subarray(0, statSync(good).size / 2)),
    code: "store/not-a-database",
  },
  "a database of a newer release": {
    make: (file) => {
      copyFileSync(good, file);
      changed(file, "PRAGMA user_version = 1000");
    },
    code: "store/newer-schema",
  },
};

function changed(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

test.each(Object.entries(ODD))("%s", async (_, { make, code }) => {
  const file = join(folderWith({}), "odd.db");
  make(file);
  const before = statSync(file).isDirectory() ? null : readFileSync(file);
  const { code: exit, err, out } = await run("ingest", documents, "--db", file, "--jobs", "1");
  expect([exit, out]).toEqual([3, ""]);
  expect(err).toMatch(new RegExp(`^minutebook: [^\\n]+ \\[${code}\\]\\n$`));
  if (before !== null) expect(readFileSync(file).equals(before), "the file is as it was").toBe(true);
});

test("a folder that does not exist", async () => {
  const file = join(folderWith({}), "nowhere", "minutes.db");
  const { code, err } = await run("ingest", documents, "--db", file);
  expect([code, err]).toEqual([3, expect.stringMatching(/^minutebook: [^\n]+ \[store\/not-writable\]\n$/)]);
  expect(existsSync(file)).toBe(false);
});

test("a database on a read-only disk can be asked, and not added to", async ({ skip }) => {
  const disk = readOnlyDisk();
  if (disk === null) return skip("a superuser is stopped by no permissions, and this one may not mount a disk");
  const file = join(disk.folder, "minutes.db");
  try {
    const { code, err } = await run("ingest", documents, "--db", file, "--jobs", "1");
    expect([code, err]).toEqual([3, expect.stringMatching(/^minutebook: [^\n]+ \[store\/not-writable\]\n$/)]);
    expect(readFileSync(file).equals(readFileSync(good))).toBe(true);
    const asked = await run("query", "SELECT path FROM document_list", "--db", file, "--format", "csv");
    expect([0, 3]).toContain(asked.code);
    if (asked.code === 3) expect(asked.err).toMatch(/^minutebook: [^\n]+ \[store\/not-writable\]\n$/);
  } finally {
    disk.remove();
  }
});

/** A folder with the good database in it, where nothing can be written; null where that cannot be had. */
function readOnlyDisk(): { folder: string; remove: () => void } | null {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-read-only-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", folder]).status === 0;
  copyFileSync(good, join(folder, "minutes.db"));
  if (isMounted) {
    execFileSync("mount", ["-o", "remount,ro", folder]);
    return { folder, remove: () => execFileSync("umount", ["--lazy", folder]) };
  }
  if (process.getuid?.() === 0 || process.platform === "win32") return null;
  chmodSync(join(folder, "minutes.db"), 0o444);
  chmodSync(folder, 0o555);
  return { folder, remove: () => chmodSync(folder, 0o755) };
}
