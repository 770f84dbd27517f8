/** Action tables and logs that kept their columns: a row a task. */

import type { Action, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { type CellNode, type LineNode, linesOf } from "../../ast.js";
import { readTask } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import type { ColumnRole } from "../../vocabulary/columns.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import { shift, statedText, trimSpan } from "../sourced.js";
import { stateOf } from "./action-state.js";
import { dueOf, dueOfCell } from "./due.js";
import { ownerAt } from "./owner-person.js";
import { areOwners, splitOwners } from "./owners.js";

export function actionsInGrid(
  context: PartContext,
  entry: FlowGrid,
  item: number | null,
  people: readonly Attendee[],
): Action[] {
  context.consumed.add(entry);
  return entry.node.rows
    .slice(entry.reading.headerRows)
    .flatMap((row) => actionInRow(context, entry, row, item, people));
}

function actionInRow(
  context: PartContext,
  entry: FlowGrid,
  row: readonly CellNode[],
  item: number | null,
  people: readonly Attendee[],
): Action[] {
  const spanOf = (role: ColumnRole) => cellSpan(row.find((cell) => entry.reading.columns.get(cell.cell.col) === role));
  const cell = spanOf("task");
  if (cell === null) return [];
  const ownerCell = spanOf("owner");
  const text = context.source.text.slice(cell.start, cell.end);
  const phrase = readTask(text);
  const isNamed = phrase !== null && areOwners(text, phrase.owners, people, ownerCell === null);
  const named = isNamed ? phrase.owners.map((owner) => shift(owner, cell.start)) : [];
  const owners = ownerCell === null ? named : splitOwners(context, ownerCell);
  const task = trimSpan(context.source, isNamed ? shift(phrase.task, cell.start) : cell, /[\s.;,]/);
  const words = statedText(context.source, task, "action/table-row");
  if (words === null || (owners.length === 0 && words.value.split(" ").length < 2)) return [];
  const due = dueCell(context, spanOf("due")) ?? dueOf(context, task);
  const status = statedText(context.source, spanOf("status"), "action/status");
  return [
    {
      item,
      owners: owners.map((span) => ownerAt(context, people, span)),
      text: words,
      dueDate: due.date,
      dueText: due.text,
      status,
      state: status === null ? null : stateOf(status.value, status.span),
      isMarked: true,
      span: { start: cell.start, end: cell.end },
    },
  ];
}

function dueCell(context: PartContext, span: Span | null) {
  return span === null ? null : dueOfCell(context, span);
}

/** "AP1 KL" in a cell is KL. */
function behindMarker({ view, reading }: LineNode): number {
  return reading.token === t.ActionLine && reading.rest.start < reading.rest.end ? reading.rest.start : view.span.start;
}

function cellSpan(cell: CellNode | undefined): Span | null {
  const lines = cell === undefined ? [] : linesOf(cell.blocks).filter((line) => line.view.text !== "");
  const first = lines[0];
  const last = lines.at(-1);
  return first === undefined || last === undefined ? null : { start: behindMarker(first), end: last.view.span.end };
}
