/** What every real PDF gives; how its text compares with pdftotext's is held by tests/real/pdf-fidelity.test.ts. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";

const CORPUS = path.resolve(import.meta.dirname, "../../../shared/corpus");
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) console.warn("skipped: no real documents in ../shared/corpus");

const files = hasCorpus
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".pdf"))
      .sort()
  : [];

describe.skipIf(!hasCorpus)("real files", () => {
  test.each(files)("%s", async (file) => {
    const bytes = new Uint8Array(readFileSync(path.join(CORPUS, file)));
    const reading = await readPdf(bytes, { ...DEFAULT_READING_OPTIONS, ocr: "never" });
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
  });
});
