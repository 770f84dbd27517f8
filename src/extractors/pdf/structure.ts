/** The structure of a tagged PDF, as far as it is used: which content it calls headings. */

import type { PDFPageProxy } from "pdfjs-dist";
import type { ShownString } from "./string-joiner.js";

/** A structure that calls more than this share of a page's letters headings is not sound. */
const MOST = 0.5;

/** The strings of a page with the levels that the structure of the file gives them, where there is one that is sound. */
export async function withHeadings(
  page: PDFPageProxy,
  strings: readonly ShownString[],
): Promise<readonly ShownString[]> {
  if (!strings.some((string) => string.content !== null)) return strings;
  const levels = new Map<number, number>();
  collect(await page.getStructTree().catch(() => null), null, levels);
  if (levels.size === 0) return strings;
  const letters = (of: readonly ShownString[]) => of.reduce((sum, { text }) => sum + text.length, 0);
  const headings = strings.filter(({ content }) => content !== null && levels.has(content));
  if (letters(headings) > MOST * letters(strings)) return strings;
  return strings.map((string) => {
    const level = string.content === null ? undefined : levels.get(string.content);
    return level === undefined ? string : { ...string, heading: level };
  });
}

/** Notes the level of every content below a heading. Content is named by its page and its number: "p12R_mc3". */
function collect(node: unknown, level: number | null, levels: Map<number, number>): void {
  if (typeof node !== "object" || node === null) return;
  if ("role" in node && typeof node.role === "string" && /^H[1-6]$/.test(node.role)) level = Number(node.role.slice(1));
  if (level !== null && "id" in node && typeof node.id === "string") {
    const content = /_mc(\d+)$/.exec(node.id)?.[1];
    if (content !== undefined) levels.set(Number(content), level);
  }
  if (!("children" in node) || !Array.isArray(node.children)) return;
  for (const child of node.children) collect(child, level, levels);
}
