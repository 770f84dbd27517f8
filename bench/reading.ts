/**
 * What it costs to read a PDF: with positions, fonts, rulings and layout, as a multiple of what pdf.js alone takes for `getTextContent` of the same file.
 * Each way runs in a process of its own, as it comes; they take turns, file by file, so that what else the machine does falls on all alike.
 * Also the peak memory of reading a pack of 500 pages. `results.ts` writes the figures down.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PDFDocument } from "pdf-lib";
import { inChild, median, READ_RAW, textPdfs } from "./measuring.js";
import { type Figure, plainFigure, ratioFigure, record } from "./results.js";

const ROUNDS = 7;
const PACK_PAGES = 500;
const TARGETS = { ratio: 1.9, megabytes: 400 };

const project = path.dirname(import.meta.dirname);
const extractors = pathToFileURL(path.join(project, "dist", "extractors", "index.js")).href;

/** Each answers the path of a file with the milliseconds that it took: wall clock, and time of the processor. */
const CHILDREN = {
  "pdf.js getTextContent": `${READ_RAW}
    const read = readRaw;`,
  minutebook: `
    import { extract } from ${JSON.stringify(extractors)};
    import { DEFAULT_READING_OPTIONS } from ${JSON.stringify(extractors.replace("extractors/index", "model/reading-options"))};
    async function read(bytes) {
      const { isRead } = await extract("x.pdf", new Uint8Array(bytes), { ...DEFAULT_READING_OPTIONS, ocr: "never" });
      if (!isRead) throw new Error("not read");
    }`,
} as const;

const ANSWERS = `
  import { readFileSync } from "node:fs";
  process.on("message", async (path) => {
    const bytes = readFileSync(path);
    const [start, used] = [performance.now(), process.cpuUsage()];
    await read(bytes);
    const { user, system } = process.cpuUsage(used);
    process.send({ wall: performance.now() - start, processor: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 });
  });`;

interface Answer {
  readonly wall: number;
  readonly processor: number;
  /** Most memory that the child has held so far, in MiB. */
  readonly peak: number;
}

type Ask = (file: string) => Promise<Answer>;

interface FileCost {
  readonly file: string;
  readonly raw: number;
  readonly ours: number;
  readonly oursWall: number;
  /** `pdftotext -bbox-layout`, its start included; null where it is not installed. */
  readonly poppler: number | null;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-bench-"));
  try {
    const files = textPdfs();
    const costs = await costsOf(files);
    const pack = path.join(folder, "pack.pdf");
    writeFileSync(pack, await packOf(files));
    const memory = await inChild(project, CHILDREN.minutebook + ANSWERS, (ask: Ask) => ask(pack));
    return report(costs, memory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function costsOf(files: readonly string[]): Promise<FileCost[]> {
  return inChild(project, CHILDREN["pdf.js getTextContent"] + ANSWERS, (askRaw: Ask) =>
    inChild(project, CHILDREN.minutebook + ANSWERS, async (askOurs: Ask) => {
      const raw = new Map<string, Answer[]>(files.map((file) => [file, []]));
      const ours = new Map<string, Answer[]>(files.map((file) => [file, []]));
      const poppler = new Map<string, number[]>(files.map((file) => [file, []]));
      for (let round = 0; round <= ROUNDS; round++) {
        for (const file of files) {
          const [first, second, third] = [await askRaw(file), await askOurs(file), popplerTime(file)];
          // In the first round the engine has not yet compiled anything.
          if (round === 0) continue;
          raw.get(file)?.push(first);
          ours.get(file)?.push(second);
          if (third !== null) poppler.get(file)?.push(third);
        }
      }
      return files.map((file): FileCost => {
        const theirs = poppler.get(file) ?? [];
        return {
          file: path.basename(file),
          raw: median((raw.get(file) ?? []).map((answer) => answer.processor)),
          ours: median((ours.get(file) ?? []).map((answer) => answer.processor)),
          oursWall: median((ours.get(file) ?? []).map((answer) => answer.wall)),
          poppler: theirs.length === 0 ? null : median(theirs),
        };
      });
    }),
  );
}

function popplerTime(file: string): number | null {
  const start = performance.now();
  const { error } = spawnSync("pdftotext", ["-q", "-bbox-layout", file, "-"], { stdio: "ignore" });
  return error === undefined ? performance.now() - start : null;
}

/** The files' pages, again and again, as one document. */
async function packOf(files: readonly string[]): Promise<Uint8Array> {
  const pack = await PDFDocument.create();
  const sources = await Promise.all(
    files.map((file) => PDFDocument.load(readFileSync(file), { ignoreEncryption: true })),
  );
  for (let turn = 0; pack.getPageCount() < PACK_PAGES; turn++) {
    const source = sources[turn % sources.length];
    if (source === undefined) break;
    const pages = await pack.copyPages(source, source.getPageIndices());
    for (const page of pages) if (pack.getPageCount() < PACK_PAGES) pack.addPage(page);
  }
  return pack.save();
}

function report(costs: readonly FileCost[], memory: Answer): number {
  const sum = (of: (cost: FileCost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const ratio = sum((cost) => cost.ours) / sum((cost) => cost.raw);
  const hasPoppler = costs.every((cost) => cost.poppler !== null);
  const toPoppler = hasPoppler ? sum((cost) => cost.oursWall) / sum((cost) => cost.poppler ?? 0) : null;
  const figures: Figure[] = [
    ratioFigure(`${costs.length} PDFs, beside pdf.js getTextContent`, ratio, { most: TARGETS.ratio }),
    ...(toPoppler === null ? [] : [plainFigure("beside pdftotext -bbox-layout", `${toPoppler.toFixed(1)} x`)]),
    {
      what: `most memory for a pack of ${PACK_PAGES} pages`,
      figure: `${memory.peak.toFixed(0)} MiB`,
      bar: `at most ${TARGETS.megabytes} MiB`,
      isMet: memory.peak <= TARGETS.megabytes,
    },
    plainFigure("time for it", `${(memory.wall / 1000).toFixed(1)} s`),
  ];
  const note = `Processor time of reading a PDF with places, fonts, rulings and layout, and of pdf.js alone; medians of ${ROUNDS} rounds.`;
  return record("Reading PDFs", note, figures, { ratio, toPoppler, packPeakMebibytes: memory.peak, files: costs });
}
