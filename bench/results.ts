/** What the benchmarks found: `bench-results.json` with all numbers, and a table a benchmark in `BENCHMARKS.md`, each with the machine that it ran on. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import path from "node:path";

/** One line of a table. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  /** What it must be; null where it only tells. */
  readonly bar: string | null;
  /** Whether it is that; null where there is no bar. */
  readonly isMet: boolean | null;
}

const project = path.dirname(import.meta.dirname);
const jsonFile = path.join(project, "bench-results.json");
const markdownFile = path.join(project, "BENCHMARKS.md");

const OPENING = `# Benchmarks

\`npm run bench\` measures and writes this file; each table names its machine. Where a figure has a bar, it is a ratio of two things measured
in turns in one run, so that what else the machine does falls on both, and the bar holds on any machine. Seconds and documents a second are those of the machine.
`;

/** Writes down what a benchmark found, in place of what it found before. 1 where a bar is missed. */
export function record(benchmark: string, note: string, figures: readonly Figure[], numbers: unknown): number {
  const ran = { machine: machine(), date: new Date().toISOString().slice(0, 10), node: process.versions.node };
  const results: unknown = existsSync(jsonFile) ? JSON.parse(readFileSync(jsonFile, "utf8")) : {};
  const all = { ...(typeof results === "object" ? results : {}), [benchmark]: { ...ran, figures, numbers } };
  writeFileSync(jsonFile, `${JSON.stringify(all, null, 2)}\n`);
  const section = sectionOf(benchmark, `${ran.machine}, ${ran.date}, Node ${ran.node}. ${note}`, figures);
  writeFileSync(markdownFile, withSection(benchmark, section));
  for (const { what, figure, bar, isMet } of figures) {
    const verdict = bar === null ? "" : `${isMet === true ? "met" : "MISSED"}: ${bar}`;
    process.stdout.write(`${what.padEnd(64)}${figure.padStart(26)}  ${verdict}`.trimEnd().concat("\n"));
  }
  return figures.some(({ isMet }) => isMet === false) ? 1 : 0;
}

/** A ratio that must be at most, or at least, so much. */
export function ratioFigure(what: string, ratio: number, bar: { most: number } | { least: number }): Figure {
  const [isMet, words] =
    "most" in bar ? [ratio <= bar.most, `at most ${bar.most}`] : [ratio >= bar.least, `at least ${bar.least}`];
  return { what, figure: `${ratio.toFixed(2)} x`, bar: words, isMet };
}

/** What only tells. */
export function plainFigure(what: string, figure: string): Figure {
  return { what, figure, bar: null, isMet: null };
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.replaceAll(/\s+/g, " ").trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${model}, ${processors.length} cores, ${memory} GiB, ${type()} ${release()}`;
}

function sectionOf(benchmark: string, note: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ what, figure, bar, isMet }) => {
    const verdict = isMet === null ? "" : isMet ? "met" : "**missed**";
    return `| ${what} | ${figure} | ${bar ?? ""} | ${verdict} |`;
  });
  return [
    `## ${benchmark}`,
    "",
    note,
    "",
    "| what | figure | bar | verdict |",
    "| --- | ---: | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function withSection(benchmark: string, section: string): string {
  const before = existsSync(markdownFile) ? readFileSync(markdownFile, "utf8") : OPENING;
  const [, ...sections] = before.split(/^(?=## )/m);
  const at = sections.findIndex((each) => each.startsWith(`## ${benchmark}\n`));
  if (at < 0) sections.push(section);
  else sections[at] = section;
  return `${[OPENING, ...sections].map((each) => each.trim()).join("\n\n")}\n`;
}
