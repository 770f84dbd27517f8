/** What a PDF says of itself: title, author, dates and bookmarks. */

import type { PDFDocumentProxy } from "pdfjs-dist";
import type { OutlineEntry, SourceMetadata } from "../../model/source.js";

/** More bookmarks than this, or deeper ones, are not kept: a table of contents has hundreds at most, a hostile file millions. */
const MOST_BOOKMARKS = 1000;
const DEEPEST_BOOKMARK = 8;

/** Reads the document's information and its bookmarks; what is missing or broken is null or empty. */
export async function readMetadata(document: PDFDocumentProxy): Promise<Partial<SourceMetadata>> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} as object }));
  const entries = new Map<string, unknown>(Object.entries(info));
  return {
    title: wordsOrNull(entries.get("Title")),
    author: wordsOrNull(entries.get("Author")),
    created: isoDate(entries.get("CreationDate")),
    modified: isoDate(entries.get("ModDate")),
    outline: await readOutline(document),
  };
}

/** The fields of a bookmark that are used here. */
interface Bookmark {
  readonly title?: unknown;
  readonly dest?: unknown;
  readonly items?: unknown;
}

async function readOutline(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const roots: unknown = await document.getOutline().catch(() => null);
  const found: { readonly bookmark: Bookmark; readonly level: number }[] = [];
  const walk = (bookmarks: unknown, level: number): void => {
    if (!Array.isArray(bookmarks) || level > DEEPEST_BOOKMARK) return;
    for (const bookmark of bookmarks as readonly Bookmark[]) {
      if (found.length >= MOST_BOOKMARKS) return;
      found.push({ bookmark, level });
      walk(bookmark.items, level + 1);
    }
  };
  walk(roots, 1);
  const outline: OutlineEntry[] = [];
  for (const { bookmark, level } of found) {
    const title = wordsOrNull(bookmark.title);
    if (title !== null) outline.push({ title, level, page: await pageOf(document, bookmark.dest) });
  }
  return outline;
}

/** The page that a destination points to: it is a name, or a list that begins with the page. */
async function pageOf(document: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  try {
    const place: unknown = typeof destination === "string" ? await document.getDestination(destination) : destination;
    const [page]: readonly unknown[] = Array.isArray(place) ? place : [];
    if (typeof page === "number") return page >= 0 && page < document.numPages ? page + 1 : null;
    return isReference(page) ? (await document.getPageIndex(page)) + 1 : null;
  } catch {
    // It names a page that the file does not have.
    return null;
  }
}

function isReference(value: unknown): value is { readonly num: number; readonly gen: number } {
  return typeof value === "object" && value !== null && "num" in value && "gen" in value;
}

function wordsOrNull(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const words = value.replace(/[\s\u0000-\u001f]+/g, " ").trim();
  return words === "" ? null : words;
}

/** `D:20240525093912+01'00'` → `2024-05-25T09:39:12+01:00`, as far as the file has it. */
export function isoDate(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, utc, offsetHours, offsetMinutes] = match;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  if (day === undefined || hour === undefined) return date;
  const zone = utc ?? (offsetHours === undefined ? "" : `${offsetHours}:${offsetMinutes ?? "00"}`);
  return `${date}T${hour}:${minute}:${second ?? "00"}${zone}`;
}
