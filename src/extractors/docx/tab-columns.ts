/** Words set in columns with tabs: neighbouring paragraphs with tabs between words become a grid, as does a heading with a name behind a tab; all other tabs a blank. */

import type { Block, GridBlock, Paragraph, Run } from "../blocks.js";
import { cellOf } from "../html/tables.js";
import { TAB } from "./marks.js";

/** Works on paragraphs that are neighbours in the same cell or body. */
export function tabColumns(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let rows: Row[] = [];
  const close = () => {
    if (rows.length >= 2 || rows.some(isHeadingWithName)) out.push(gridOf(rows));
    else for (const row of rows) out.push(row.plain);
    rows = [];
  };
  for (const block of blocks.flatMap(linesOf)) {
    const row = block.type === "paragraph" ? rowOf(block, rows.length > 0) : null;
    if (row !== null) rows.push(row);
    else {
      close();
      out.push(block.type === "paragraph" ? withoutTabs(block) : withInner(block));
    }
  }
  close();
  return out;
}

interface Row {
  readonly cells: readonly Run[][];
  /** The words between each two tabs, nothing where one tab follows another. */
  readonly places: readonly Run[][];
  /** The same with a label apart from the words that it stands before. */
  readonly apart: readonly Run[][];
  readonly paragraph: Paragraph;
  readonly plain: Paragraph;
}

function withInner(grid: GridBlock): GridBlock {
  return { ...grid, cells: grid.cells.map((cell) => ({ ...cell, blocks: tabColumns(cell.blocks) })) };
}

/** A number or letter before a tab is a label of its paragraph, no column. */
const LABEL = /^\s*(?:[([]?(?:\d{1,4}(?:[./]\d{1,4})*|[a-z]{1,2}|[ivxlcm]{1,6})[.):\]]*|[^\p{L}\p{N}\s])\s*$/iu;

const ROMAN = /^[\s(]*[ivxlc]+[.):]*\s*$/i;

/** Longer than this before a tab is a sentence, no column. */
const WIDEST_COLUMN = 100;

/** A paragraph as a row of columns; null where no tab stands between words. Tabs in front are an empty first column inside a grid. */
function rowOf(block: Paragraph, isInsideGrid: boolean): Row | null {
  const runs = withTypedLeaders(block.runs);
  if (block.heading !== null || !runs.some((run) => run.text.includes(TAB))) return null;
  const pieces = splitAtTabs(runs);
  const isIndented = !hasText(pieces[0]);
  const cells = withLabelJoined(pieces.filter(hasText));
  const apart = pieces.slice(0, pieces.findLastIndex(hasText) + 1);
  if (isIndented && isInsideGrid && cells.length === 1 && textOf(cells[0] ?? []).length < WIDEST_COLUMN)
    cells.unshift([]);
  // A tab behind the last words leaves room for a cell that is empty.
  const hasRoom = isInsideGrid && apart.length > 1 && pieces.length > apart.length;
  if ((cells.length < 2 && !hasRoom) || cells.slice(0, -1).some((cell) => textOf(cell).length > WIDEST_COLUMN))
    return null;
  return { cells, places: withLabelJoined(apart), apart, paragraph: block, plain: withoutTabs(block) };
}

function withLabelJoined(cells: readonly Run[][]): Run[][] {
  const [first, second, ...others] = cells;
  if (!hasText(second) || first === undefined || second === undefined || !LABEL.test(textOf(first))) return [...cells];
  return [[...first, { ...(first[0] ?? EMPTY), text: " " }, ...second], ...others];
}

/** A row of dots or dashes typed between words leads the eye over a gap, as a tab does that draws them; it may lie in several runs. */
function withTypedLeaders(runs: readonly Run[]): readonly Run[] {
  const whole = textOf(runs);
  const leaders = [...whole.matchAll(/(?<=[\p{L}\p{N})!?:.]\s*)([-–—._·])\1{5,}(?=\s*[\p{L}\p{N}(])/gu)];
  if (leaders.length !== 1) return runs;
  const start = leaders[0]?.index ?? 0;
  const end = start + (leaders[0]?.[0].length ?? 0);
  let offset = 0;
  return runs.map((run) => {
    const [from, to] = [start - offset, end - offset].map((at) => Math.min(run.text.length, Math.max(0, at)));
    const isFirst = start >= offset && start < offset + run.text.length;
    offset += run.text.length;
    return from === to ? run : { ...run, text: run.text.slice(0, from) + (isFirst ? TAB : "") + run.text.slice(to) };
  });
}

/** A heading with who presents it or who is to act, set apart by a tab: joined by a blank, they could not be told apart again. */
function isHeadingWithName(row: Row): boolean {
  const [first, second] = row.cells;
  if (first === undefined || second === undefined || row.cells.length > 2) return false;
  const words = first.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const isSetOff = (["bold", "underline"] as const).some((kind) => words.every((run) => run.emphases.includes(kind)));
  const isShort = textOf(first).length <= 60 && textOf(second).length <= 40;
  return words.length > 0 && isSetOff && isShort && !/:\s*$/.test(textOf(first));
}

const EMPTY: Run = { text: "", emphases: [], page: null, box: null };

/**
 * One tab a column: two in a row leave a cell empty, where the rows that lack no cell have one tab everywhere.
 * Otherwise tabs are repeated until the words stand below those of the row above.
 */
function gridOf(joined: readonly Row[]): GridBlock {
  const rows = haveTitledLabels(joined)
    ? joined.map((row) => ({ ...row, cells: row.apart.filter(hasText), places: row.apart }))
    : joined;
  const cols = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const isTabAPlace = rows.every(({ cells, places }) =>
    cells.length < cols ? places.length <= cols : isWhole(places),
  );
  const cells = rows.flatMap((row, index) =>
    Array.from({ length: cols }, (_, col) => {
      const runs = (isTabAPlace ? row.places : row.cells)[col] ?? [];
      const style = col === 0 ? row.paragraph : { ...row.paragraph, list: null, indent: null };
      return cellOf(index, col, hasText(runs) ? [{ ...style, runs }] : []);
    }),
  );
  return { type: "grid", kind: "columns", rows: rows.length, cols, cells };
}

/** "No.    Article    Value" over rows that begin with numbers: the title tells that those are a column. */
function haveTitledLabels([titles, ...rows]: readonly Row[]): boolean {
  if (titles === undefined || rows.length === 0 || titles.apart.length < 3 || !isWhole(titles.apart)) return false;
  const isTitle = (runs: readonly Run[]) => /^\s*\p{L}{2}[^\d:;]*$/u.test(textOf(runs)) && !ROMAN.test(textOf(runs));
  return (
    titles.apart.every(isTitle) &&
    rows.every((row) => row.apart.length <= titles.apart.length) &&
    [titles, ...rows].some((row) => row.places.length < row.apart.length)
  );
}

function isWhole(places: readonly Run[][]): boolean {
  return places.every(hasText);
}

/** Lines broken on purpose are rows of their own where they hold tabs. */
function linesOf(block: Block): Block[] {
  if (block.type === "grid") return [block];
  const whole = textOf(block.runs);
  if (!whole.includes(TAB) || !whole.includes("\n")) return [block];
  const lines = splitAt(block.runs, "\n").filter(hasText);
  return lines.map((runs, position) => ({ ...block, runs, isAfterGap: position === 0 && block.isAfterGap }));
}

function splitAtTabs(runs: readonly Run[]): Run[][] {
  return splitAt(runs, TAB);
}

function splitAt(runs: readonly Run[], separator: string): Run[][] {
  const pieces: Run[][] = [[]];
  for (const run of runs) {
    run.text.split(separator).forEach((text, position) => {
      if (position > 0) pieces.push([]);
      if (text !== "") pieces.at(-1)?.push({ ...run, text });
    });
  }
  return pieces;
}

function withoutTabs(block: Paragraph): Paragraph {
  return { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.replaceAll(TAB, " ") })) };
}

function hasText(runs: readonly Run[] | undefined): boolean {
  return runs !== undefined && /\S/.test(textOf(runs));
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
