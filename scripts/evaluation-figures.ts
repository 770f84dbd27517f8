/** The figures of the shipped corpus in `EVALUATION.md`: how they are made, and where they stand. */

import path from "node:path";
import { reportMarkdown } from "../src/evaluation/report-markdown.js";
import { DEFAULT_READING_OPTIONS } from "../src/model/reading-options.js";
import { evaluateFolder } from "../src/pipeline/evaluate.js";
import { type ConverterPool, openPool } from "../src/pipeline/pool.js";

const project = path.dirname(import.meta.dirname);

const FIGURES = /(<!-- figures: written by npm run evaluate -->\n)[\s\S]*?(<!-- end of figures -->)/;

/** Reads the corpus as every machine does: without LibreOffice, and scans by the engine that comes along. */
export function openShippedPool(): ConverterPool {
  return openPool({ timeoutSeconds: 120, reading: { ...DEFAULT_READING_OPTIONS, office: "never" } });
}

/** The text of `EVALUATION.md` with today's figures. */
export async function withFreshFigures(text: string, pool: ConverterPool): Promise<string> {
  if (!FIGURES.test(text)) throw new Error("EVALUATION.md has no place for the figures");
  const corpus = path.join(project, "corpus");
  const { evaluation } = await evaluateFolder(corpus, path.join(project, "corpus-sources/truth"), { pool, jobs: 2 });
  const figures = reportMarkdown(evaluation);
  return text.replace(FIGURES, (_, start: string, end: string) => `${start}\n${figures}\n\n${end}`);
}
