/** Others use the database while documents are taken in: another ingest, and readers that take their time. */

import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "../pipeline/folder.js";
import { rowsOf } from "./database-rows.js";
import { runProgram, startProgram } from "./program.js";
import { smallArchive, smallMinutes } from "./small-minutes.js";

const archive = folderWith(smallArchive(150));
let expected: ReturnType<typeof rowsOf>;

beforeAll(async () => {
  const undisturbed = join(folderWith({}), "minutes.db");
  expect(await runProgram("ingest", archive, "--db", undisturbed)).toMatchObject({ code: 0 });
  expected = rowsOf(undisturbed);
});

test("of two ingests at once each does its work or says why not, and nothing is damaged", async () => {
  const file = join(folderWith({}), "minutes.db");
  const endings = await Promise.all([1, 2, 3].map(() => runProgram("ingest", archive, "--db", file, "--jobs", "1")));
  for (const { code, stderr } of endings) {
    if (code === 0) expect(stderr).toBe("");
    else
      expect([code, stderr]).toEqual([3, expect.stringMatching(/^minutebook: [^\n]+ \[store\/(?:busy|locked)\]\n$/)]);
  }
  expect(endings.map(({ code }) => code)).toContain(0);
  expect(rowsOf(file)).toEqual(expected);
}, 120_000);

test("a reader in the middle of a long question neither waits nor makes wait, and sees what was there when it began", async () => {
  const file = join(folderWith({}), "minutes.db");
  const first = folderWith({ "first.txt": smallMinutes(1000) });
  expect((await runProgram("ingest", first, "--db", file)).code).toBe(0);

  const long = new Database(file, { readonly: true, timeout: 0 });
  const count = "SELECT count(*) FROM document_list";
  long.exec("BEGIN");
  expect(long.prepare(count).pluck().get()).toBe(1);

  const { process: child, ending } = startProgram(["ingest", archive, "--db", file]);
  const seen: unknown[] = [];
  while (child.exitCode === null && child.signalCode === null) {
    // As Datasette or sqlite3 would: opened, asked, closed, without any patience.
    const short = new Database(file, { readonly: true, timeout: 0 });
    seen.push(short.prepare(count).pluck().get());
    short.close();
    expect(long.prepare(count).pluck().get()).toBe(1);
    await wait(20);
  }
  expect(await ending).toMatchObject({ code: 0, stderr: "" });
  expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
  expect(long.prepare(count).pluck().get()).toBe(1);
  long.exec("COMMIT");
  expect(long.prepare(count).pluck().get()).toBe(151);
  long.close();
}, 120_000);
