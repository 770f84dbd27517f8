/** Readers that loop, take all memory, throw and exit: their documents fail, each with its code, and all others are stored. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "../pipeline/folder.js";

const worker = new URL("../pipeline/obedient-worker.ts", import.meta.url);

const FAILING = [
  ["05-loops.txt", "hang", "document/timeout", /^reading took longer than 3 s$/],
  ["15-allocates.txt", "hoard", "document/too-large", /memory/],
  ["25-throws.txt", "throw", "document/crashed", /ended with code 1$/],
  ["35-exits.txt", "exit", "document/crashed", /ended with code 7$/],
] as const;

const good = Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`${10 + number}.txt`, `good ${number}`]));

// Where no limit of memory can be set, nothing would stop the one that allocates.
test.runIf(process.platform === "linux")(
  "four readers that fail cost four documents",
  async () => {
    const bad = Object.fromEntries(FAILING.map(([name, word]) => [name, word]));
    const folder = folderWith({ ...good, ...bad });
    const store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
    const options = { jobs: 2, timeoutSeconds: 3, memoryMegabytes: 1000, worker };

    const summary = await ingest([folder], store, options);
    const failed = summary.failed.map(({ path, code, message }) => [path, code, message]);
    expect(failed.sort()).toEqual(FAILING.map(([name, , code, words]) => [name, code, expect.stringMatching(words)]));
    expect(summary.new).toBe(Object.keys(good).length);

    const sql = "SELECT path, error_code FROM document_list WHERE status = 'failed' ORDER BY path";
    expect(store.query(sql).rows).toEqual(FAILING.map(([name, , code]) => [name, code]));
    const stored = store.query("SELECT path FROM document_list WHERE status <> 'failed' ORDER BY path").rows.flat();
    expect(stored).toEqual(Object.keys(good).sort());

    const again = await ingest([folder], store, options);
    expect(again).toMatchObject({ new: 0, unchanged: 44, failedBefore: 4, failed: [] });
    store.close();
  },
  120_000,
);
