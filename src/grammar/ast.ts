/** CST → AST: what is written, in order, with nothing judged yet. Plain functions over the generated CST types. */

import type { IToken } from "chevrotain";
import type { Grid, GridCell } from "../model/source.js";
import type { BlockCstNode, DocumentCstNode, EntryCstNode, GridCstNode, LineCstNode } from "./cst.gen.js";
import type { LineView } from "./line-view.js";
import type { Reading } from "./reading.js";
import { cellOf, gridOf, lineOf } from "./tokens.js";

export interface LineNode {
  readonly kind: "line";
  readonly view: LineView;
  readonly reading: Reading;
}

/** A label over a list of people, and the lines and grids that follow it. */
export interface SectionNode {
  readonly kind: "section";
  readonly head: LineNode;
  readonly entries: readonly (LineNode | GridNode)[];
}

/** A marker ("RESOLVED:", "ACTION:") and the clauses right behind it. */
export interface MarkedNode {
  readonly kind: "decision" | "action";
  readonly head: LineNode;
  readonly clauses: readonly LineNode[];
}

export interface CellNode {
  readonly cell: GridCell;
  readonly blocks: readonly BlockNode[];
  /** The lines in it that hold words. */
  readonly lines: readonly LineNode[];
  /** The words of all its lines. */
  readonly text: string;
  readonly wordCount: number;
}

export interface GridNode {
  readonly kind: "grid";
  readonly grid: Grid;
  readonly rows: readonly (readonly CellNode[])[];
}

export type BlockNode = LineNode | SectionNode | MarkedNode | GridNode;

export function toAst(document: DocumentCstNode): BlockNode[] {
  return (document.children.block ?? []).map(block);
}

function block(node: BlockCstNode): BlockNode {
  const { section, decision, action, grid, line } = node.children;
  if (section?.[0] !== undefined) {
    const { LabelLine, entry: entries } = section[0].children;
    return { kind: "section", head: tokenLine(LabelLine), entries: (entries ?? []).map(entry) };
  }
  if (decision?.[0] !== undefined)
    return marked("decision", decision[0].children.DecisionLine, decision[0].children.ClauseLine);
  if (action?.[0] !== undefined) return marked("action", action[0].children.ActionLine, action[0].children.ClauseLine);
  if (grid?.[0] !== undefined) return gridNode(grid[0]);
  return lineNode(line?.[0]);
}

function marked(kind: MarkedNode["kind"], head: readonly IToken[], clauses: readonly IToken[] | undefined): MarkedNode {
  return { kind, head: tokenLine(head), clauses: (clauses ?? []).map((token) => tokenLine([token])) };
}

function entry(node: EntryCstNode): LineNode | GridNode {
  const { EntryLine, grid } = node.children;
  return grid?.[0] !== undefined ? gridNode(grid[0]) : tokenLine(EntryLine ?? []);
}

function gridNode(node: GridCstNode): GridNode {
  const rows = (node.children.row ?? []).map((row) =>
    (row.children.cell ?? []).map((cell) =>
      cellNode(cellOf(first(cell.children.CellStart)), (cell.children.block ?? []).map(block)),
    ),
  );
  return { kind: "grid", grid: gridOf(first(node.children.GridStart)), rows };
}

function cellNode(cell: GridCell, blocks: readonly BlockNode[]): CellNode {
  const lines = wordedLines(blocks);
  const text = lines.map(({ view }) => view.text).join(" ");
  return { cell, blocks, lines, text, wordCount: lines.reduce((sum, { view }) => sum + view.wordCount, 0) };
}

/** A line's token stands under the name of its kind: the node has exactly one. */
function lineNode(node: LineCstNode | undefined): LineNode {
  return tokenLine(Object.values(node?.children ?? {}).flat());
}

function tokenLine(tokens: readonly IToken[]): LineNode {
  const { view, reading } = lineOf(first(tokens));
  return { kind: "line", view, reading };
}

function first(tokens: readonly IToken[]): IToken {
  const token = tokens[0];
  if (token === undefined) throw new Error("the grammar gave a node without its token");
  return token;
}

/** Whether a block is a line without words. */
export function isBlank(node: BlockNode): boolean {
  return node.kind === "line" && node.view.text === "";
}

/** Every line of a tree, in the order of the text. */
export function linesOf(nodes: readonly BlockNode[]): LineNode[] {
  const lines: LineNode[] = [];
  collectLines(nodes, lines);
  return lines;
}

/** The lines of a tree that hold words. */
export function wordedLines(nodes: readonly BlockNode[]): LineNode[] {
  return linesOf(nodes).filter((line) => !isBlank(line));
}

function collectLines(nodes: readonly BlockNode[], lines: LineNode[]): void {
  for (const node of nodes) {
    switch (node.kind) {
      case "line":
        lines.push(node);
        break;
      case "section":
        lines.push(node.head);
        collectLines(node.entries, lines);
        break;
      case "decision":
      case "action":
        lines.push(node.head);
        for (const clause of node.clauses) lines.push(clause);
        break;
      case "grid":
        for (const row of node.rows) for (const cell of row) collectLines(cell.blocks, lines);
        break;
      default:
        node satisfies never;
    }
  }
}
