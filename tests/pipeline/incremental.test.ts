/** What a second run does: nothing where nothing has changed, and no more than it must where something has. */

import { cpSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type IngestOptions, type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";

const worker = new URL("./obedient-worker.ts", import.meta.url);
const LAST_WEEK = new Date(Math.floor(Date.now() / 1000 - 7 * 86_400) * 1000);

let file: string;
let store: MinutesStore;

beforeEach(() => {
  file = join(folderWith({}), "minutes.db");
  store = MinutesStore.open(file, "write");
});

afterEach(() => store.close());

function take(paths: readonly string[], more: Partial<IngestOptions> = {}): Promise<IngestSummary> {
  return ingest(paths, store, { jobs: 2, timeoutSeconds: 20, worker, ...more });
}

function rows(sql: string): unknown[] {
  return store.query(sql).rows.map((row) => (row.length === 1 ? row[0] : row));
}

const places = () => rows("SELECT path, is_gone FROM document_location_list ORDER BY path, is_gone");

/** Every row of every table but those of the runs. */
function everything(): unknown {
  const tables = rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'run'");
  return Object.fromEntries(tables.map((name) => [name, store.query(`SELECT * FROM "${name}"`).rows]));
}

describe("a second run", () => {
  test("over what has not changed reads nothing and writes nothing but its own record", async () => {
    const folder = folderWith({ "a.txt": "good", "b/c.txt": "fine", "d.txt": "empty" });
    await take([folder]);
    const before = everything();
    const second = await take([folder]);
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 3, reread: 0, failedBefore: 1, failed: [] });
    expect(everything()).toEqual(before);
    expect(rows(`SELECT "new", "unchanged", "failed", is_interrupted FROM run_list ORDER BY run_id`)).toEqual([
      [2, 0, 1, 0],
      [0, 3, 0, 0],
    ]);
  });

  test("finds a moved file's facts by its bytes, and renews the time of one that was only touched", async () => {
    const folder = folderWith({ "old.txt": "good", "touched.txt": "fine" });
    await take([folder]);
    renameSync(join(folder, "old.txt"), join(folder, "renamed.txt"));
    utimesSync(join(folder, "touched.txt"), LAST_WEEK, LAST_WEEK);
    expect(await take([folder])).toMatchObject({ new: 0, changed: 0, unchanged: 2, reread: 0, gone: 1 });
    expect(places()).toEqual([
      ["old.txt", 1],
      ["renamed.txt", 0],
      ["touched.txt", 0],
    ]);
    expect(rows("SELECT path FROM document_list ORDER BY path")).toEqual(["renamed.txt", "touched.txt"]);
    expect(rows("SELECT modified_at FROM document_location_list WHERE path = 'touched.txt'")).toEqual([
      LAST_WEEK.toISOString(),
    ]);
  });

  test("knows one document at two places, also where two folders have files of equal names", async () => {
    const [one, two] = [folderWith({ "a.txt": "same" }), folderWith({ "a.txt": "same" })];
    expect(await take([one, two])).toMatchObject({ new: 1, unchanged: 1 });
    expect(rows("SELECT count(DISTINCT document_id), count(*) FROM document_location_list")).toEqual([[1, 2]]);
    expect(await take([one, two])).toMatchObject({ new: 0, unchanged: 2 });
  });

  test("takes paths that overlap for what they are", async () => {
    const folder = folderWith({ "a.txt": "good", "b/c.txt": "fine" });
    expect(await take([folder, join(folder, "b"), join(folder, "a.txt")])).toMatchObject({ new: 2, unchanged: 0 });
    expect(places()).toHaveLength(2);
  });
});

describe("what is gone", () => {
  test("is marked, found again when it comes back, and deleted where that is asked for", async () => {
    const folder = folderWith({ "a.txt": "good", "b/c.txt": "fine" });
    const elsewhere = folderWith({ "x.txt": "other" });
    await take([folder, elsewhere]);
    rmSync(join(folder, "b"), { recursive: true });
    expect(await take([folder])).toMatchObject({ unchanged: 1, gone: 1, pruned: 0, failed: [] });
    expect(places()).toContainEqual(["b/c.txt", 1]);
    expect(await take([folder])).toMatchObject({ unchanged: 1, gone: 0 });
    cpSync(join(folder, "a.txt"), join(folder, "z.txt"), { preserveTimestamps: true });
    writeFileSync(join(folder, "a.txt"), "better");
    rmSync(join(folder, "z.txt"));
    expect(await take([folder], { prune: true })).toMatchObject({ changed: 1, pruned: 2 });
    expect(rows("SELECT path FROM document_list ORDER BY path")).toEqual(["a.txt", "x.txt"]);
  });

  test("is not what lies outside of the folders, what they leave out, nor what a run for recent files passes over", async () => {
    const folder = folderWith({ "a/1.txt": "good", "b/2.txt": "fine", "note.log": "more" });
    await take([folder, join(folder, "note.log")]);
    rmSync(join(folder, "b"), { recursive: true });
    expect(await take([join(folder, "a")])).toMatchObject({ gone: 0 });
    expect(await take([folder], { since: new Date() })).toMatchObject({ gone: 0, unchanged: 0, skipped: 2 });
    expect(await take([folder])).toMatchObject({ gone: 1 });
    expect(places().filter((place) => (place as [string, number])[1] === 1)).toEqual([["b/2.txt", 1]]);
  });

  test("is never everything at once: a disk that is not mounted is told of", async () => {
    const folder = folderWith({ "a.txt": "good" });
    await take([folder]);
    rmSync(join(folder, "a.txt"));
    expect(await take([folder], { prune: true })).toMatchObject({ gone: 0, pruned: 0, failed: [{ path: folder }] });
    rmSync(folder, { recursive: true });
    expect(await take([folder], { prune: true })).toMatchObject({
      gone: 0,
      pruned: 0,
      failed: [{ path: folder, code: "document/not-found" }],
    });
    expect(places()).toEqual([["a.txt", 0]]);
  });
});

describe("what is read again", () => {
  function makeStale(path: string): void {
    const db = new Database(file);
    db.prepare("UPDATE document SET parser_version = 0 WHERE path = ?").run(path);
    db.close();
  }

  test("is what an older parser has read, without being asked for", async () => {
    const folder = folderWith({ "a.txt": "good", "b.txt": "fine" });
    await take([folder]);
    makeStale("a.txt");
    expect(await take([folder])).toMatchObject({ reread: 1, unchanged: 1, new: 0, changed: 0 });
    expect(await take([folder])).toMatchObject({ reread: 0, unchanged: 2 });
  });

  test("is what failed, or everything, where that is asked for; a copy is read but once", async () => {
    const folder = folderWith({ "a.txt": "good", "copy.txt": "good", "b.txt": "empty" });
    await take([folder]);
    const failed = [{ path: "b.txt", code: "document/empty" }];
    expect(await take([folder], { reparse: "failed" })).toMatchObject({ reread: 0, unchanged: 2, failed });
    expect(await take([folder], { reparse: "all" })).toMatchObject({ reread: 1, unchanged: 1, failed });
  });

  test("is found without any path where it is known to lie", async () => {
    const [one, two] = [folderWith({ "a.txt": "good" }), folderWith({ "b.txt": "fine" })];
    await take([one, two]);
    makeStale("b.txt");
    expect(await take([])).toMatchObject({ reread: 1, unchanged: 1, failed: [], gone: 0 });
  });
});

describe("a run from a date on", () => {
  test("takes what was modified since, and counts the rest as skipped", async () => {
    const folder = folderWith({ "a.txt": "good", "b.txt": "fine" });
    utimesSync(join(folder, "a.txt"), LAST_WEEK, LAST_WEEK);
    const since = new Date(Date.now() - 2 * 86_400_000);
    expect(await take([folder], { since })).toMatchObject({ new: 1, skipped: 1 });
    expect(await take([folder])).toMatchObject({ new: 1, unchanged: 1, skipped: 0 });
  });
});
