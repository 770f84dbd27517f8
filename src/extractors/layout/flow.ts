/** The lines and tables of the pages → what the body consists of, in reading order, page breaks healed. */

import { joinColumnLists, withRowOverPage } from "./column-joins.js";
import type { ColumnList } from "./column-rows.js";
import { findColumnLists } from "./columns.js";
import { withTableHead } from "./heads.js";
import { lineText, type VisualLine } from "./lines.js";
import { goesOnOverPage, hasOtherLook, type Measure, type Passage, toPassages } from "./passages.js";
import { findProse, inColumns, type ProseColumn } from "./prose-columns.js";
import type { RowMark } from "./row-marks.js";
import { joinTables, type Table } from "./tables.js";

export interface FlowPassage {
  readonly kind: "passage";
  readonly passage: Passage;
  readonly measure: Measure;
}

export type FlowElement = FlowPassage | ColumnList | Table;

export interface FlowPage {
  readonly page: number;
  readonly lines: readonly VisualLine[];
  readonly tables: readonly Table[];
  readonly measure: Measure;
  /** Rules and shadings across the page. */
  readonly marks: readonly RowMark[];
}

/** Everything of the body in reading order. */
export function toFlow(pages: readonly FlowPage[]): FlowElement[] {
  const flow: FlowElement[] = [];
  for (const page of pages) {
    const elements = pageFlow(page);
    let used = 0;
    for (; used < elements.length; used++) {
      const joined = joinOverPage(flow.at(-1), elements[used]);
      if (joined === null) break;
      flow[flow.length - 1] = joined;
      if (elements[used]?.kind !== "passage" || joined.kind !== "columns") {
        used++;
        break;
      }
    }
    flow.push(...elements.slice(used));
  }
  return flow;
}

function joinOverPage(last: FlowElement | undefined, next: FlowElement | undefined): FlowElement | null {
  if (last === undefined || next === undefined) return null;
  if (last.kind === "table" && next.kind === "table") return joinTables(last, next);
  if (last.kind === "columns" && next.kind === "columns") return joinColumnLists(last, next);
  if (last.kind === "columns" && next.kind === "passage") return withRowOverPage(last, next.passage.lines);
  if (last.kind !== "passage" || next.kind !== "passage") return null;
  if (!goesOnOverPage(last.passage, next.passage, last.measure)) return null;
  return { ...last, passage: { ...last.passage, lines: [...last.passage.lines, ...next.passage.lines] } };
}

function pageFlow({ lines, tables, measure, marks }: FlowPage): FlowElement[] {
  const flow: FlowElement[] = [];
  let rest = lines;
  for (const table of tables) {
    const above = rest.filter((line) => line.baseline < table.box.y0 + 0.5 * line.size);
    rest = rest.filter((line) => !above.includes(line));
    const head = above.at(-1);
    const headed = head === undefined ? null : withTableHead(table, head);
    flow.push(...linesFlow(headed === null ? above : above.slice(0, -1), measure, marks), headed ?? table);
  }
  return [...flow, ...linesFlow(rest, measure, marks)];
}

/** Lines that follow one another without a table between them; columns of running text are read one after the other. */
function linesFlow(lines: readonly VisualLine[], measure: Measure, marks: readonly RowMark[]): FlowElement[] {
  const flow: FlowElement[] = [];
  let start = 0;
  for (let prose = findProse(lines, measure, 0); prose !== null; prose = findProse(lines, measure, start)) {
    flow.push(...listsFlow(lines.slice(start, prose.from), measure, marks), ...proseFlow(prose.columns));
    start = prose.to;
  }
  return [...flow, ...listsFlow(lines.slice(start), measure, marks)];
}

/** The paragraphs of columns, one column after the other; a sentence that the end of a column cuts goes on at the top of the next. */
function proseFlow(columns: readonly ProseColumn[]): FlowElement[] {
  const flow: FlowPassage[] = [];
  for (const { lines, measure } of columns) {
    const last = flow.at(-1);
    const [first, ...others] = toPassages(lines, measure);
    if (first === undefined) continue;
    if (last !== undefined && isCutSentence(last.passage, first)) {
      flow[flow.length - 1] = { ...last, passage: { ...last.passage, lines: [...last.passage.lines, ...first.lines] } };
    } else flow.push({ kind: "passage", passage: first, measure });
    flow.push(...others.map((passage): FlowPassage => ({ kind: "passage", passage, measure })));
  }
  return flow;
}

function isCutSentence(before: Passage, after: Passage): boolean {
  const [last, next] = [before.lines.at(-1), after.lines[0]];
  if (last === undefined || next === undefined || hasOtherLook(last, next)) return false;
  return /^\p{Ll}/u.test(lineText(next)) && !/[.!?:;]["”’)]*$/.test(lineText(last));
}

/** Lines with no columns of running text among them. */
function listsFlow(lines: readonly VisualLine[], measure: Measure, marks: readonly RowMark[]): FlowElement[] {
  const flow: FlowElement[] = [];
  let run: VisualLine[] = [];
  let bottom: number | null = null;
  const endRun = () => {
    const passages = toPassages(run, measure);
    passages.forEach((passage, index) => {
      const top = passage.lines[0];
      const isAfterGap =
        index === 0 && top !== undefined && bottom !== null
          ? (top.baseline - bottom) / top.size > measure.leading * 1.3 + 0.05
          : passage.isAfterGap;
      flow.push({ kind: "passage", passage: { ...passage, isAfterGap }, measure });
    });
    run = [];
  };
  for (const element of findColumnLists(lines, measure, marks)) {
    if ("segments" in element) {
      run.push(element);
      continue;
    }
    endRun();
    const prose = inColumns(element, measure);
    if (prose === null) flow.push(element);
    else flow.push(...proseFlow(prose));
    bottom = Math.max(...element.rows.flat(2).map((line) => line.baseline));
  }
  endRun();
  return flow;
}
