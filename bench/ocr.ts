/**
 * What it costs to read a scan: drawing, straightening, lines of tables, recognition, layout and blocks, as a multiple of what
 * tesseract.js alone takes for the same pictures of its pages, with the same language data and settings. Both start their worker.
 * Each way runs in a process of its own; they take turns, file by file, so that what else the machine does falls on all alike.
 */

import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inChild, median } from "./measuring.js";
import { plainFigure, ratioFigure, record } from "./results.js";

const ROUNDS = 3;
const TARGET = 1.3;

const project = path.dirname(import.meta.dirname);
const compiled = (name: string) => JSON.stringify(pathToFileURL(path.join(project, "dist", `${name}.js`)).href);

/** Each answers the path of a file with what reading it took, in milliseconds. */
const CHILDREN = {
  "tesseract.js": `
    import { readFileSync } from "node:fs";
    import { openTesseractJs } from ${compiled("extractors/ocr/tesseract-js")};
    import { drawPage } from ${compiled("extractors/pdf/draw-page")};
    import { PDFParse } from "pdf-parse";
    async function prepare(file) {
      const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) });
      const document = await parser.load();
      const pictures = [];
      for (let number = 1; number <= document.numPages; number++) {
        pictures.push(await drawPage(await document.getPage(number), 200));
      }
      await parser.destroy();
      return pictures;
    }
    async function read(pictures) {
      const engine = await openTesseractJs();
      for (const picture of pictures) await engine.recognise(picture);
      await engine.close();
      return pictures.length;
    }`,
  minutebook: `
    import { readFileSync } from "node:fs";
    import { extract } from ${compiled("extractors/index")};
    import { DEFAULT_READING_OPTIONS } from ${compiled("model/reading-options")};
    const prepare = async (file) => new Uint8Array(readFileSync(file));
    async function read(bytes) {
      const reading = await extract("x.pdf", bytes, DEFAULT_READING_OPTIONS);
      if (!reading.isRead) throw new Error("not read");
      return reading.source.ocrPages.length;
    }`,
} as const;

const ANSWERS = `
  process.on("message", async (path) => {
    const prepared = await prepare(path);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const pages = await read(prepared);
    const { user, system } = process.cpuUsage(used);
    process.send({ pages, wall: performance.now() - start, processor: (user + system) / 1000 });
  });`;

interface Answer {
  readonly pages: number;
  /** Time of the clock, and of all threads' processor. */
  readonly wall: number;
  readonly processor: number;
}

type Ask = (file: string) => Promise<Answer>;

interface Round {
  readonly alone: Answer;
  readonly ours: Answer;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const folder = path.join(project, "corpus", "one-shape");
  const files = readdirSync(folder).filter((file) => file.endsWith("-scan.pdf"));
  const rounds = new Map<string, Round[]>(files.map((file) => [file, []]));
  await inChild(project, CHILDREN["tesseract.js"] + ANSWERS, (askAlone: Ask) =>
    inChild(project, CHILDREN.minutebook + ANSWERS, async (askOurs: Ask) => {
      for (let round = 0; round < ROUNDS; round++) {
        for (const file of files) {
          const whole = path.join(folder, file);
          rounds.get(file)?.push({ alone: await askAlone(whole), ours: await askOurs(whole) });
        }
      }
    }),
  );
  return report(rounds);
}

function report(rounds: ReadonlyMap<string, readonly Round[]>): number {
  const figures = [...rounds].map(([file, all]) => {
    const pages = all[0]?.ours.pages ?? 0;
    const aPage = (of: (round: Round) => Answer) => (median(all.map((round) => of(round).wall)) / pages).toFixed(0);
    const [ours, alone] = [aPage((round) => round.ours), aPage((round) => round.alone)];
    return plainFigure(`${file}, a page of ${pages}`, `${ours} / ${alone} ms = ${ratioOf(all, "wall").toFixed(2)} x`);
  });
  const all = [...rounds.values()].flat();
  const whole = [
    ratioFigure("all, beside tesseract.js", ratioOf(all, "wall"), { most: TARGET }),
    plainFigure("the same in time of all processors", `${ratioOf(all, "processor").toFixed(2)} x`),
  ];
  const note = `Reading a scan, and tesseract.js alone on the pictures of its pages; medians of ${ROUNDS} rounds, the start of the worker is in both.`;
  return record("Scans", note, [...figures, ...whole], Object.fromEntries(rounds));
}

function ratioOf(rounds: readonly Round[], time: "wall" | "processor"): number {
  return median(rounds.map(({ alone, ours }) => ours[time] / alone[time]));
}
