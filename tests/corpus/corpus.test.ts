import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { readTruth, type Truth } from "../../src/evaluation/truth.js";
import { goldenNames } from "../../src/pipeline/golden-names.js";

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const corpus = path.join(project, "corpus");
const truthFolder = path.join(project, "corpus-sources", "truth");

/** What a document may weigh, so that the project stays quick to fetch. */
const MOST_BYTES = 350_000;

const documents = filesBelow(corpus);
const truths = filesBelow(truthFolder);

describe("the project's own corpus", () => {
  it("has a truth file for each document, and a document for each truth file", () => {
    expect(truths.map((name) => truthOf(name).file).sort()).toEqual(documents);
  });

  it("names each truth file as the golden folder of its document", () => {
    const folders = goldenNames(documents);
    for (const name of truths) expect(`${folders.get(truthOf(name).file)}.json`).toBe(name);
  });

  it("has at least thirty minutes, and all formats", () => {
    const minutes = new Set(documents.map((name) => name.replace(/(?:-scan)?\.[^.]+$/, "")));
    expect(minutes.size).toBeGreaterThanOrEqual(30);
    const endings = new Set(documents.map((name) => path.extname(name)));
    expect([...endings].sort()).toEqual([".doc", ".docx", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt"]);
  });

  it("keeps its documents small", () => {
    const large = documents.filter((name) => bytesOf(name).length > MOST_BYTES);
    expect(large).toEqual([]);
  });

  it("states enough of each kind of fact to measure by", () => {
    const parts = truths.flatMap((name) => truthOf(name).parts);
    expect(parts.flatMap((part) => part.decisions).length).toBeGreaterThanOrEqual(30);
    expect(parts.flatMap((part) => part.actions).length).toBeGreaterThanOrEqual(40);
    expect(parts.flatMap((part) => part.attendance).length).toBeGreaterThanOrEqual(60);
    expect(parts.flatMap((part) => part.tables).length).toBeGreaterThanOrEqual(10);
  });

  it("holds a Windows-1252 and a UTF-16 text", () => {
    const curlyQuote = 0x93;
    expect(bytesOf("almshouse-trustees-2009-07-08.txt")).toContain(curlyQuote);
    expect([...bytesOf("weir-lane-allotments-2012-03-22.txt").subarray(0, 2)]).toEqual([0xff, 0xfe]);
  });

  it("numbers the items and clauses of a Word document automatically", async () => {
    const zip = await JSZip.loadAsync(bytesOf("wexley-leisure-committee-2023-01-24.docx"));
    const body = await zip.file("word/document.xml")?.async("string");
    const numbering = await zip.file("word/numbering.xml")?.async("string");
    expect(body).toContain('<w:ilvl w:val="1"/><w:numId w:val="1"/>');
    expect(body).not.toMatch(/<w:t[^>]*>(?:12\.|\(a\))/);
    expect(numbering).toContain('<w:start w:val="12"/>');
  });
});

describe.each(truths)("%s", (name) => {
  it("points only at items that are there", () => {
    for (const part of truthOf(name).parts) {
      const places = [...part.decisions, ...part.actions, ...part.tables].map((fact) => fact.item ?? 1);
      expect(Math.max(0, ...places)).toBeLessThanOrEqual(Math.max(1, part.items.length));
    }
  });

  it("gives rows and columns as its cells have them", () => {
    for (const table of truthOf(name).parts.flatMap((part) => part.tables)) {
      expect(table.cells?.length).toBe(table.rows);
      for (const row of table.cells ?? []) expect(row.length).toBe(table.cols);
    }
  });
});

/** Paths below the folder, with `/`, in order. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return paths.map((name) => name.split(path.sep).join("/")).sort();
}

function bytesOf(name: string): Buffer {
  return readFileSync(path.join(corpus, name));
}

function truthOf(name: string): Truth {
  const truth = readTruth(name, readFileSync(path.join(truthFolder, name), "utf8"));
  if (truth === null) throw new Error(`${name} is no truth file`);
  return truth;
}
