/** The program as a process, with the real readers: from files to answers. */

import { spawn, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { folderWith } from "../pipeline/folder.js";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const node = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href, main];

const MINUTES = `Minutes of the Meeting of Nether Wallop Parish Council held on Monday 4 March 2019 at 7.30 pm

Present: Cllr A Baker (Chairman), Cllr C Dyer

1. Footpaths
ACTION: Clerk to write to the county about the stile.
`;

const folder = folderWith({ "docs/march.txt": MINUTES, "docs/empty.txt": "", "taken.db": "this is no database" });

function minutebook(...parameters: string[]) {
  return spawnSync(process.execPath, [...node, ...parameters], { cwd: folder, encoding: "utf8" });
}

test("from a folder to an answer", () => {
  const ingested = minutebook("ingest", "docs", "--json", "--jobs", "1");
  expect(ingested.stderr).toBe("empty.txt: the file is empty [document/empty]\n");
  expect(ingested.status).toBe(1);
  expect(JSON.parse(ingested.stdout)).toMatchObject({
    new: 1,
    unchanged: 0,
    skipped: 0,
    failed: [{ path: "empty.txt" }],
  });

  const again = minutebook("ingest", "docs");
  expect(again.status).toBe(0);
  expect(again.stdout).toMatch(/^0 new, 2 unchanged, 0 failed/);
  expect(again.stderr).toContain("1 of the unchanged failed before");

  const asked = minutebook("query", "SELECT path, status FROM document_list ORDER BY path", "--format", "csv");
  expect(asked).toMatchObject({ status: 0, stdout: "path,status\nempty.txt,failed\nmarch.txt,ok\n", stderr: "" });
});

test("a folder without documents is said to have none", () => {
  const nothing = minutebook("ingest", folderWith({ "photo.xyz": "" }), "--db", "nothing.db");
  expect(nothing.status).toBe(0);
  expect(nothing.stdout).toMatch(/^0 new, 0 unchanged, 0 failed, 1 other files skipped/);
  expect(nothing.stderr).toMatch(/^No documents were found there/);
});

test("parse and explain need no database", () => {
  const parsed = minutebook("parse", "docs/march.txt");
  expect(parsed.status).toBe(0);
  expect(JSON.parse(parsed.stdout)).toMatchObject({
    path: "docs/march.txt",
    format: "text",
    parts: [{ kind: "minutes" }],
  });
  expect(minutebook("parse", "docs/march.txt", "--format", "text").stdout).toContain("2019-03-04");
  expect(minutebook("explain", "docs/march.txt").stdout).toMatch(/^ +1 {2}.+\n {7}\w+Line by [\w/-]+/);
  expect(minutebook("parse", "docs/empty.txt")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "docs/empty.txt: the file is empty [document/empty]\n",
  });
});

test("a file that is no database is not touched", () => {
  const { status, stderr } = minutebook("ingest", "docs", "--db", "taken.db");
  expect(status).toBe(3);
  expect(stderr).toMatch(/^minutebook: [^\n]+ \[store\/not-a-database\]\n$/);
});

test("a reader that goes away early is no failure", async () => {
  const sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n";
  const child = spawn(process.execPath, [...node, "query", sql, "--format", "csv"], { cwd: folder });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test.skipIf(process.platform === "win32")("Ctrl-C ends the run with 130 and a sound database", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`${index}.txt`, `${MINUTES}\nNumber ${index}\n`]),
  );
  const archive = folderWith(many);
  const child = spawn(process.execPath, [...node, "ingest", archive, "--db", "many.db", "--jobs", "1"], {
    cwd: folder,
  });
  // Once documents are being stored, most of them are still to come.
  let isStopped = false;
  const stop = (): void => {
    if (!isStopped) isStopped = child.kill("SIGINT");
  };
  const written = setInterval(() => {
    if ((statSync(join(folder, "many.db-wal"), { throwIfNoEntry: false })?.size ?? 0) > 300_000) stop();
  }, 20);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(written);
  expect(code).toBe(130);
  const failed = minutebook(
    "query",
    "SELECT count(*) AS n FROM document_list WHERE status = 'failed'",
    "--db",
    join(folder, "many.db"),
    "--format",
    "csv",
  );
  expect(failed.stdout).toBe("n\n0\n");
});
