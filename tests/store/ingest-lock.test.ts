import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { takeIngestLock } from "../../src/store/ingest-lock.js";
import { MinutesStore } from "../../src/store/store.js";
import { newDatabasePath } from "./conversion-builder.js";

test("one at a time, and nothing is left of it", () => {
  const file = newDatabasePath();
  const first = takeIngestLock(file);
  expect(first).not.toBeNull();
  expect(takeIngestLock(file)).toBeNull();
  first?.release();
  expect(existsSync(`${file}-ingest`)).toBe(false);
  const second = takeIngestLock(file);
  expect(second).not.toBeNull();
  second?.release();
});

test("who comes second is told who works there, while readers go on reading", () => {
  const file = newDatabasePath();
  const first = MinutesStore.open(file, "write");
  const second = MinutesStore.open(file, "write");
  const lock = first.lockForIngest();
  const start = { startedAt: "2026-03-01T02:00:00.000Z", programVersion: "1.0.0", parserVersion: 1, paths: ["a"] };
  first.beginRun({ ...start, processId: 4711 });
  first.beginBatch();
  const busy = { code: "store/busy", message: expect.stringMatching(/process 4711, since 2026-03-01T02:00/) };
  expect(() => second.lockForIngest()).toThrow(expect.objectContaining(busy));
  expect(second.query("SELECT count(*) FROM run_list WHERE ended_at IS NULL").rows).toEqual([[1]]);
  first.commitBatch();
  lock.release();
  second.lockForIngest().release();
  first.close();
  second.close();
});

test("the lock of a process that was killed is none", async () => {
  const file = newDatabasePath();
  const module = new URL("../../src/store/ingest-lock.ts", import.meta.url).href;
  const script = `import { takeIngestLock } from ${JSON.stringify(module)};
    globalThis.lock = takeIngestLock(${JSON.stringify(file)}); console.log("held"); setInterval(() => {}, 1000);`;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const holder = spawn(process.execPath, ["--import", tsx, "--input-type=module", "-e", script]);
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  expect(takeIngestLock(file)).toBeNull();
  holder.kill("SIGKILL");
  await new Promise((resolve) => holder.once("close", resolve));
  const lock = takeIngestLock(file);
  expect(lock).not.toBeNull();
  lock?.release();
});
