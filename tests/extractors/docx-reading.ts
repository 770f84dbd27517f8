/** Reads made .docx files for tests. */

import type { Block } from "../../src/extractors/blocks.js";
import { readDocx } from "../../src/extractors/docx/read-docx.js";
import { type LaidOut, layOut } from "../../src/extractors/lay-out.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { SourceText } from "../../src/model/source.js";
import { type DocxParts, makeDocx } from "./docx-builder.js";

/** Blocks of a made document and what is wrong with it. */
export async function readMade(parts: DocxParts): Promise<{ document: LaidOut; diagnostics: readonly Diagnostic[] }> {
  const reading = await readDocx(await makeDocx(parts));
  if (!reading.isRead) throw new Error(reading.message);
  return reading;
}

/** The same laid out. */
export async function sourceOf(parts: DocxParts): Promise<SourceText> {
  return layOut("id", (await readMade(parts)).document);
}

/** Lines of the body, cells included. */
export async function bodyLines(parts: DocxParts): Promise<string[]> {
  const source = await sourceOf(parts);
  return source.text
    .slice(0, source.trailerStart)
    .trimEnd()
    .split(/[\n\t]/);
}

/** Lines of the trailer. */
export async function trailerLines(parts: DocxParts): Promise<string[]> {
  const source = await sourceOf(parts);
  return source.text.slice(source.trailerStart).trimEnd().split("\n");
}

/** Row, column, spans and words of each cell. */
export function cellsOf(block: Block | undefined): [number, number, number, number, string][] {
  if (block?.type !== "grid") return [];
  return block.cells.map((cell) => [cell.row, cell.col, cell.rowSpan, cell.colSpan, textOf(cell.blocks)]);
}

function textOf(blocks: readonly Block[]): string {
  const metadata = { title: null, author: null, created: null };
  return layOut("id", { format: "docx", body: blocks, trailer: [], pages: null, metadata }).text.trim();
}
