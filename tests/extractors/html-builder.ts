/** Reads a page as a file of it is read. */

import { readHtml } from "../../src/extractors/html/read-html.js";
import { type LaidOut, layOut } from "../../src/extractors/lay-out.js";
import type { SourceText } from "../../src/model/source.js";

export async function documentOf(html: string): Promise<LaidOut> {
  const reading = await readHtml(Buffer.from(html));
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document;
}

export async function sourceOf(html: string): Promise<SourceText> {
  return layOut("id", await documentOf(html));
}

/** Lines of the body, cells parted by tabs. */
export async function linesOf(html: string): Promise<string[]> {
  return (await sourceOf(html)).text.split("\n").slice(0, -1);
}
