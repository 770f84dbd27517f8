/** Reads a text as a file of it is read. */

import { type LaidOut, layOut } from "../../src/extractors/lay-out.js";
import { readText } from "../../src/extractors/text/read-text.js";
import type { SourceText } from "../../src/model/source.js";

export async function documentOf(text: string | Uint8Array): Promise<LaidOut> {
  const reading = await readText(typeof text === "string" ? Buffer.from(text) : text);
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document;
}

export async function sourceOf(text: string | Uint8Array): Promise<SourceText> {
  return layOut("id", await documentOf(text));
}

/** Lines of the body, without the newline. */
export async function linesOf(text: string | Uint8Array): Promise<string[]> {
  const source = await sourceOf(text);
  return source.text.slice(0, source.trailerStart).split("\n").slice(0, -1);
}

/** Lines of the trailer. */
export async function trailerOf(text: string): Promise<string[]> {
  const source = await sourceOf(text);
  return source.text.slice(source.trailerStart).split("\n").slice(0, -1);
}
