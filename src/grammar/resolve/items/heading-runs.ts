/** Headings that follow each other: a title page, a list of names, or business row by row. */

import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import { entryAfter, type FlowEntry, type FlowLine } from "../flow/flow.js";

/** What makes a line a heading, surest first. */
export type HeadingForm = "markup" | "usual" | "emphasis" | "capitals" | "colon" | "plain";

export interface HeadingLine {
  readonly index: number;
  readonly entry: FlowLine;
  readonly form: HeadingForm;
}

/** Headings that a list of set-apart lines may have; more in a row are names, a title page or a list. */
const LONGEST_RUN = 3;

/** Lines in type or capitals with nothing between them are a title page or a list of names; of a few the last heads what follows. */
export function withoutRuns(context: PartContext, lines: readonly HeadingLine[]): HeadingLine[] {
  const kept: HeadingLine[] = [];
  let run: HeadingLine[] = [];
  const untitled = untitledGrids(context);
  const top = endOfTop(context);
  const close = () => {
    const isFirst = kept.length === 0 && run[0] !== undefined && run[0].index <= top;
    const longest = isFirst ? 1 : LONGEST_RUN;
    kept.push(
      ...(run.length > longest
        ? run.filter((line, at) => isFirm(line) || (at === run.length - 1 && isFirst && headsText(context, line)))
        : run),
    );
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    // Below titles over its columns ("Topic", "Presenter") each row is business of its own.
    const grid = line.entry.node.view.line.cell?.grid;
    const isRow = grid !== undefined && !untitled.has(grid);
    const isNext = last !== undefined && !isRow && !hasTextBetween(context, last.index, line.index);
    if (!isNext) close();
    run.push(line);
  }
  close();
  return kept;
}

/** The layouts whose first row is business as well. */
function untitledGrids({ flow }: PartContext): ReadonlySet<number> {
  const cells = flow.flatMap((entry) => (entry.kind === "line" ? [entry.node.view.line.cell] : []));
  return new Set(cells.flatMap((cell) => (cell?.row === 0 ? [cell.grid] : [])));
}

function isFirm({ form }: HeadingLine): boolean {
  return form === "markup" || form === "usual";
}

/** Where the first prose stands: nothing but titles and people stands in front of it. */
function endOfTop({ flow, consumed }: PartContext): number {
  const first = flow.findIndex((entry) => isProse(entry) && !isLabelled(entry) && !consumed.has(entry));
  return first === -1 ? flow.length : first;
}

/** People of a letterhead. */
function isLabelled(entry: FlowEntry): boolean {
  return entry.kind === "line" && entry.node.reading.token === t.LabelLine;
}

function headsText(context: PartContext, line: HeadingLine): boolean {
  const next = entryAfter(context.flow, line.index);
  return next !== undefined && isProse(next) && !context.consumed.has(next);
}

function hasTextBetween(context: PartContext, from: number, to: number): boolean {
  const start = context.flow[from];
  for (let index = from + 1; index < to; index++) {
    const entry = context.flow[index];
    if (entry?.kind === "grid") return true;
    if (entry?.kind !== "line") continue;
    // Who presents it stands beside it in its row.
    if (isBesideIn(entry, start) || (!entry.node.view.isSetApart && isText(entry))) return true;
  }
  return false;
}

function isText({ node: { view } }: FlowLine): boolean {
  return view.wordCount > 2 || /^\p{L}+\s?\p{L}*[.!?]$/u.test(view.text);
}

export function isProse(entry: FlowEntry): boolean {
  return entry.kind === "line" && !entry.node.view.isSetApart && entry.node.view.wordCount > 5;
}

/** How far down the list of those who came may stand. */
const TITLE_PAGE_LINES = 40;

/** What is only set apart above the list of those who came is the title page: where they met, and whose minutes these are. */
export function belowTitlePage(context: PartContext, lines: readonly HeadingLine[]): readonly HeadingLine[] {
  const list = context.flow
    .slice(0, TITLE_PAGE_LINES)
    .findIndex(
      (entry) => entry.kind === "line" && entry.node.reading.token === t.LabelLine && context.consumed.has(entry),
    );
  if (list < 0 || list > endOfTop(context)) return lines;
  return lines.filter((line) => line.index > list || isFirm(line));
}

/** Whether a line stands in the same row as another, in a column behind it. */
export function isBesideIn({ node }: FlowLine, other: FlowEntry | undefined): boolean {
  const [own, before] = [node.view.line.cell, other?.kind === "line" ? other.node.view.line.cell : null];
  if (own === null || before === null) return false;
  return own.grid === before.grid && own.row === before.row && own.col > before.col && node.view.text !== "";
}
