import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { TruePart, Truth } from "../../src/evaluation/truth.js";
import type { Conversion } from "../../src/model/conversion.js";
import { EvaluationError, evaluateFolder } from "../../src/pipeline/evaluate.js";
import type { ConverterPool } from "../../src/pipeline/pool.js";
import { folderWith } from "../pipeline/folder.js";
import { conversionOf, truthOf } from "./invented-records.js";

const PART: TruePart = {
  ...{ kind: "minutes", date: "2020-01-02", attendance: [{ name: "Ada Quill", status: "present" }] },
  ...{ items: [{ title: "Quay wall" }], decisions: [], actions: [], tables: [], next_meetings: [] },
};

const truths = [truthOf("town/one.txt", [PART]), truthOf("town/two.txt", [PART]), truthOf("pdf/three.pdf", [PART])];

const corpus = folderWith({ "town/one.txt": "1", "town/two.txt": "2", "pdf/three.pdf": "3" });
const truth = folderWith({
  ...Object.fromEntries(truths.map((truth: Truth) => [`${truth.file}.json`, JSON.stringify(truth)])),
  "schema.json": "{}",
});

afterAll(() => {
  for (const folder of [corpus, truth]) rmSync(folder, { recursive: true });
});

/** Reads what the truth says, but of "three" nothing, and never closes itself. */
const pool: ConverterPool = {
  convert: async ({ absolutePath, sha256 }): Promise<Conversion> => {
    if (!absolutePath.endsWith(".pdf")) return conversionOf([PART], absolutePath);
    return { status: "unreadable", id: sha256, code: "document/no-text", message: "pictures" };
  },
  close: () => {
    throw new Error("closed by somebody else");
  },
};

describe("a folder of documents is evaluated", () => {
  test("a document that cannot be read misses everything", async () => {
    const { report, core } = await evaluateFolder(corpus, truth, { pool, misses: "item" });
    expect(core).toBeCloseTo(0.8);
    expect(report).toMatch(/^ {2}attendance\.name +1\.000 {2}0\.667 {2}0\.800 +2 +2 +3$/m);
    expect(report).toMatch(/^town +core 1\.000/m);
    expect(report).toMatch(/^pdf +core 0\.000/m);
    expect(report).toContain("documents with every core fact right: 2 of 3");
    expect(report).toMatch(/ {3}\| pdf\/three\.pdf \| missed \| – \| Quay wall$/);
  });

  test("only the families that are asked for, as JSON", async () => {
    const { report } = await evaluateFolder(corpus, truth, { pool, family: ["town"], json: true });
    expect(JSON.parse(report)).toMatchObject({ documents: 2, core: 1, fields: { item: 1, decision: null } });
  });

  test("the folder of one family may be given with its truth", async () => {
    const { core } = await evaluateFolder(join(corpus, "town"), join(truth, "town"), { pool });
    expect(core).toBe(1);
  });

  test.each([
    ["a field that is none", { misses: "owner" }, /no field "owner"; the fields are part\.kind, /],
    ["a family without truth", { family: ["village"] }, /no truth files of village in it/],
  ])("%s is an error that says so", async (_, options, message) => {
    await expect(evaluateFolder(corpus, truth, { pool, ...options })).rejects.toThrow(message);
  });

  test("folders that are not there are errors too", async () => {
    await expect(evaluateFolder(corpus, join(truth, "none"), { pool })).rejects.toThrow(EvaluationError);
    await expect(evaluateFolder(join(corpus, "none"), truth, { pool })).rejects.toThrow(/no such file or folder/);
  });
});
