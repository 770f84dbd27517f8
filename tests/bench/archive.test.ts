/** The archive that the benchmarks run on: the same at each run, and what its documents say is known. */

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shiftDates } from "../../bench/archive/dates.js";
import { type ArchiveDocument, archiveDocuments } from "../../bench/archive/make-archive.js";
import { placeName } from "../../bench/archive/names.js";
import { readTemplates, type Template } from "../../bench/archive/templates.js";
import { ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";

/** The thirteenth is the first Markdown. */
const COUNT = 13;

let templates: readonly Template[];
let documents: readonly ArchiveDocument[];
let store: MinutesStore;

beforeAll(async () => {
  templates = await readTemplates();
  documents = await made(1);
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-archive-"));
  for (const { path: name, bytes } of documents) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  store = MinutesStore.open(path.join(mkdtempSync(path.join(tmpdir(), "minutebook-archive-")), "minutes.db"), "write");
  await ingest([folder], store, { jobs: 2, timeoutSeconds: 60 });
});

afterAll(() => store.close());

async function made(seed: number): Promise<ArchiveDocument[]> {
  const all: ArchiveDocument[] = [];
  for await (const document of archiveDocuments(templates, COUNT, seed)) all.push(document);
  return all;
}

describe("an archive", () => {
  test("has documents of every format, and is the same at each run with the same seed", async () => {
    expect(new Set(documents.map(({ format }) => format))).toEqual(new Set(["pdf", "docx", "html", "txt", "md"]));
    const hashes = (all: readonly ArchiveDocument[]) =>
      all.map(({ path: name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]);
    expect(hashes(await made(1))).toEqual(hashes(documents));
    const others = new Set(hashes(await made(2)).map(([, hash]) => hash));
    expect(hashes(documents).filter(([, hash]) => others.has(hash ?? ""))).toEqual([]);
  });

  test("is read whole, each document as the meeting that it was made as", () => {
    const rows = store.query("SELECT date, upper(body) FROM meeting_list ORDER BY date").rows;
    const expected = documents.map(({ truth }) => [truth.parts[0]?.date, truth.parts[0]?.body?.toUpperCase()]);
    // In capitals, and perhaps with the organisation before it: how a body is written is no concern of this test.
    const contained = expected.sort().map(([date, body]) => [date, expect.stringContaining(body ?? "")]);
    expect(rows).toEqual(contained);
    expect(store.query("SELECT count(*) FROM document_list WHERE status <> 'failed'").rows).toEqual([[COUNT]]);
  });

  test("has the people of its own, and none of those that it was made from", () => {
    const found = new Set(store.query("SELECT name FROM attendance_list").rows.flat());
    const expected = documents.flatMap(({ truth }) => truth.parts.flatMap(({ attendance }) => attendance));
    const right = expected.filter(({ name }) => found.has(name));
    expect(right.length).toBeGreaterThan(0.9 * expected.length);
    const before = templates.flatMap(({ part }) => part.attendance.map(({ name }) => name));
    expect(before.filter((name) => found.has(name))).toEqual([]);
  });
});

test("no two numbers give the same place", () => {
  const names = Array.from({ length: 20_000 }, (_, number) => placeName(number));
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ["Monday 4th March 2019", "Monday 25th March 2019"],
  ["on the 4 of MARCH, 2019", "on the 25 of MARCH, 2019"],
  ["Mon 4 Mar", "Mon 25 Mar"],
  ["March 4, 2019", "March 25, 2019"],
  ["04/03/2019 and 04.03.19", "25/03/2019 and 25.03.19"],
  ["2019-12-31", "2020-01-21"],
  ["30 December 2019", "20 January 2020"],
  ["minute 24/103 of March 2019, item 4.3", "minute 24/103 of March 2019, item 4.3"],
])("%s, three weeks later", (before, after) => {
  expect(shiftDates(before, { weeks: 3, year: 2019, isMonthFirst: false })).toBe(after);
});
