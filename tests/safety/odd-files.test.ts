/** What lies in people's folders beside documents, and documents with names that nobody expects. */

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DIAGNOSTICS } from "../../src/model/diagnostic.js";
import { type IngestOptions, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "../pipeline/folder.js";
import { rowsOf } from "./database-rows.js";
import { type Ending, runProgram, startProgram } from "./program.js";

const worker = new URL("../pipeline/obedient-worker.ts", import.meta.url);
const OPTIONS: IngestOptions = { jobs: 1, timeoutSeconds: 30, memoryMegabytes: null, worker };
const isWindows = process.platform === "win32";

function newStore(): { store: MinutesStore; file: string } {
  const file = join(folderWith({}), "minutes.db");
  return { store: MinutesStore.open(file, "write"), file };
}

function pathsIn(store: MinutesStore): unknown[] {
  return store.query("SELECT path FROM document_list ORDER BY path").rows.flat();
}

test.skipIf(isWindows)("names are kept as they are, whatever stands in them", async () => {
  const names = [
    "with spaces in it.txt",
    'it\'s "quoted" `thrice`; DROP TABLE document.txt',
    "two\nlines\tand a tab.txt",
    "émile 🎉 東京 e\u0301.txt",
    "100% [draft] {a,b} *?.txt",
    "back\\slash.txt",
    "-rf.txt",
    `${"long".repeat(60)}.txt`,
  ];
  const folder = folderWith(Object.fromEntries(names.map((name) => [`a "fólder"\n/${name}`, `good ${name}`])));
  const { store } = newStore();
  const summary = await ingest([folder], store, OPTIONS);
  expect(summary).toMatchObject({ new: names.length, failed: [] });
  expect(pathsIn(store).sort()).toEqual(names.map((name) => `a "fólder"\n/${name}`).sort());
  expect(await ingest([folder], store, OPTIONS)).toMatchObject({ new: 0, unchanged: names.length, failed: [] });
  store.close();
});

test.runIf(process.platform === "linux")("a name that is not UTF-8 is told, and the rest is read", async () => {
  const folder = folderWith({ "good.txt": "good" });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".txt")]), "good latin");
  const { store } = newStore();
  const summary = await ingest([folder], store, OPTIONS);
  expect(summary.new).toBe(1);
  expect(summary.failed).toHaveLength(1);
  expect(DIAGNOSTICS).toHaveProperty([summary.failed[0]?.code ?? ""]);
  expect(summary.failed[0]?.path).toMatch(/^caf.+\.txt$/);
  expect(pathsIn(store)).toEqual(["good.txt"]);
  store.close();
});

test.skipIf(isWindows)("links that lead nowhere or in a circle are told, and end", async () => {
  const folder = folderWith({ "good.txt": "good", "sub/deep.txt": "good deep" });
  symlinkSync("nowhere.txt", join(folder, "dangling.txt"));
  symlinkSync("self.txt", join(folder, "self.txt"));
  symlinkSync("pong.txt", join(folder, "ping.txt"));
  symlinkSync("ping.txt", join(folder, "pong.txt"));
  symlinkSync("..", join(folder, "sub", "up"));
  symlinkSync("../good.txt", join(folder, "sub", "copy.txt"));
  const { store } = newStore();
  const summary = await ingest([folder], store, OPTIONS);
  expect(summary.failed.map(({ path, code }) => [path, code]).sort()).toEqual(
    ["dangling.txt", "ping.txt", "pong.txt", "self.txt"].map((path) => [path, "document/not-found"]),
  );
  expect(pathsIn(store)).toEqual(["good.txt", "sub/deep.txt"]);
  const places = store.query("SELECT path FROM document_location_list ORDER BY path").rows.flat();
  expect(places).toEqual(["good.txt", "sub/copy.txt", "sub/deep.txt"]);
  store.close();
});

test.skipIf(isWindows)("pipes, sockets and devices are no documents, and nobody waits for them", async () => {
  const folder = folderWith({ "good.txt": "good" });
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  symlinkSync("/dev/zero", join(folder, "device.txt"));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, "socket.txt"), resolve));
  const { store } = newStore();
  try {
    expect(await ingest([folder], store, OPTIONS)).toMatchObject({ new: 1, failed: [] });
    const named = ["pipe.txt", "socket.txt", "device.txt"];
    const summary = await ingest(named, store, { ...OPTIONS, workingFolder: folder });
    expect(summary.failed.map(({ path }) => path)).toEqual(named);
    for (const { code } of summary.failed) expect(DIAGNOSTICS).toHaveProperty([code]);
    expect(pathsIn(store)).toEqual(["good.txt"]);
  } finally {
    server.close();
    store.close();
  }
});

test.skipIf(isWindows)("folders and files without permission are told, and the rest is read", async ({ skip }) => {
  const folder = folderWith({ "good.txt": "good", "closed/x.txt": "good x", "secret.txt": "good secret" });
  chmodSync(join(folder, "closed"), 0);
  chmodSync(join(folder, "secret.txt"), 0);
  try {
    const ending = await ingestAsAnybody(folder);
    if (ending === null) return skip("the program cannot be run by anybody but this superuser");
    const told = ["closed", "secret.txt"].map((path) => `${path}: no permission to read it [document/not-found]\n`);
    expect(ending.stderr.split(/(?<=\n)/).sort()).toEqual(told);
    expect(ending).toMatchObject({ code: 1, stdout: expect.stringMatching(/^1 new, 0 unchanged, 2 failed/) });
  } finally {
    chmodSync(join(folder, "closed"), 0o700);
  }
});

/** A superuser may read everything, so it has somebody else run the program; null where that is not possible. */
async function ingestAsAnybody(folder: string): Promise<Ending | null> {
  const parameters = ["ingest", folder, "--jobs", "1", "--db", join(folder, "minutes.db")];
  if (process.getuid?.() !== 0) return runProgram(...parameters);
  chmodSync(folder, 0o777);
  const asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const version = await startProgram(["--version"], asNobody).ending.catch(() => null);
  return version?.code === 0 ? startProgram(parameters, asNobody).ending : null;
}

test("files that vanish, move or are rewritten during a run leave nothing in half; the next run has them as they are", async () => {
  const names = Array.from({ length: 30 }, (_, number) => `${10 + number}.txt`);
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, `good ${name}`])));
  mkdirSync(join(folder, "moved"));
  const { store, file } = newStore();
  let calls = 0;
  const onProgress = (): void => {
    // Once some are stored: some of the others are hashed already, some lie before the reader, some are not yet looked at.
    if (++calls !== 5) return;
    for (const name of names.slice(20)) {
      const number = Number.parseInt(name, 10);
      if (number % 3 === 0) rmSync(join(folder, name));
      else if (number % 3 === 1) renameSync(join(folder, name), join(folder, "moved", name));
      else writeFileSync(join(folder, name), `good ${name}, rewritten`);
    }
  };
  const summary = await ingest([folder], store, { ...OPTIONS, onProgress });
  expect(calls).toBeGreaterThan(5);
  for (const { code } of summary.failed) expect(code).toBe("document/not-found");
  for (const name of names) {
    const text = store.query(
      "SELECT text FROM document_text_list JOIN document_list USING (document_id) WHERE path = ?",
      [name],
    ).rows;
    expect([[], [[`good ${name}`]], [[`good ${name}, rewritten`]]]).toContainEqual(text);
  }

  const past = new Date(Date.now() - 3_600_000);
  for (const name of names) {
    if (Number.parseInt(name, 10) % 3 === 2) utimesSync(join(folder, name), past, past);
  }
  expect((await ingest([folder], store, OPTIONS)).failed).toEqual([]);
  const { store: fresh, file: freshFile } = newStore();
  await ingest([folder], fresh, OPTIONS);
  fresh.close();
  store.close();
  const present = (path: string): string[] => rowsOf(path).location?.filter((row) => row.endsWith(",0]")) ?? [];
  expect(present(file)).toEqual(present(freshFile));
});
