/**
 * What the grammar costs beside the reading: time of `parseMinutes` over that of `extract`, on the real PDFs where they are, else on the invented ones;
 * and whether it grows with the document alone: time a page of a document of 1,000 pages over that of 100.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { extract as Extract } from "../src/extractors/index.js";
import type { parseMinutes as ParseMinutes } from "../src/grammar/index.js";
import type { SourceText } from "../src/model/source.js";
import { median } from "./measuring.js";

const ROUNDS = 3;
const MOST_FILES = 24;
const SIZES = [100, 1000] as const;
const TARGETS = { share: 0.12, growth: 1.3 };

const project = path.dirname(import.meta.dirname);
const built = (name: string): string => pathToFileURL(path.join(project, "dist", name)).href;
const { extract } = (await import(built("extractors/index.js"))) as { extract: typeof Extract };
const { parseMinutes } = (await import(built("grammar/index.js"))) as { parseMinutes: typeof ParseMinutes };

process.exitCode = await main();

async function main(): Promise<number> {
  const files = filesToRead();
  const costs: { reading: number; parsing: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const file of files) {
      const cost = await costOf(file);
      // In the first round the engine has not yet compiled anything.
      if (round > 0 && cost !== null) costs.push(cost);
    }
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  const share = sum(costs.map(({ parsing }) => parsing)) / sum(costs.map(({ reading }) => reading));
  const [small, large] = await Promise.all(SIZES.map(pageCost));
  const growth = (large ?? Number.NaN) / (small ?? Number.NaN);
  process.stdout.write(
    `parsing costs ${(share * 100).toFixed(1)} % of reading on ${files.length} PDFs (bar ${TARGETS.share * 100} %)\n` +
      `a page of ${SIZES[1]} costs ${growth.toFixed(2)} times one of ${SIZES[0]} (bar ${TARGETS.growth}): ${small?.toFixed(2)} and ${large?.toFixed(2)} ms\n`,
  );
  return share <= TARGETS.share && growth <= TARGETS.growth ? 0 : 1;
}

function filesToRead(): string[] {
  const real = path.join(project, "..", "shared", "corpus");
  const folder = existsSync(real) ? real : path.join(project, "corpus");
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf") && !file.includes("scan"))
    .sort();
  const step = Math.max(1, Math.ceil(all.length / MOST_FILES));
  return all.filter((_, index) => index % step === 0).map((file) => path.join(folder, file));
}

async function costOf(file: string): Promise<{ reading: number; parsing: number } | null> {
  const bytes = new Uint8Array(readFileSync(file));
  const start = performance.now();
  const extraction = await extract(file, bytes);
  const read = performance.now();
  if (!extraction.isRead) return null;
  parseMinutes(extraction.source);
  return { reading: read - start, parsing: performance.now() - read };
}

/** Milliseconds a page of one long set of minutes. */
async function pageCost(pages: number): Promise<number> {
  const source = await minutesOf(pages);
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now();
    parseMinutes(source);
    return (performance.now() - start) / pages;
  });
  return median(times.slice(1));
}

/** One meeting whose items, people, decisions and actions go on for so many pages of some 45 lines. */
async function minutesOf(pages: number): Promise<SourceText> {
  const blocks = ["MINUTES", "", "Penmere Quay Committee", "", "Tuesday 4 May 2021 at 7.00pm in the Sail Loft", ""];
  blocks.push("Present: Ada Quill (Chair), Ben Marl, Cora Oakes", "", "Apologies: Dan Pike", "");
  for (let item = 1; item <= pages * 4; item++) {
    blocks.push(`${item}. THE ROPE OF BERTH ${item}`, "");
    blocks.push(
      `The Clerk reported that the rope of berth ${item} had been mended on 3 May. Members thanked her for the work.`,
      "",
    );
    blocks.push(
      `Ben Marl asked whether berth ${item} would be let again; it would, at £${item}.50 a week, as the tenant had left.`,
      "",
    );
    blocks.push(
      `RESOLVED: That the lease of berth ${item} be renewed for a year.`,
      "",
      `ACTION: Clerk to write to the tenant of berth ${item}`,
      "",
    );
  }
  const extraction = await extract("long.txt", new TextEncoder().encode(blocks.join("\n")));
  if (!extraction.isRead) throw new Error("the long minutes were not read");
  return extraction.source;
}
