/** An action log whose columns a converter took apart: dates, tasks, owners and updates one below the other. */

import type { Action, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { dateOfDigits } from "../../phrases/date.js";
import { looksLikePerson } from "../../phrases/person.js";
import { readTask } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { STATUS_LINE } from "../../vocabulary/actions.js";
import { columnRole } from "../../vocabulary/columns.js";
import type { PartContext } from "../context.js";
import { flowLines } from "../context.js";
import type { FlowLine } from "../flow/flow.js";
import { shift, statedText } from "../sourced.js";
import { stateOf } from "./action-state.js";
import { areOwners, isOwner, splitOwners } from "./owners.js";
import { toAction } from "./task-draft.js";

type Piece =
  | { readonly kind: "task"; readonly line: FlowLine; readonly isThat: boolean }
  | { readonly kind: "owner"; readonly line: FlowLine }
  | { readonly kind: "status"; readonly line: FlowLine };

/** Each owner belongs to a task in front of it. Where tasks are mostly clauses ("That …"), all else between them is an update. */
export function actionsInFlatLog(context: PartContext, people: readonly Attendee[]): Action[] {
  const pieces = flowLines(context.flow).flatMap((line) => pieceOf(context, line, people));
  const clauses = pieces.filter((piece) => piece.kind === "task" && piece.isThat).length;
  const owners = pieces.filter((piece) => piece.kind === "owner").length;
  return clauses >= owners * 0.5 && clauses > 0
    ? pairClauses(context, pieces, people)
    : pairNearest(context, pieces, people);
}

function pieceOf(context: PartContext, line: FlowLine, people: readonly Attendee[]): Piece[] {
  const { view, reading } = line.node;
  if (
    context.consumed.has(line) ||
    reading.token === t.TitleLine ||
    reading.token === t.TabLine ||
    reading.token === t.FurnitureLine
  )
    return [];
  if (STATUS_LINE.test(view.text)) return [{ kind: "status", line }];
  const isMatter =
    columnRole(view.text) !== null ||
    dateOfDigits(view.text) !== null ||
    /^(?:item|meeting|ref|page)\b.{0,10}$/i.test(view.text) ||
    reading.token === t.NumberLine;
  if (isMatter) return [];
  const words = ownerWords(context, line);
  const isOwnerLine =
    view.wordCount <= 6 &&
    !/[.;:]$/.test(view.text) &&
    words.length > 0 &&
    words.every((word) => isOwner(word, people, true) || looksLikePerson(word));
  if (isOwnerLine) return [{ kind: "owner", line }];
  const isThat = /^that\s/i.test(view.text);
  return view.wordCount >= 5 && reading.token !== t.BulletLine ? [{ kind: "task", line, isThat }] : [];
}

function ownerWords(context: PartContext, line: FlowLine): string[] {
  return splitOwners(context, line.node.view.span).map((span) => context.source.text.slice(span.start, span.end));
}

function pairClauses(context: PartContext, pieces: readonly Piece[], people: readonly Attendee[]): Action[] {
  const starts = pieces.flatMap((piece, index) => (piece.kind === "task" && piece.isThat ? [index] : []));
  return starts.map((start, position) => {
    const own = pieces.slice(start + 1, starts[position + 1] ?? pieces.length);
    const owner = own.find((piece) => piece.kind === "owner");
    const status = own.find((piece) => piece.kind === "status");
    return actionOf(context, pieces[start] as Piece, owner, status, people);
  });
}

function pairNearest(context: PartContext, pieces: readonly Piece[], people: readonly Attendee[]): Action[] {
  const actions: Action[] = [];
  let task: Piece | null = null;
  pieces.forEach((piece, index) => {
    if (piece.kind === "task") task = piece;
    else if (piece.kind === "owner" && task !== null) {
      const next = pieces.slice(index + 1).find((other) => other.kind !== "owner");
      actions.push(actionOf(context, task, piece, next?.kind === "status" ? next : undefined, people));
      task = null;
    }
  });
  return actions;
}

function actionOf(
  context: PartContext,
  task: Piece,
  owner: Piece | undefined,
  status: Piece | undefined,
  people: readonly Attendee[],
): Action {
  const { span, text } = task.line.node.view;
  const phrase = readTask(text);
  const isNamed = phrase !== null && phrase.link !== ":" && areOwners(text, phrase.owners, people, true);
  const taskSpan: Span = isNamed ? shift(phrase.task, span.start) : span;
  const owners =
    owner === undefined
      ? isNamed
        ? phrase.owners.map((words) => shift(words, span.start))
        : []
      : splitOwners(context, owner.line.node.view.span);
  const action = toAction(
    context,
    { owners, task: taskSpan, span, isMarked: true, rule: "action/flat-log" },
    null,
    people,
  );
  const words = status === undefined ? null : statedText(context.source, status.line.node.view.span, "action/status");
  return {
    ...action,
    status: words === null ? null : { ...words, value: words.value.replace(/[.\s]+$/, "") },
    state: words === null ? null : stateOf(words.value, words.span),
  };
}
