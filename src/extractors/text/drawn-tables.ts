/** Tables drawn with characters: `+---+` and `|`, or the line characters of DOS. */

import type { Block, BlockCell } from "../blocks.js";
import { paragraph, run } from "../blocks.js";
import { cellOf } from "../html/tables.js";
import type { PrintedLine } from "./printer.js";
import { isContinued, widthOfLongest, wrapWidths } from "./wrapping.js";

/** A line of nothing but drawing, with at least one joint and a stretch of rule. */
const BORDER = /^\s*(?=.*[+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛])(?=.*[-=─═━_]{2})[-=+|:_─-╿\s]+$/;
const JOINT = /[+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛|│║┃]/g;
const BAR = /[|│║┃]/g;
const ROW = /^\s*[|│║┃].*[|│║┃]\s*$/;
const HEAVY = /[=═━]{3}/;

/** The table that begins at a line, and the first line behind it; null where none does. */
export function drawnTable(lines: readonly PrintedLine[], start: number): { blocks: Block[]; next: number } | null {
  let end = start;
  while (end < lines.length && isDrawn(lines[end]?.text ?? "")) end++;
  const drawn = lines.slice(start, end);
  if (!drawn.some(({ text }) => BORDER.test(text)) || !drawn.some(({ text }) => isRow(text))) return null;
  const edges = edgesOf(drawn);
  const groups = groupsOf(drawn);
  const hasRowRules = groups.length >= 3 && !groups.some((group) => isListOfRows(group.lines, edges));
  const rows = groups.flatMap((group) => (hasRowRules ? [group.lines] : entriesOf(group.lines, edges)));
  const isHeader = rowHeads(groups, hasRowRules);
  const cells = rows.flatMap((row, index) => cellsOf(row, edges, index, isHeader(row)));
  if (cells.every((cell) => cell.blocks.length === 0)) return null;
  // A frame around a title is no table.
  if (edges.length <= 2) return { blocks: cells.flatMap((cell) => cell.blocks), next: end };
  const whole = { type: "grid" as const, kind: "table" as const, rows: rows.length, cols: edges.length - 1, cells };
  return { blocks: [whole], next: end };
}

/** No table is wider, in characters. */
const WIDEST = 2_000;

function isDrawn(text: string): boolean {
  return text.length <= WIDEST && (BORDER.test(text) || isRow(text));
}

function isRow(text: string): boolean {
  return ROW.test(text) && !BORDER.test(text);
}

/** Offsets of the upright lines, from the borders; rows alone tell them where no border has joints between. */
function edgesOf(lines: readonly PrintedLine[]): number[] {
  const counts = new Map<number, number>();
  for (const { text } of lines) {
    for (const match of text.matchAll(isRow(text) ? BAR : JOINT))
      counts.set(match.index, (counts.get(match.index) ?? 0) + 1);
  }
  const inBorder = new Set(
    lines
      .filter(({ text }) => !isRow(text))
      .flatMap(({ text }) => [...text.matchAll(JOINT)].map((match) => match.index)),
  );
  const isRepeated = (offset: number) => inBorder.has(offset) || (counts.get(offset) ?? 0) >= lines.length * 0.4;
  return [...counts.keys()].filter(isRepeated).sort((a, b) => a - b);
}

interface Group {
  readonly lines: readonly PrintedLine[];
  /** Whether the border below is a heavier one. */
  readonly isAboveHeavy: boolean;
}

/** Rows between two borders. */
function groupsOf(lines: readonly PrintedLine[]): Group[] {
  const groups: Group[] = [];
  let open: PrintedLine[] = [];
  for (const line of lines) {
    if (isRow(line.text)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) groups.push({ lines: open, isAboveHeavy: HEAVY.test(line.text) });
    open = [];
  }
  if (open.length > 0) groups.push({ lines: open, isAboveHeavy: false });
  return groups;
}

/** Without rules between the rows each line is one, but for a line whose first cell is empty: that goes on with the row above. */
function entriesOf(lines: readonly PrintedLine[], edges: readonly number[]): PrintedLine[][] {
  const rows: PrintedLine[][] = [];
  for (const line of lines) {
    const texts = textsOf(line.text, edges);
    const last = rows.at(-1);
    const isGoingOn = edges.length > 2 && texts[0]?.text === "" && texts.some(({ text }) => /^\p{Ll}/u.test(text));
    if (last !== undefined && isGoingOn) last.push(line);
    else if (texts.some(({ text }) => text !== "")) rows.push([line]);
  }
  return rows;
}

/** Lines between two rules that each fill the same cells, three of them or with a figure in each: a row each, not one row that wraps. */
function isListOfRows(lines: readonly PrintedLine[], edges: readonly number[]): boolean {
  if (lines.length < 2) return false;
  const rows = lines.map(({ text }) => textsOf(text, edges));
  const filled = rows.map((row) => row.map(({ col, text }) => (text === "" ? "" : col)).join());
  if (new Set(filled).size > 1) return false;
  const isFigure = (text: string | undefined) => /^[-£$€(]?\d[\d,.]*\)?%?$/.test(text ?? "");
  const hasFigures = rows[0]?.some((_, index) => rows.every((row) => isFigure(row[index]?.text))) === true;
  return hasFigures || (lines.length >= 3 && edges.length > 2);
}

/** The first group is the head of the table where its border is the only one, or the only heavy one. */
function rowHeads(groups: readonly Group[], hasRowRules: boolean): (row: readonly PrintedLine[]) => boolean {
  const [first, ...others] = groups;
  const isHeavy = first?.isAboveHeavy === true && others.slice(0, -1).every((group) => !group.isAboveHeavy);
  const hasHead = others.length > 0 && (isHeavy || !hasRowRules);
  const heads = new Set(hasHead ? first?.lines : []);
  return (row) => row[0] !== undefined && heads.has(row[0]);
}

interface CellText {
  readonly col: number;
  readonly colSpan: number;
  readonly text: string;
}

/** A row cut at its own bars; a bar that is missing merges two columns. */
function textsOf(line: string, edges: readonly number[]): CellText[] {
  const bars = [...line.matchAll(BAR)].map((match) => match.index);
  const known = bars.filter((bar) => edges.includes(bar));
  // A crooked row has its bars beside the columns': it is cut in order.
  const cuts = known.length >= 2 ? known : bars;
  return cuts.slice(0, -1).map((cut, index) => {
    const next = cuts[index + 1] ?? line.length;
    const col = cuts === known ? edges.indexOf(cut) : index;
    const colSpan = cuts === known ? edges.indexOf(next) - col : 1;
    return { col, colSpan, text: line.slice(cut + 1, next).trim() };
  });
}

function cellsOf(row: readonly PrintedLine[], edges: readonly number[], index: number, isHeader: boolean): BlockCell[] {
  const first = textsOf(row[0]?.text ?? "", edges);
  return first.map(({ col, colSpan }) => {
    const parts = row.flatMap((line) => {
      const text = textsOf(line.text, edges).find((cell) => cell.col === col)?.text ?? "";
      return text === "" ? [] : [{ text, page: line.page }];
    });
    const blocks = paragraphsOf(parts, (edges[col + colSpan] ?? 0) - (edges[col] ?? 0) - 3);
    return { ...cellOf(index, col, blocks), colSpan, isHeader, page: parts[0]?.page ?? null };
  });
}

/** Lines of a cell: one paragraph where they wrap at the cell's width. */
function paragraphsOf(parts: readonly PrintedLine[], width: number): Block[] {
  const texts = parts.map(({ text }) => text);
  const widths = { ...wrapWidths(texts), width: Math.max(width, widthOfLongest(texts)) };
  const paragraphs: PrintedLine[][] = [];
  parts.forEach((part, position) => {
    const before = parts[position - 1];
    const isNext = before !== undefined && isContinued(before.text, part.text, widths.width, widths);
    const last = paragraphs.at(-1);
    if (isNext && last !== undefined) last.push(part);
    else paragraphs.push([part]);
  });
  return paragraphs.map((lines) =>
    paragraph(lines.map(({ text, page }, index) => ({ ...run(index === 0 ? text : ` ${text}`), page }))),
  );
}
