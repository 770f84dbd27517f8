import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { progressDisplay } from "../../src/cli/ingest-progress.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "../pipeline/folder.js";
import { run } from "./run.js";

const MINUTES = "Minutes of Nether Wallop Parish Council held on 4 March 2019\n\nPresent: Cllr A Baker\n";

function archive() {
  const folder = folderWith({ "docs/march.txt": MINUTES, "docs/empty.txt": "", "docs/photo.png": "" });
  return { docs: join(folder, "docs"), db: join(folder, "minutes.db"), log: join(folder, "ingest.log") };
}

test("the summary as JSON, the log, and what status tells of the runs", async () => {
  const { docs, db, log } = archive();
  const first = await run("ingest", docs, "--db", db, "--json", "--log", log);
  expect(first.code).toBe(1);
  expect(JSON.parse(first.out)).toEqual({
    ...{ new: 1, changed: 0, reread: 0, unchanged: 0, gone: 0, pruned: 0, left: 0, skipped: 1, failed_before: 0 },
    failed: [{ path: "empty.txt", code: "document/empty", message: "the file is empty" }],
    ...{ seconds: expect.any(Number), interrupted: false, remaining: null },
  });
  expect(readFileSync(log, "utf8").trimEnd().split("\n")).toHaveLength(4);
  await run("ingest", docs, "--db", db);
  const { runs } = JSON.parse((await run("status", "--db", db, "--json")).out);
  expect(runs).toMatchObject([
    { run_id: 2, unchanged: 2, paths: [docs] },
    { run_id: 1, new: 1, failed: 1, is_interrupted: 0 },
  ]);
  expect((await run("status", "--db", db)).out).toMatch(
    /last runs:\n {2}\d{4}-\d\d-\d\d .* UTC, [\d.]+ s: 2 unchanged {2}\S/,
  );
});

test("quiet says only what failed", async () => {
  const { docs, db } = archive();
  const failure = "empty.txt: the file is empty [document/empty]\n";
  expect(await run("ingest", docs, "--db", db, "--quiet")).toEqual({ code: 1, out: "", err: failure });
  expect(await run("ingest", docs, "--db", db, "--quiet")).toEqual({ code: 0, out: "", err: "" });
  expect(await run("ingest", "--retry", "--db", db, "--quiet")).toEqual({ code: 1, out: "", err: failure });
});

test("a second ingest says who is at work, or waits", async () => {
  const { docs, db } = archive();
  const store = MinutesStore.open(db, "write");
  const lock = store.lockForIngest();
  const refused = await run("ingest", docs, "--db", db);
  expect(refused).toMatchObject({
    code: 3,
    out: "",
    err: expect.stringMatching(/Another ingest .*\[store\/busy\]\n$/),
  });
  setTimeout(() => lock.release(), 300);
  const waited = await run("ingest", docs, "--db", db, "--wait", "30");
  expect(waited).toMatchObject({ code: 1, err: expect.stringMatching(/^Waiting\. Another ingest/) });
  store.close();
});

test.each([
  [["ingest"]],
  [["ingest", ".", "--since", "yesterday"]],
  [["ingest", ".", "--since", "2026-02-30"]],
  [["ingest", ".", "--reparse", "some"]],
  [["ingest", ".", "--wait", "-1"]],
])("wrong usage: %j", async (parameters) => {
  expect(await run(...parameters)).toMatchObject({ code: 2, out: "" });
});

test("a log that cannot be written stops the run before it begins", async () => {
  const { docs, db } = archive();
  const { code, err } = await run("ingest", docs, "--db", db, "--log", join(docs, "no/such/folder.log"));
  expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/\[log\/not-writable\]\n$/) });
});

test("off a terminal a line is written every thousand documents", async () => {
  const lines: string[] = [];
  const terminal: Pick<Terminal, "warn" | "progressStream"> = {
    warn: (line) => lines.push(line),
    progressStream: null,
  };
  const display = await progressDisplay(terminal, false);
  for (let read = 1; read <= 2500; read++) display?.show({ done: read, read, failed: 3, total: 5000 });
  expect(lines).toEqual(["1000 of 5000 documents, 3 failed", "2000 of 5000 documents, 3 failed"]);
  expect(await progressDisplay(terminal, true)).toBeNull();
});
