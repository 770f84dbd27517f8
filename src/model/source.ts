/** A document after extraction: its text, and where each stretch of the text stood on its pages. */

/** Half-open range [start, end) of UTF-16 code units in `SourceText.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rectangle on a page, in points (1/72 inch) from the page's top left corner; y grows downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A piece of a line that stood in one place: a line that was wrapped or cut by a page has several. */
export interface Fragment {
  readonly span: Span;
  /** Page number from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly box: Box | null;
}

export type EmphasisKind = "bold" | "italic" | "underline" | "strike";

export interface Emphasis {
  readonly kind: EmphasisKind;
  readonly span: Span;
}

/** How a line looks; what no format tells is null or false. */
export interface LineStyle {
  /** Whether every word of the line is bold (and so on for the next two). */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Font size in points. */
  readonly size: number | null;
  /** Level 1 to 6 where the format itself calls the line a heading. */
  readonly heading: number | null;
  /** An entry of a list. Bullet characters are not in the text; printed numbers are. */
  readonly list: "bullet" | "number" | null;
  /** Distance of the line's start from the left edge of its column, in points or, in plain text, in characters. */
  readonly indent: number | null;
}

/** Which cell of which grid a line lies in; `grid` is an index into `SourceText.grids`, rows and columns count from 0. */
export interface CellReference {
  readonly grid: number;
  readonly row: number;
  readonly col: number;
}

/** One logical line (a paragraph that was wrapped is one). Its span includes the newline or tab that ends it: the lines of a source concatenate to its text. */
export interface Line {
  readonly span: Span;
  readonly fragments: readonly Fragment[];
  readonly style: LineStyle;
  readonly emphases: readonly Emphasis[];
  /** The innermost cell that holds the line. */
  readonly cell: CellReference | null;
  /** Whether the line stands in the trailer: page headers, footers, footnotes. */
  readonly isTrailer: boolean;
  /** Blank lines or a visible gap before the line. */
  readonly isAfterGap: boolean;
  /** How many blank lines stand before it; 1 where the format only tells that there is a gap. */
  readonly gapLines: number;
}

export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The cell's words, without the tab or newline behind them. */
  readonly span: Span;
  readonly box: Box | null;
  readonly page: number | null;
  readonly isHeader: boolean;
}

/** `table`: marked up or ruled as a table; `columns`: words that merely stand in columns; `margin`: a narrow column beside the text. */
export type GridKind = "table" | "columns" | "margin";

/** What stands side by side. Serialised row by row: each cell whole, a tab between cells, a newline after each row. It only points into the text. */
export interface Grid {
  readonly kind: GridKind;
  readonly span: Span;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly GridCell[];
  /** The cell of another grid that this one stands in. */
  readonly parent: CellReference | null;
}

export type SourceFormat = "pdf" | "docx" | "doc" | "odt" | "rtf" | "html" | "text";

/** What the file says of itself. */
export interface SourceMetadata {
  readonly title: string | null;
  readonly author: string | null;
  /** ISO date-time as far as the file has it. */
  readonly created: string | null;
  /** ISO date-time as far as the file has it. */
  readonly modified: string | null;
  /** Bookmarks of a PDF, in order. */
  readonly outline: readonly OutlineEntry[];
  /** Addresses that the document links to, each once, in order. */
  readonly links: readonly string[];
}

/** Of a file that says nothing of itself. */
export const NO_METADATA: SourceMetadata = {
  title: null,
  author: null,
  created: null,
  modified: null,
  outline: [],
  links: [],
};

export interface OutlineEntry {
  readonly title: string;
  /** Depth, from 1. */
  readonly level: number;
  /** Page number from 1; null where it points to none. */
  readonly page: number | null;
}

/** A page whose words come from optical character recognition. */
export interface OcrPage {
  /** Page number from 1. */
  readonly page: number;
  /** Mean confidence of its words, 0 to 1. */
  readonly confidence: number;
}

/** A document after extraction. `text` is the only coordinate system downstream: the body in reading order, then the trailer. */
export interface SourceText {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly id: string;
  readonly format: SourceFormat;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly grids: readonly Grid[];
  /** Number of pages; null where the format has none. */
  readonly pages: number | null;
  /** Offset at which the trailer begins; equals `text.length` where there is none. */
  readonly trailerStart: number;
  readonly metadata: SourceMetadata;
  /** The pages that were read by OCR, in order; empty where none was. */
  readonly ocrPages: readonly OcrPage[];
}

/** A place on paper. */
export interface Place {
  readonly page: number | null;
  readonly box: Box | null;
}

/** The words of the text at a span, exactly. */
export function quote(source: SourceText, span: Span): string {
  return source.text.slice(span.start, span.end);
}

/**
 * Where a span stands: one place a page and printed line that it covers, in order.
 * Boxes of a fragment that is covered in part are cut in proportion to its characters, so they are right to about a letter's width.
 */
export function locate(source: SourceText, span: Span): Place[] {
  const places: Place[] = [];
  for (let index = firstLineAt(source.lines, span.start); index < source.lines.length; index++) {
    const line = source.lines[index];
    if (line === undefined || line.span.start >= span.end) break;
    for (const fragment of line.fragments) {
      const start = Math.max(fragment.span.start, span.start);
      const end = Math.min(fragment.span.end, span.end);
      if (start < end) addPlace(places, fragment, { start, end });
    }
  }
  return places;
}

/** The page on which an offset stands; null where the format has no pages. */
export function pageAt(source: SourceText, offset: number): number | null {
  const line = source.lines[firstLineAt(source.lines, offset)];
  if (line === undefined) return null;
  let page: number | null = null;
  for (const fragment of line.fragments) {
    if (page === null || fragment.span.start <= offset) page = fragment.page;
  }
  return page;
}

/** Index of the line that holds an offset (or of the first line after it). Lines are in order and without gaps. */
function firstLineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addPlace(places: Place[], fragment: Fragment, covered: Span): void {
  const box = fragment.box === null ? null : cut(fragment.box, fragment.span, covered);
  const last = places.at(-1);
  if (last !== undefined && last.page === fragment.page) {
    if (box === null || last.box === null) {
      if (box === null && last.box === null) return;
    } else if (Math.abs(last.box.y0 - box.y0) < 3 && Math.abs(last.box.y1 - box.y1) < 3) {
      places[places.length - 1] = { page: last.page, box: union(last.box, box) };
      return;
    }
  }
  places.push({ page: fragment.page, box });
}

function cut(box: Box, whole: Span, part: Span): Box {
  const width = (box.x1 - box.x0) / Math.max(1, whole.end - whole.start);
  return {
    x0: box.x0 + width * (part.start - whole.start),
    y0: box.y0,
    x1: box.x0 + width * (part.end - whole.start),
    y1: box.y1,
  };
}

/** The smallest box that holds both. */
export function union(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}
