import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Conversion } from "../../src/model/conversion.js";
import { compareGolden } from "../../src/pipeline/golden.js";
import type { ConverterPool } from "../../src/pipeline/pool.js";
import { readConversion, sourceOf } from "../store/conversion-builder.js";
import { folderWith } from "./folder.js";

vi.mock("../../src/grammar/index.js", () => ({ dumpTree: (source: { text: string }) => source.text }));

/** Reads a file as its plain text; one with the word "empty" in it cannot be read. */
const pool: ConverterPool = {
  convert: async ({ absolutePath, sha256 }): Promise<Conversion> => {
    const text = readFileSync(absolutePath, "utf8");
    if (text === "empty") return { status: "unreadable", id: sha256, code: "document/empty", message: "nothing" };
    return readConversion(sourceOf(text), []);
  },
  close: () => {},
};

let corpus: string;
let golden: string;

beforeEach(() => {
  corpus = folderWith({
    "quay.txt": "The quay\nleans\n",
    "quay.md": "The same quay\n",
    "bad.txt": "empty",
    "2019/wall.txt": "The wall\n",
  });
  golden = folderWith({});
});

afterEach(() => {
  for (const folder of [corpus, golden]) rmSync(folder, { recursive: true });
});

const compare = () => compareGolden(corpus, golden, { update: false, pool });
const update = () => compareGolden(corpus, golden, { update: true, pool });

describe("golden files", () => {
  test("an update writes every stage of every document, and then nothing differs", async () => {
    const written = await update();
    expect(written.documents).toBe(4);
    expect(readdirSync(golden).sort()).toEqual(["2019", "bad", "quay-md", "quay-txt"]);
    expect(readdirSync(join(golden, "2019/wall"))).toHaveLength(5);
    expect(readdirSync(join(golden, "bad"))).toEqual(["4-rows.txt", "5-diagnostics.txt"]);
    expect(readFileSync(join(golden, "bad/5-diagnostics.txt"), "utf8")).toBe(
      "bad.txt: error: nothing [document/empty]\n",
    );
    expect(await compare()).toEqual({ differences: "", count: 0, documents: 4 });
  });

  test("without an update nothing is written, and each missing file is a difference", async () => {
    const { count, differences } = await compare();
    expect(count).toBe(17);
    expect(differences).toContain("quay-md/2-tree.txt: there is no golden file\n");
    expect(readdirSync(golden)).toEqual([]);
  });

  test("a changed line is shown with its neighbours", async () => {
    await update();
    const path = join(golden, "quay-txt/2-tree.txt");
    writeFileSync(path, "The quay\nstands\n");
    const { count, differences } = await compare();
    expect(count).toBe(1);
    expect(differences).toBe("quay-txt/2-tree.txt:\n@@ line 1\n  The quay\n- stands\n+ leans\n  \n");
    await update();
    expect(readFileSync(path, "utf8")).toBe("The quay\nleans\n");
  });

  test("golden files without a document are a difference; an update removes them and nothing else", async () => {
    await update();
    rmSync(join(corpus, "2019/wall.txt"));
    writeFileSync(join(golden, "2019/wall/notes.md"), "kept");
    expect(await compare()).toEqual({
      differences: "2019/wall: there is no document of this name\n",
      count: 1,
      documents: 3,
    });
    await update();
    expect(readdirSync(join(golden, "2019/wall"))).toEqual(["notes.md"]);
    expect((await compare()).count).toBe(0);
  });

  test("a stage that a document has no more is a difference, and goes with an update", async () => {
    await update();
    writeFileSync(join(corpus, "quay.txt"), "empty");
    expect((await compare()).differences).toContain("quay-txt/1-source.txt: the document has no such stage any more\n");
    await update();
    expect(existsSync(join(golden, "quay-txt/1-source.txt"))).toBe(false);
    expect((await compare()).count).toBe(0);
  });
});
