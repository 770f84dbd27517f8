/** Running heads, feet and page numbers: lines that say the same, or only a number, at the same height of several pages. */

import { lineText, piecesOf, type VisualLine } from "./lines.js";

export interface PageLines {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From top to bottom. */
  readonly lines: readonly VisualLine[];
}

/** Heads and feet lie within this share of the page's height from its top or bottom edge. */
const ZONE = 0.2;
/** Lone numbers are page numbers only within this share. */
const NUMBER_ZONE = 0.13;
/** Heights (points) that count as the same. */
const SAME_HEIGHT = 6;

/** "3", "- 3 -", "[iv]", "Page 3 of 7", "Page No. 3", "3/7", "3 | Page". */
const PAGE_NUMBER =
  /^(?:[-–—|([~]* ?)?(?:page|p\.?|pg\.?|sheet)? ?(?:no\.?|number)? ?(?:\||:)? ?(?:\d{1,4}|[ivx]{1,5})(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-–—|)\]~]* ?(?:page)?)$/i;

/**
 * A line to be signed at the foot of each page: nothing but the words that say so, and leaders or room to write on.
 * Each run of leaders or marks is taken whole: could it be cut anywhere, a line that does not fit would be tried in ways without number.
 */
const SIGNING =
  /^(?:(?:signed|signature|initial(?:s|led|ed)?|initials? of|chair(?:man|person|woman)?(?:[’']s)?|presiding|member|by|the|as a (?:true|correct) record|dated?|clerk|and)\b[\s:;,()/]*(?![\s:;,()/])|[._…]{2,}(?![._…])\s*|[/:]\s*){2,}$/i;
const SIGNING_WORD = /\b(?:signed|signature|initial)/i;
/** Leaders to write on. */
const LEADERS = /[._…]{4,}/;

/** The lines that belong to the trailer. A running head's first appearance is left in the body where nothing else there can be the title. */
export function findRunningLines(pages: readonly PageLines[]): Set<VisualLine> {
  const running = new Set<VisualLine>();
  const places = pages.flatMap((page) => edgeLines(page));
  const pagesOf = new Map<string, EdgeLine[]>();
  for (const place of places.filter(({ isRow }) => !isRow))
    pagesOf.set(place.words, [...(pagesOf.get(place.words) ?? []), place]);
  for (const page of pages) {
    for (const edge of ["top", "bottom"] as const) {
      const inward = places.filter((place) => place.line.page === page.page && place.edge === edge);
      for (const place of inward) {
        const alike = (pagesOf.get(place.words) ?? []).filter(
          (other) => other.edge === edge && Math.abs(other.distance - place.distance) < SAME_HEIGHT,
        );
        const isRepeated =
          !place.isRow && new Set(alike.map((other) => other.line.page)).size >= Math.max(2, pages.length * 0.3);
        // Only what lies outside the body's first and last line can be a head or a foot.
        if (!isRepeated && !isFurniture(place, page, pages)) break;
        running.add(place.line);
      }
    }
  }
  for (const line of titleAmong(running, pages)) running.delete(line);
  return running;
}

interface EdgeLine {
  readonly line: VisualLine;
  readonly edge: "top" | "bottom";
  /** Distance of the baseline from that edge, in points. */
  readonly distance: number;
  /** The words with every number made equal. */
  readonly words: string;
  /** Whether a neighbour differs in its numbers only: "Plot 41   £60.00" above "Plot 42   £61.00" are rows of a list that goes on over the pages. */
  readonly isRow: boolean;
}

/** The lines near the edges of a page, from each edge inwards. */
function edgeLines({ lines, height }: PageLines): EdgeLine[] {
  const patterns = lines.map(pattern);
  const all = lines.map((line, index): EdgeLine => {
    const words = patterns[index] ?? "";
    const isRow = words.includes("#") && [patterns[index - 1], patterns[index + 1]].includes(words);
    const isTop = line.baseline < ZONE * height;
    return {
      line,
      edge: isTop ? "top" : "bottom",
      distance: isTop ? line.baseline : height - line.baseline,
      words,
      isRow,
    };
  });
  const bottom = all.filter(({ edge, line }) => edge === "bottom" && line.baseline > (1 - ZONE) * height);
  return [...all.filter(({ edge }) => edge === "top"), ...bottom.reverse()];
}

function pattern(line: VisualLine): string {
  return lineText(line).toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
}

/** Whether a line at the edge is furniture though it stands on one page only. */
function isFurniture(place: EdgeLine, page: PageLines, pages: readonly PageLines[]): boolean {
  if (isPageNumber(place, page.height)) return true;
  // What the first page has at its top is its title, whatever the file calls it.
  const isFirstHead = place.edge === "top" && page.page === pages[0]?.page;
  if (isArtifact(place.line) && hasTextBeside(page)) return !isFirstHead;
  return place.edge === "bottom" && pages.length > 1 && isSigning(lineText(place.line));
}

/** Whether most of a page is marked as text: some programs mark all of it as artifacts, which says nothing. */
function hasTextBeside(page: PageLines): boolean {
  return page.lines.filter(isArtifact).length < 0.5 * page.lines.length;
}

function isArtifact(line: VisualLine): boolean {
  return piecesOf(line).every((piece) => piece.isArtifact === true);
}

/** "Signed ........ Date ......": room for the chair to sign a page. */
function isSigning(text: string): boolean {
  return SIGNING_WORD.test(text) && LEADERS.test(text) && SIGNING.test(text.trim());
}

function isPageNumber({ line, distance }: EdgeLine, height: number): boolean {
  return distance < NUMBER_ZONE * height && PAGE_NUMBER.test(plainWords(line));
}

/** Some programs draw an unreadable sign beside the number. */
function plainWords(line: VisualLine): string {
  return lineText(line)
    .replace(/[!\ue000-\uf8ff]/g, "")
    .trim();
}

/** Heads of the first page that carry the title: no line of the body below them is set larger or in the middle. */
function titleAmong(running: ReadonlySet<VisualLine>, pages: readonly PageLines[]): VisualLine[] {
  const first = pages[0];
  if (first === undefined) return [];
  const heads = first.lines.filter(
    (line) => running.has(line) && line.baseline < ZONE * first.height && !PAGE_NUMBER.test(plainWords(line)),
  );
  const largest = Math.max(0, ...heads.map((line) => line.size));
  const below = first.lines.filter((line) => !running.has(line)).slice(0, 3);
  const hasTitle = below.some((line) => line.size > largest * 1.1 || isCentred(line, first.lines));
  return hasTitle ? [] : heads;
}

/** Whether a line starts well right of the page's left edge of text and ends as far from its right edge. */
function isCentred(line: VisualLine, lines: readonly VisualLine[]): boolean {
  const left = Math.min(...lines.map((other) => other.box.x0));
  const right = Math.max(...lines.map((other) => other.box.x1));
  const before = line.box.x0 - left;
  const after = right - line.box.x1;
  return before > 30 && Math.abs(before - after) < 0.25 * Math.max(before, after) + 6;
}
