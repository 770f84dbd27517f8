import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";

const CORPUS = path.resolve(import.meta.dirname, "../../../shared/corpus");
const hasCorpus = existsSync(CORPUS);
const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
if (!hasCorpus) console.warn(`skipped: no real documents at ${CORPUS}`);
if (hasCorpus && !hasPoppler) console.warn("not compared with pdftotext: poppler is not installed");

const files = hasCorpus
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".pdf"))
      .sort()
  : [];

/** Fonts without a table of characters: pdftotext gives glyph numbers where we give words. */
const UNREADABLE_FOR_POPPLER: ReadonlySet<string> = new Set(["burton-2025-03-04.pdf"]);

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Share of the reference's words that the text has, each as often. */
function shareOfWords(text: string, reference: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const expected = wordsOf(reference);
  const found = expected.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  });
  return found.length / Math.max(1, expected.length);
}

describe.skipIf(!hasCorpus)("real files", () => {
  test.each(files)("%s", async (file) => {
    const full = path.join(CORPUS, file);
    const reading = await readPdf(new Uint8Array(readFileSync(full)), { ...DEFAULT_READING_OPTIONS, ocr: "never" });
    if (!reading.isRead) {
      expect(reading.code).toBe("document/no-text");
      expect(file).toMatch(/scanned/);
      return;
    }
    const source = layOut("id", reading.document);
    expect(source.lines.map((line) => source.text.slice(line.span.start, line.span.end)).join("")).toBe(source.text);
    for (const fragment of source.lines.flatMap((line) => line.fragments)) {
      expect(fragment.page).not.toBeNull();
      expect(fragment.box).not.toBeNull();
    }
    if (!hasPoppler || UNREADABLE_FOR_POPPLER.has(path.basename(file))) return;
    const reference = execFileSync("pdftotext", ["-layout", full, "-"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(shareOfWords(source.text, reference)).toBeGreaterThanOrEqual(0.97);
  });
});
