/** Blocks → text, lines and grids. The only place where offsets are made. */

import { createHash } from "node:crypto";
import type {
  CellReference,
  Emphasis,
  EmphasisKind,
  Fragment,
  Grid,
  GridCell,
  Line,
  OcrPage,
  SourceFormat,
  SourceMetadata,
  SourceText,
} from "../model/source.js";
import { NO_METADATA } from "../model/source.js";
import type { Block, BlockCell, GridBlock, Paragraph, Run } from "./blocks.js";

export interface LaidOut {
  readonly format: SourceFormat;
  readonly body: readonly Block[];
  /** Page headers, footers, footnotes: they follow the body in the text. */
  readonly trailer: readonly Block[];
  readonly pages: number | null;
  /** As far as the file tells. */
  readonly metadata: Partial<SourceMetadata>;
  /** The pages that were read by OCR; none where not given. */
  readonly ocrPages?: readonly OcrPage[];
}

/** The SHA-256 by which a document is known, hexadecimal. */
export function documentId(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Serialises blocks and records where each line, cell and run came to stand. */
export function layOut(id: string, document: LaidOut): SourceText {
  const writer = new TextWriter();
  for (const block of document.body) writeBlock(writer, block, null, "\n");
  const trailerStart = writer.length;
  writer.isTrailer = true;
  for (const block of document.trailer) writeBlock(writer, block, null, "\n");
  return {
    id,
    format: document.format,
    text: writer.text,
    lines: writer.lines,
    grids: writer.grids,
    pages: document.pages,
    trailerStart,
    metadata: { ...NO_METADATA, ...document.metadata },
    ocrPages: document.ocrPages ?? [],
  };
}

/** Collects what has been written so far; a class because it holds the growing text. */
class TextWriter {
  readonly lines: Line[] = [];
  readonly grids: Grid[] = [];
  isTrailer = false;
  #pieces: string[] = [];
  length = 0;

  get text(): string {
    return this.#pieces.join("");
  }

  write(piece: string): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }
}

function writeBlock(writer: TextWriter, block: Block, cell: CellReference | null, ending: string): void {
  if (block.type === "grid") writeGrid(writer, block, cell, ending);
  else writeParagraph(writer, block, cell, ending);
}

function writeGrid(writer: TextWriter, block: GridBlock, parent: CellReference | null, ending: string): void {
  const index = writer.grids.length;
  const start = writer.length;
  const cells: GridCell[] = [];
  // The place is taken before the cells are written, so that a grid stands before the grids inside it.
  writer.grids.push({
    kind: block.kind,
    span: { start, end: start },
    rows: block.rows,
    cols: block.cols,
    cells,
    parent,
  });
  const inOrder = [...block.cells].sort((a, b) => a.row - b.row || a.col - b.col);
  inOrder.forEach((cell, position) => {
    const next = inOrder[position + 1];
    const isLast = next === undefined;
    const separator = isLast ? ending : next.row === cell.row ? "\t" : "\n";
    const cellStart = writer.length;
    writeCell(writer, cell, { grid: index, row: cell.row, col: cell.col }, separator);
    cells.push({
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      span: { start: cellStart, end: writer.length - separator.length },
      box: cell.box,
      page: cell.page,
      isHeader: cell.isHeader,
    });
  });
  const grid: Grid = {
    kind: block.kind,
    span: { start, end: writer.length },
    rows: block.rows,
    cols: block.cols,
    cells,
    parent,
  };
  writer.grids[index] = grid;
}

function writeCell(writer: TextWriter, cell: BlockCell, reference: CellReference, separator: string): void {
  const blocks = cell.blocks.filter(
    (block) => block.type === "grid" || block.runs.some((run) => run.text.trim() !== ""),
  );
  if (blocks.length === 0) {
    writeLine(writer, [], EMPTY, reference, separator);
    return;
  }
  blocks.forEach((block, position) => {
    writeBlock(writer, block, reference, position === blocks.length - 1 ? separator : "\n");
  });
}

const EMPTY: Paragraph = {
  type: "paragraph",
  runs: [],
  size: null,
  heading: null,
  list: null,
  indent: null,
  isAfterGap: false,
};

function writeParagraph(writer: TextWriter, block: Paragraph, cell: CellReference | null, ending: string): void {
  const pieces = splitAtNewlines(normalise(block.runs));
  pieces.forEach((runs, position) => {
    const isFirst = position === 0;
    const style = isFirst ? block : { ...block, isAfterGap: false };
    writeLine(writer, runs, style, cell, position === pieces.length - 1 ? ending : "\n");
  });
}

/** NFC, no tabs (they separate cells), blanks of every kind one plain blank, none at either end of a line. */
function normalise(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let isAtStart = true;
  let endsInBlank = false;
  for (const run of runs) {
    let text = run.text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff|[\u0000-\u0008\u000e-\u001f]/g, "")
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n[\n ]*/g, "\n");
    if (isAtStart) text = text.replace(/^[ \n]+/, "");
    else if (endsInBlank) text = text.replace(/^ +/, "");
    if (text === "") continue;
    isAtStart = false;
    endsInBlank = /\s$/.test(text);
    out.push({ ...run, text });
  }
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    const trimmed = last.text.replace(/[ \n]+$/, "");
    if (trimmed !== "") {
      out[out.length - 1] = { ...last, text: trimmed };
      break;
    }
    out.pop();
  }
  return out;
}

function splitAtNewlines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split("\n").forEach((text, position) => {
      if (position > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

function writeLine(
  writer: TextWriter,
  runs: readonly Run[],
  block: Paragraph,
  cell: CellReference | null,
  ending: string,
): void {
  const start = writer.length;
  const fragments: Fragment[] = [];
  const emphases: Emphasis[] = [];
  for (const run of runs) {
    const span = { start: writer.length, end: writer.length + run.text.length };
    writer.write(run.text);
    addFragment(fragments, { span, page: run.page, box: run.box });
    for (const kind of run.emphases) addEmphasis(emphases, { kind, span });
  }
  const words = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const isAll = (kind: EmphasisKind) => words.length > 0 && words.every((run) => run.emphases.includes(kind));
  writer.write(ending);
  writer.lines.push({
    span: { start, end: writer.length },
    fragments,
    emphases,
    style: {
      bold: isAll("bold"),
      italic: isAll("italic"),
      underline: isAll("underline"),
      size: block.size,
      heading: block.heading,
      list: block.list,
      indent: block.indent,
    },
    cell,
    isTrailer: writer.isTrailer,
    isAfterGap: block.isAfterGap,
    gapLines: block.isAfterGap ? (block.gapLines ?? 1) : 0,
  });
}

/** Neighbours without boxes are one fragment: only a PDF needs to tell them apart. */
function addFragment(fragments: Fragment[], fragment: Fragment): void {
  const last = fragments.at(-1);
  if (last !== undefined && last.box === null && fragment.box === null && last.page === fragment.page) {
    fragments[fragments.length - 1] = { ...last, span: { start: last.span.start, end: fragment.span.end } };
  } else fragments.push(fragment);
}

function addEmphasis(emphases: Emphasis[], emphasis: Emphasis): void {
  const at = emphases.findLastIndex((other) => other.kind === emphasis.kind);
  const last = emphases[at];
  if (last !== undefined && last.span.end === emphasis.span.start) {
    emphases[at] = { kind: last.kind, span: { start: last.span.start, end: emphasis.span.end } };
  } else emphases.push(emphasis);
}
