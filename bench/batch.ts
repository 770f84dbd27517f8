/**
 * How an archive is taken in: each stage by format, one process and two, a large archive beside a small one, and the night on which nothing has changed.
 * `tsx bench/batch.ts --documents 1000 --sample 300 --paths 10000` is a quick run; `--only stages,processes,archive,nightly` runs some of it.
 */

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeArchive } from "./archive/make-archive.js";
import { readTemplates } from "./archive/templates.js";
import { loopSpeedUp } from "./batch/loop.js";
import { nightlyRun } from "./batch/nightly.js";
import { type IngestRun, runIngest } from "./batch/program-run.js";
import { costsOf, type FileCost, wholeCost } from "./batch/stages.js";
import { documentCounts, hashOfRows, pageCount, secondsByTenth } from "./batch/stored.js";
import { median, textPdfs } from "./measuring.js";
import { type Figure, plainFigure, ratioFigure, record } from "./results.js";

const BARS = {
  speedUp: { least: 0.85 },
  growth: { most: 1.3 },
  memory: { most: 1.2 },
  secondRun: { least: 50 },
  toRaw: { most: 2.2 },
  textToPdf: { least: 20 },
};

const FORMATS = ["pdf", "docx", "html", "txt", "md"];
const FILES_A_FORMAT = 24;
const STAGE_ROUNDS = 5;
const SPEED_ROUNDS = 3;

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "10000" },
    sample: { type: "string", default: "1000" },
    paths: { type: "string", default: "100000" },
    only: { type: "string", default: "stages,processes,archive,nightly" },
  },
});
const sizes = { documents: Number(values.documents), sample: Number(values.sample), paths: Number(values.paths) };

/** Where everything lies that is made for the run. */
interface Place {
  readonly folder: string;
  readonly archive: string;
  /** The first documents of the archive. */
  readonly sample: string;
}

const SECTIONS: Record<string, (place: Place) => Promise<number>> = { stages, processes, archive, nightly };

process.exitCode = await main();

async function main(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "minutebook-batch-"));
  const place = { folder, archive: path.join(folder, "archive"), sample: path.join(folder, "sample") };
  try {
    const templates = await readTemplates();
    await writeArchive(place.sample, templates, sizes.sample);
    if (values.only.includes("archive")) await writeArchive(place.archive, templates, sizes.documents);
    let worst = 0;
    for (const name of values.only.split(",")) {
      const section = SECTIONS[name];
      if (section === undefined) throw new Error(`no section ${name}: there are ${Object.keys(SECTIONS).join(", ")}`);
      worst = Math.max(worst, await section(place));
    }
    return worst;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stages({ sample }: Place): Promise<number> {
  const all = filesBelow(sample);
  const byFormat = FORMATS.map((format) => all.filter((file) => file.endsWith(`.${format}`)).slice(0, FILES_A_FORMAT));
  const made = await costsOf(byFormat.flat(), STAGE_ROUNDS);
  const printed = await costsOf(textPdfs(), STAGE_ROUNDS);
  const of = (format: string): FileCost[] => made.filter(({ file }) => file.endsWith(`.${format}`));
  // A page of text is as many characters as a page of the PDFs has that were made of the same minutes.
  const page = sum(of("pdf"), ({ characters }) => characters) / sum(of("pdf"), ({ pages }) => pages ?? 0);
  const pagesOf = ({ pages, characters }: FileCost): number => pages ?? characters / page;
  const speed = (files: readonly FileCost[]): number => (1000 * sum(files, pagesOf)) / sum(files, wholeCost);
  const texts = [...of("txt"), ...of("md"), ...of("html")];
  const figures = [
    ...FORMATS.map((format) => stageFigure(format, of(format), pagesOf)),
    ratioFigure(
      `PDF → SQL beside pdf.js getTextContent, ${printed.length} PDFs of word processors`,
      sum(printed, wholeCost) / sum(printed, ({ raw }) => raw ?? 0),
      BARS.toRaw,
    ),
    plainFigure(
      "the same, PDFs of the archive",
      `${(sum(of("pdf"), wholeCost) / sum(of("pdf"), ({ raw }) => raw ?? 0)).toFixed(2)} x`,
    ),
    ratioFigure("pages a second: text, Markdown and HTML beside PDF", speed(texts) / speed(of("pdf")), BARS.textToPdf),
  ];
  const note = `Milliseconds of one processor a page, in one process that is warm: reading + parsing + carrying from child to parent + storing; the sum is the whole way from the file to the rows. Medians of ${STAGE_ROUNDS} rounds. A page of a format without pages counts ${page.toFixed(0)} characters, as many as a page of the archive's PDFs has.`;
  return record("Stages", note, figures, { charactersAPage: page, made, printed });
}

function stageFigure(format: string, files: readonly FileCost[], pagesOf: (cost: FileCost) => number): Figure {
  const pages = sum(files, pagesOf);
  const aPage = (of: (cost: FileCost) => number): string => (sum(files, of) / pages).toFixed(2);
  const { reading, parsing, carrying, storing } = {
    reading: aPage((cost) => cost.reading),
    parsing: aPage((cost) => cost.parsing),
    carrying: aPage((cost) => cost.carrying),
    storing: aPage((cost) => cost.storing),
  };
  return plainFigure(
    `${format}: ${files.length} documents, ${pages.toFixed(0)} pages`,
    `${reading} + ${parsing} + ${carrying} + ${storing} = ${aPage(wholeCost)} ms`,
  );
}

async function processes({ folder, sample }: Place): Promise<number> {
  const rounds: { loop: number; one: IngestRun; two: IngestRun }[] = [];
  for (let round = 0; round < SPEED_ROUNDS; round++) {
    const run = (jobs: number): Promise<IngestRun> =>
      runIngest([sample], path.join(folder, `${round}-${jobs}.db`), jobs);
    rounds.push({ loop: await loopSpeedUp(), one: await run(1), two: await run(2) });
  }
  const secondsOf = (jobs: "one" | "two"): number => median(rounds.map((round) => round[jobs].summary.seconds));
  const pages = pageCount(path.join(folder, "0-2.db"));
  const rate = (jobs: "one" | "two"): string =>
    `${(sizes.sample / secondsOf(jobs)).toFixed(1)} documents, ${(pages / secondsOf(jobs)).toFixed(1)} pages`;
  const gains = rounds.map(({ loop, one, two }) => one.summary.seconds / two.summary.seconds / loop);
  const figures = [
    plainFigure("one process, a second", rate("one")),
    plainFigure("two processes, a second", rate("two")),
    plainFigure("speed-up by the second process", `${(secondsOf("one") / secondsOf("two")).toFixed(2)} x`),
    plainFigure("speed-up of two copies of a pure loop", `${median(rounds.map(({ loop }) => loop)).toFixed(2)} x`),
    ratioFigure("the first of these beside the second", median(gains), BARS.speedUp),
  ];
  const note = `${sizes.sample} mixed documents of an archive by \`ingest --jobs 1\` and \`--jobs 2\`, and a loop that needs nothing but the processor, in turns; medians of ${SPEED_ROUNDS} rounds. Pages are those of the PDFs, and one for each other document.`;
  return record("Processes", note, figures, rounds);
}

async function archive({ folder, archive, sample }: Place): Promise<number> {
  const [small, database] = [path.join(folder, "small.db"), path.join(folder, "large.db")];
  const little = await runIngest([sample], small, 2);
  const first = await runIngest([archive], database, 2);
  const counts = documentCounts(database);
  const before = hashOfRows(database);
  const second = await runIngest([archive], database, 2);
  const isUntouched = hashOfRows(database) === before;
  const tenths = secondsByTenth(database);
  const isComplete = counts.documents === sizes.documents && counts.failed === 0;
  const tenth = sizes.documents / 10;
  const figures: Figure[] = [
    {
      what: `documents of ${sizes.documents} in document_list, and failed`,
      figure: `${counts.documents}, ${counts.failed}`,
      bar: "all, none",
      isMet: isComplete,
    },
    plainFigure("first run", `${first.wallSeconds.toFixed(1)} s`),
    plainFigure("second run, nothing changed", `${second.wallSeconds.toFixed(2)} s`),
    ratioFigure("first run beside the second", first.wallSeconds / second.wallSeconds, BARS.secondRun),
    {
      what: "rows that the second run changed, of all tables but run",
      figure: isUntouched ? "none" : "some",
      bar: "none",
      isMet: isUntouched,
    },
    ratioFigure(
      `time a document over the last ${tenth}, beside the second ${tenth}`,
      (tenths.at(-1) ?? Number.NaN) / (tenths[0] ?? Number.NaN),
      BARS.growth,
    ),
    ...memoryFigures(little, first),
  ];
  const note = `\`ingest --jobs 2\`; memory is the sum of the highest marks of the parent and its children (VmHWM).`;
  return record("Archive", note, figures, { little, first, second, secondsByTenth: tenths });
}

function memoryFigures(little: IngestRun, large: IngestRun): Figure[] {
  const [few, many] = [little.peakMebibytes, large.peakMebibytes];
  if (few === null || many === null) return [];
  return [
    plainFigure("most memory", `${few.toFixed(0)} and ${many.toFixed(0)} MiB`),
    ratioFigure(`with ${sizes.documents} documents beside ${sizes.sample}`, many / few, BARS.memory),
  ];
}

async function nightly({ folder }: Place): Promise<number> {
  const { paths, first, second, bareSeconds } = await nightlyRun(folder, sizes.paths);
  const isAllKnown = second.summary.unchanged === paths;
  const figures: Figure[] = [
    { what: `paths of ${paths} found unchanged`, figure: `${second.summary.unchanged}`, bar: "all", isMet: isAllKnown },
    plainFigure("the night", `${second.wallSeconds.toFixed(2)} s`),
    plainFigure("paths a second", (paths / second.wallSeconds).toFixed(0)),
    plainFigure("only to list them and ask for size and time", `${bareSeconds.toFixed(2)} s`),
    plainFigure("most memory", second.peakMebibytes === null ? "unknown" : `${second.peakMebibytes.toFixed(0)} MiB`),
    plainFigure("the first run over them", `${first.wallSeconds.toFixed(1)} s`),
  ];
  const note =
    "Small texts, each at fifty places by hard links: a document with fifty locations. `ingest --jobs 2`, run twice.";
  return record("Night on which nothing has changed", note, figures, { first, second, bareSeconds });
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}
