/** Thousands of documents in a mix of formats, each another meeting: the same number and seed give the same bytes. */

import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Truth } from "../../src/evaluation/truth.js";
import { type Disguised, disguise } from "./disguise.js";
import { type Random, randomFrom } from "./random.js";
import type { Template } from "./templates.js";
import { writeDocx } from "./write-docx.js";
import { writeHtml } from "./write-html.js";
import { writePdf } from "./write-pdf.js";
import { writeMarkdown, writeText } from "./write-text.js";

export interface ArchiveDocument {
  /** Below the archive's folder; in the order in which the documents are made. */
  readonly path: string;
  readonly format: ArchiveFormat;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

export type ArchiveFormat = "pdf" | "docx" | "html" | "txt" | "md";

/** Of twenty documents nine are PDFs, five .docx, three HTML, two text and one Markdown; spread out, so that every thousand of an archive is like the others. */
const MIX: readonly ArchiveFormat[] =
  "pdf docx pdf html pdf txt pdf docx pdf html docx pdf md pdf docx pdf html pdf docx txt"
    .split(" ")
    .map((name) => name as ArchiveFormat);

const FOLDER_SIZE = 500;

/** When every file was last written to: long ago, so that none seems to be written to still. */
const WRITTEN = new Date("2020-01-01T00:00:00Z");

/** Makes the documents with the numbers from 0; the templates take turns, each in every format in time. */
export async function* archiveDocuments(
  templates: readonly Template[],
  count: number,
  seed = 1,
): AsyncGenerator<ArchiveDocument> {
  for (let number = 0; number < count; number++) {
    const random = randomFrom(seed * 1_000_003 + number);
    // Shifted at each turn of the mix, or a template would always meet the same few formats.
    const template = templates[(number + Math.floor(number / MIX.length)) % templates.length];
    const format = MIX[number % MIX.length];
    if (template === undefined || format === undefined) throw new Error("there are no documents to make an archive of");
    const disguised = disguise(template, number, random);
    const name = `${String(number).padStart(6, "0")}-${slug(disguised.body)}-${disguised.date}.${format}`;
    const folder = String(Math.floor(number / FOLDER_SIZE)).padStart(4, "0");
    const bytes = await WRITERS[format](disguised, random);
    yield { path: `${folder}/${name}`, format, bytes, truth: disguised.truth };
  }
}

/** Writes an archive into a folder. */
export async function writeArchive(
  folder: string,
  templates: readonly Template[],
  count: number,
  seed?: number,
): Promise<void> {
  for await (const { path: name, bytes } of archiveDocuments(templates, count, seed)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    utimesSync(file, WRITTEN, WRITTEN);
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const WRITERS: Record<ArchiveFormat, (document: Disguised, random: Random) => Uint8Array | Promise<Uint8Array>> = {
  pdf: ({ blocks, body }, random) => writePdf(blocks, body, random),
  docx: ({ blocks }) => writeDocx(blocks),
  html: ({ blocks, body }) => utf8(writeHtml(blocks, body)),
  txt: ({ blocks }) => utf8(writeText(blocks)),
  md: ({ blocks }) => utf8(writeMarkdown(blocks)),
};

function slug(body: string): string {
  const plain = body.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 50);
}
