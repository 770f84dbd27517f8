import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type IngestOptions, type IngestProgress, type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";

const worker = new URL("./obedient-worker.ts", import.meta.url);

let store: MinutesStore | null = null;

afterEach(() => store?.close());

function newStore(): MinutesStore {
  store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
  return store;
}

function take(into: MinutesStore, folder: string, more: Partial<IngestOptions> = {}): Promise<IngestSummary> {
  return ingest([folder], into, { jobs: 2, timeoutSeconds: 20, worker, ...more });
}

function documents(of: MinutesStore): unknown {
  return of.query("SELECT path, status, error_code FROM document_list ORDER BY path").rows;
}

test("one bad document never stops the rest, and is kept with its reason", async () => {
  const db = newStore();
  const folder = folderWith({
    "a.txt": "exit",
    "b.txt": "fine",
    "c.txt": "hang",
    "d.txt": "empty",
    "e.png": "",
    "f/g.md": "good",
  });
  const summary = await take(db, folder, { timeoutSeconds: 1 });
  expect(summary).toMatchObject({ new: 2, reread: 0, unchanged: 0, skipped: 1, isInterrupted: false });
  expect(summary.failed.map(({ path, code }) => [path, code]).sort()).toEqual([
    ["a.txt", "document/crashed"],
    ["c.txt", "document/timeout"],
    ["d.txt", "document/empty"],
  ]);
  expect(documents(db)).toEqual([
    ["a.txt", "failed", "document/crashed"],
    ["b.txt", "ok", null],
    ["c.txt", "failed", "document/timeout"],
    ["d.txt", "failed", "document/empty"],
    ["f/g.md", "ok", null],
  ]);
});

test("unchanged bytes are skipped, changed ones read, failed ones only where that is asked for", async () => {
  const db = newStore();
  const folder = folderWith({ "a.txt": "good", "b.txt": "empty" });
  expect(await take(db, folder)).toMatchObject({ new: 1, unchanged: 0 });
  expect(await take(db, folder)).toMatchObject({ new: 0, unchanged: 2, failedBefore: 1, failed: [] });
  writeFileSync(join(folder, "a.txt"), "better");
  const third = await take(db, folder, { reparse: "failed" });
  expect(third).toMatchObject({
    new: 0,
    changed: 1,
    unchanged: 0,
    failed: [{ path: "b.txt", code: "document/empty" }],
  });
});

test("copies of the same bytes are read once and kept at each place", async () => {
  const db = newStore();
  const folder = folderWith({ "a.txt": "same", "b.txt": "same", "c.txt": "same" });
  expect(await take(db, folder, { jobs: 3 })).toMatchObject({ new: 1, unchanged: 2 });
  const places = db.query("SELECT path FROM document_location_list WHERE is_gone = 0 ORDER BY path").rows;
  expect(places).toEqual([["a.txt"], ["b.txt"], ["c.txt"]]);
});

test("a file that is not there is told and the rest is read", async () => {
  const db = newStore();
  const folder = folderWith({ "a.txt": "good" });
  const summary = await ingest(["gone.txt", "a.txt"], db, {
    jobs: 1,
    timeoutSeconds: 20,
    worker,
    workingFolder: folder,
  });
  expect(summary).toMatchObject({ new: 1, failed: [{ path: "gone.txt", code: "document/not-found" }] });
});

test("an interrupted run keeps what was read, blames no document, says what is left, and is resumed", async () => {
  const db = newStore();
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `good ${index}`])),
  );
  const stopping = new AbortController();
  const onProgress = ({ done }: IngestProgress): void => {
    if (done === 3) stopping.abort();
  };
  const first = await take(db, folder, { jobs: 1, signal: stopping.signal, onProgress });
  // What was being read is finished.
  expect([3, 4]).toContain(first.new);
  expect(first).toMatchObject({ failed: [], isInterrupted: true, remaining: 20 - first.new });
  expect(documents(db)).toHaveLength(first.new);
  const second = { new: 20 - first.new, unchanged: first.new, isInterrupted: false, remaining: null };
  expect(await take(db, folder)).toMatchObject(second);
});

test("progress counts every file once", async () => {
  const seen: number[] = [];
  const folder = folderWith({ "a.txt": "good", "b.txt": "exit" });
  await take(newStore(), folder, { jobs: 1, onProgress: ({ done }) => seen.push(done) });
  expect(seen.filter((done) => done !== 0)).toEqual([1, 2]);
});

test("trouble with the database ends the run", async () => {
  const db = newStore();
  const folder = folderWith({ "a.txt": "good", "b.txt": "hang" });
  db.close();
  await expect(take(db, folder)).rejects.toThrow();
});
