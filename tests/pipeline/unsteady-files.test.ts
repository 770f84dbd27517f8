/** Files that are written to, or go, while a run looks at them. */

import { appendFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type IngestOptions, type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";

const worker = new URL("./obedient-worker.ts", import.meta.url);

let store: MinutesStore;

beforeEach(() => {
  store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
});

afterEach(() => store.close());

function take(folder: string, more: Partial<IngestOptions> = {}): Promise<IngestSummary> {
  return ingest([folder], store, { jobs: 1, timeoutSeconds: 20, worker, ...more });
}

const documents = () => store.query("SELECT path FROM document_list ORDER BY path").rows.flat();

test("a file that was just saved is read, as soon as it is two seconds old", async () => {
  const folder = folderWith({});
  writeFileSync(join(folder, "a.txt"), "good");
  expect(await take(folder)).toMatchObject({ new: 1, left: 0 });
});

test("a file that is still being written is left for the next run", async () => {
  const folder = folderWith({ "a.txt": "good", "b.txt": "fine" });
  const writing = setInterval(() => appendFileSync(join(folder, "a.txt"), " and more"), 100);
  appendFileSync(join(folder, "a.txt"), " and more");
  expect(await take(folder)).toMatchObject({ new: 1, left: 1, failed: [] });
  clearInterval(writing);
  expect(documents()).toEqual(["b.txt"]);
  expect(await take(folder)).toMatchObject({ new: 1, left: 0, unchanged: 1 });
});

test("a file that is written to while it is read is left, whatever came of the reading", async () => {
  const folder = folderWith({ "a.txt": "slow" });
  const onOcrPage = (_: string, done: number): void => {
    if (done === 1) appendFileSync(join(folder, "a.txt"), " and more");
  };
  expect(await take(folder, { onOcrPage })).toMatchObject({ new: 0, left: 1, failed: [] });
  expect(documents()).toEqual([]);
});

test("a file that goes while it is read is told, and nothing of it is kept", async () => {
  const folder = folderWith({ "a.txt": "slow", "b.txt": "good" });
  const onOcrPage = (_: string, done: number): void => {
    if (done === 1) rmSync(join(folder, "a.txt"));
  };
  const summary = await take(folder, { onOcrPage });
  expect(summary).toMatchObject({ new: 1, left: 0, failed: [{ path: "a.txt", code: "document/not-found" }] });
  expect(documents()).toEqual(["b.txt"]);
});

test("the log has a line for each document that was looked at, between start and end", async () => {
  const log = join(folderWith({}), "ingest.log");
  const folder = folderWith({ "a.txt": "good", "b.txt": "empty" });
  await take(folder, { logFile: log });
  utimesSync(join(folder, "a.txt"), new Date(1e12), new Date(1e12));
  await take(folder, { logFile: log });
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.map(({ event, path, outcome, code }) => [event, path, outcome, code].filter(Boolean).join(" "))).toEqual([
    "run start",
    expect.stringMatching(/^document ([ab])\.txt (new|failed document\/empty)$/),
    expect.stringMatching(/^document ([ab])\.txt (new|failed document\/empty)$/),
    "run end",
    "run start",
    "document a.txt unchanged",
    "run end",
  ]);
  expect(told.at(1)).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), seconds: expect.any(Number) });
  expect(told.at(3)).toMatchObject({ new: 1, failed: 1, interrupted: false });
  await expect(take(folder, { logFile: join(log, "deeper") })).rejects.toMatchObject({ code: "log/not-writable" });
});
