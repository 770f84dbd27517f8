/**
 * What the grammar costs beside the reading: processor time of `parseMinutes` over that of `extract`, on the real PDFs where they are, else on the invented ones;
 * and whether it grows with the document alone: time a page of 1,000 pages over that of 100, for many meetings in one text and for one endless meeting.
 * All runs in one process and takes turns, so that what else the machine does falls on all alike.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { extract as Extract } from "../src/extractors/index.js";
import type { parseMinutes as ParseMinutes } from "../src/grammar/index.js";
import type { DEFAULT_READING_OPTIONS as Options } from "../src/model/reading-options.js";
import type { SourceText } from "../src/model/source.js";
import { median } from "./measuring.js";
import { type Figure, plainFigure, ratioFigure, record } from "./results.js";

const ROUNDS = 5;
const SMALL = 100;
const LARGE = 1000;
const LINES_A_PAGE = 45;
/** Of the endless meeting: each owner of a task is looked for among them, so that they are as many in the short text as in the long one. */
const MEMBERS = 200;
const TARGETS = { share: 0.12, growth: 1.3 };

const project = path.dirname(import.meta.dirname);
const built = (name: string): string => pathToFileURL(path.join(project, "dist", name)).href;
const { extract } = (await import(built("extractors/index.js"))) as { extract: typeof Extract };
const { parseMinutes } = (await import(built("grammar/index.js"))) as { parseMinutes: typeof ParseMinutes };
const { DEFAULT_READING_OPTIONS } = (await import(built("model/reading-options.js"))) as {
  DEFAULT_READING_OPTIONS: typeof Options;
};

async function main(): Promise<number> {
  const files = filesToRead();
  const share = await shareOf(files);
  const figures: Figure[] = [
    {
      what: `time of parsing in that of reading, ${files.length} PDFs`,
      figure: `${(share * 100).toFixed(1)} %`,
      bar: `at most ${TARGETS.share * 100} %`,
      isMet: share <= TARGETS.share,
    },
  ];
  const growths: Record<string, unknown> = {};
  for (const [name, textOf] of Object.entries(LONG_TEXTS)) {
    const growth = await growthOf(textOf);
    growths[name] = growth;
    const what = `${name}: a page of ${LARGE} beside one of ${SMALL}`;
    figures.push(
      ratioFigure(what, growth.growth, { most: TARGETS.growth }),
      plainFigure("their times", `${growth.large.toFixed(2)} and ${growth.small.toFixed(2)} ms`),
    );
  }
  const note = `Processor time, medians of ${ROUNDS} rounds.`;
  return record("Parsing", note, figures, { share, growths });
}

/** Sum over the files of what parsing takes, over that of reading. */
async function shareOf(files: readonly string[]): Promise<number> {
  const costs = new Map(files.map((file) => [file, { reading: [] as number[], parsing: [] as number[] }]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [file, cost] of costs) {
      const bytes = new Uint8Array(readFileSync(file));
      const start = processorTime();
      const extraction = await extract(file, bytes, { ...DEFAULT_READING_OPTIONS, ocr: "never" });
      const read = processorTime();
      if (extraction.isRead) parseMinutes(extraction.source);
      // In the first round the engine has not yet compiled anything.
      if (round === 0 || !extraction.isRead) continue;
      cost.reading.push(read - start);
      cost.parsing.push(processorTime() - read);
    }
  }
  const measured = [...costs.values()].filter(({ reading }) => reading.length > 0);
  const sum = (of: (cost: { reading: number[]; parsing: number[] }) => number[]) =>
    measured.reduce((all, cost) => all + median(of(cost)), 0);
  return sum(({ parsing }) => parsing) / sum(({ reading }) => reading);
}

function filesToRead(): string[] {
  const real = path.join(project, "..", "shared", "corpus");
  const folder = existsSync(real) ? real : path.join(project, "corpus");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf") && !file.includes("scan"))
    .sort()
    .map((file) => path.join(folder, file));
}

/** Milliseconds a page of a short and a long text, taken in turns, and the median of their ratios. */
async function growthOf(textOf: (lines: number) => string): Promise<{ small: number; large: number; growth: number }> {
  const [short, long] = await Promise.all([SMALL, LARGE].map((pages) => sourceOf(textOf(pages * LINES_A_PAGE))));
  if (short === undefined || long === undefined) throw new Error("no text");
  const rounds: { small: number; large: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // The short one is parsed as often as makes up the long one, so that the collector of garbage weighs on both alike.
    const small = timeOf(short, LARGE / SMALL) / LARGE;
    const large = timeOf(long, 1) / LARGE;
    if (round > 0) rounds.push({ small, large });
  }
  return {
    small: median(rounds.map(({ small }) => small)),
    large: median(rounds.map(({ large }) => large)),
    growth: median(rounds.map(({ small, large }) => large / small)),
  };
}

function timeOf(source: SourceText, times: number): number {
  const start = processorTime();
  for (let time = 0; time < times; time++) parseMinutes(source);
  return processorTime() - start;
}

async function sourceOf(text: string): Promise<SourceText> {
  const extraction = await extract("long.txt", new TextEncoder().encode(text));
  if (!extraction.isRead) throw new Error("the long minutes were not read");
  return extraction.source;
}

/** Invented minutes of so many lines: as many meetings one after another, and as one that does not end. */
const LONG_TEXTS: Record<string, (lines: number) => string> = {
  "many meetings": (lines) => {
    const meeting = [...openingOf(4), ...Array.from({ length: 8 }, (_, item) => itemOf(item + 1)).flat(), ""];
    return repeated(lines, () => meeting).join("\n");
  },
  "one endless meeting": (lines) => {
    const opening = openingOf(MEMBERS);
    return [...opening, ...repeated(lines - opening.length, (time) => itemOf(time + 1))].join("\n");
  },
};

function repeated(lines: number, make: (time: number) => readonly string[]): string[] {
  const made: string[] = [];
  for (let time = 0; made.length < lines; time++) made.push(...make(time));
  return made;
}

function openingOf(members: number): string[] {
  const title = ["MINUTES", "", "Penmere Quay Committee", "", "Tuesday 4 May 2021 at 7.00pm in the Sail Loft", ""];
  const names = Array.from({ length: members }, (_, member) => `Ada ${surname(member)}`);
  return [...title, "Present:", "", ...names, "", "Apologies: Dan Pike", ""];
}

/** A name of its own for each number. */
function surname(number: number): string {
  const syllables = ["ma", "ro", "li", "ke", "tu", "sa", "no", "vi", "de", "pa"];
  return `Q${[...String(number)].map((digit) => syllables[Number(digit)]).join("")}`;
}

function itemOf(number: number): string[] {
  return [
    `${number}. THE ROPE OF BERTH ${number}`,
    "",
    `The Clerk reported that the rope of berth ${number} had been mended on 3 May. Members thanked her for the work.`,
    "",
    `Ada ${surname(number % MEMBERS)} asked whether berth ${number} would be let again; it would, at £${number}.50 a week, as the tenant had left.`,
    "",
    `RESOLVED: That the lease of berth ${number} be renewed for a year.`,
    "",
    `ACTION: Ada ${surname(number % MEMBERS)} to write to the tenant of berth ${number} by 1 June`,
    "",
  ];
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

process.exitCode = await main();
