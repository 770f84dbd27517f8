/** What an archive is made of: the invented minutes of `corpus`, with what their truth files say of them. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readTruth, type TruePart, type Truth } from "../../src/evaluation/truth.js";
import { extract } from "../../src/extractors/index.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { nameWords } from "./name-words.js";
import { type Block, sheetOf } from "./sheet.js";

export interface Template {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly truth: Truth;
  /** Its only part. */
  readonly part: TruePart & { readonly date: string; readonly body: string };
  /** Whether its numeric dates have the month first. */
  readonly isAmerican: boolean;
}

/** Folders of `corpus` whose documents are copied, and the folder of their truth. */
const FOLDERS = [".", "house-styles/first", "house-styles/second"];

const project = path.dirname(path.dirname(import.meta.dirname));

/** Every document of one meeting that says whose it is, when it was and who was there, in the order of their names. */
export async function readTemplates(): Promise<Template[]> {
  const templates: Template[] = [];
  for (const folder of FOLDERS) {
    const names = readdirSync(path.join(project, "corpus", folder), { withFileTypes: true });
    for (const entry of names.filter((each) => each.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const template = await templateOf(folder, entry.name);
      if (template !== null) templates.push(template);
    }
  }
  return templates;
}

async function templateOf(folder: string, file: string): Promise<Template | null> {
  const name = path.parse(file).name;
  const truthFile = path.join(project, "corpus-sources", "truth", folder, `${name}.json`);
  const truth = readTruth(truthFile, readFileSync(truthFile, "utf8"));
  const [part, ...others] = truth?.parts ?? [];
  if (truth === null || part === undefined || others.length > 0) return null;
  const { date, body, attendance } = part;
  if (typeof date !== "string" || typeof body !== "string" || attendance.length === 0) return null;
  if (nameWords(body).length === 0) return null;
  const bytes = readFileSync(path.join(project, "corpus", folder, file));
  const extraction = await extract(file, bytes, { ...DEFAULT_READING_OPTIONS, ocr: "never" });
  if (!extraction.isRead) return null;
  const blocks = sheetOf(extraction.source);
  return { name, blocks, truth, part: { ...part, date, body }, isAmerican: file.startsWith("us-") };
}
