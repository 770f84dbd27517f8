import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { type Box, locate, type SourceText } from "../../src/model/source.js";
import { makePdf } from "./pdf-maker.js";

const CORPUS = path.resolve(import.meta.dirname, "../../../shared/corpus");
const REAL = [
  "parish-margin-owner-pdf/souldern-2014-11-20.pdf",
  "residents-stakeholder-pdf/eddington-2023-12-12.pdf",
  "school-governors-pdf/decoy-fgb-full-board-13-12-21.pdf",
].map((file) => path.join(CORPUS, file));
const hasCorpus = REAL.every((file) => existsSync(file));
const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
if (!hasPoppler) console.warn("skipped: boxes are compared with poppler's, which is not installed");
if (!hasCorpus) console.warn(`skipped: no real documents at ${CORPUS}`);

interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
}

/** The words of a PDF with their boxes, as poppler sees them. */
function popplerWords(file: string): PlacedWord[] {
  const html = execFileSync("pdftotext", ["-bbox", file, "-"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const words: PlacedWord[] = [];
  let page = 0;
  const marks = /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  for (const [mark, x0, y0, x1, y1, text] of html.matchAll(marks)) {
    if (mark === "<page ") page++;
    else
      words.push({
        text: plain(text ?? ""),
        page,
        box: { x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) },
      });
  }
  return words;
}

function plain(html: string): string {
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** The words of the extracted text that stand in one place, with the boxes that `locate` gives. */
function locatedWords(source: SourceText): PlacedWord[] {
  return [...source.text.matchAll(/\S+/g)].flatMap((match): PlacedWord[] => {
    const places = locate(source, { start: match.index, end: match.index + match[0].length });
    const [place] = places;
    if (places.length !== 1 || place === undefined || place.page === null || place.box === null) return [];
    return [{ text: match[0], page: place.page, box: place.box }];
  });
}

function overlap(a0: number, a1: number, b0: number, b1: number): number {
  const common = Math.min(a1, b1) - Math.max(a0, b0);
  return common <= 0 ? 0 : common / (Math.max(a1, b1) - Math.min(a0, b0));
}

/** Whether two boxes are the same word's: heights differ between fonts' metrics, widths may be estimated. */
function agree(a: Box, b: Box): boolean {
  return overlap(a.x0, a.x1, b.x0, b.x1) > 0.75 && overlap(a.y0, a.y1, b.y0, b.y1) > 0.5;
}

/** Every word that both sides have, and how many of ours stand where the other side has the same word. */
async function compare(file: string) {
  const reading = await readPdf(new Uint8Array(readFileSync(file)));
  if (!reading.isRead) throw new Error(reading.message);
  const reference = new Map<string, Box[]>();
  for (const { text, page, box } of popplerWords(file)) {
    const key = `${page} ${text}`;
    reference.set(key, [...(reference.get(key) ?? []), box]);
  }
  const words = locatedWords(layOut("id", reading.document)).filter(
    (word) => word.text.length > 1 && reference.has(`${word.page} ${word.text}`),
  );
  const wrong = words.filter((word) => {
    const boxes = reference.get(`${word.page} ${word.text}`) ?? [];
    return !boxes.some((box) => agree(word.box, box));
  });
  return { words: words.length, wrong };
}

describe.skipIf(!hasPoppler)("boxes stand where poppler sees the same words", () => {
  test("made pages: plain, bold, turned to columns and wrapped", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "boxes-"));
    try {
      const file = path.join(folder, "made.pdf");
      const lines = [
        "The clerk told the meeting that the hedge along the upper lane had grown across the path again and",
        "that two residents had written to say so. Illness had kept William Illingworth away from the mill.",
      ];
      const words = [
        { x: 60, y: 60, text: "Minutes of the meeting", size: 16, font: "bold" as const },
        { x: 60, y: 90, text: "Present:" },
        { x: 300, y: 90, text: "Apologies:" },
        ...["Ada Holm", "Ben Stroud"].map((text, index) => ({ x: 60, y: 102 + index * 12, text })),
        ...["Cara Pike", "Dan Moor"].map((text, index) => ({ x: 300, y: 102 + index * 12, text })),
        ...lines.map((text, index) => ({ x: 60, y: 150 + index * 12, text })),
      ];
      writeFileSync(file, makePdf([{ words }, { words: [{ x: 60, y: 90, text: "ACTION: Ben Stroud" }] }]));
      const { words: compared, wrong } = await compare(file);
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(40);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.skipIf(!hasCorpus).each(REAL.map((file) => [path.basename(file), file]))("%s", async (_, file) => {
    const { words, wrong } = await compare(file);
    expect(words).toBeGreaterThan(200);
    expect(1 - wrong.length / words).toBeGreaterThanOrEqual(0.95);
  });
});
