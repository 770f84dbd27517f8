/** The AST as indented text, one node a line, for golden files and for people. No offsets: one inserted letter must not change every line. */

import { type BlockNode, type GridNode, type LineNode, linesOf } from "./ast.js";
import { TextLine } from "./tokens.js";

export function dumpNodes(nodes: readonly BlockNode[]): string {
  const lines = linesOf(nodes);
  const prose = lines.filter((line) => line.reading.token === TextLine).length;
  const out = [`# ${lines.length} lines: ${lines.length - prose} understood, ${prose} prose`];
  for (const node of nodes) dumpNode(out, node, "");
  return `${out.join("\n")}\n`;
}

function dumpNode(out: string[], node: BlockNode, indent: string): void {
  switch (node.kind) {
    case "line":
      out.push(`${indent}${dumpLine(node)}`);
      return;
    case "section":
      out.push(`${indent}section ${dumpLine(node.head)}`);
      for (const entry of node.entries) dumpNode(out, entry, `${indent}  `);
      return;
    case "decision":
    case "action":
      out.push(`${indent}${node.kind} ${dumpLine(node.head)}`);
      for (const clause of node.clauses) dumpNode(out, clause, `${indent}  `);
      return;
    case "grid":
      dumpGrid(out, node, indent);
      return;
    default:
      node satisfies never;
  }
}

function dumpGrid(out: string[], node: GridNode, indent: string): void {
  out.push(`${indent}grid ${node.grid.kind} ${node.grid.rows}x${node.grid.cols}`);
  for (const row of node.rows) {
    out.push(`${indent}  row`);
    for (const cell of row) {
      const spans = cell.cell.rowSpan > 1 || cell.cell.colSpan > 1 ? ` ${cell.cell.rowSpan}x${cell.cell.colSpan}` : "";
      out.push(`${indent}    cell ${cell.cell.col}${spans}`);
      for (const block of cell.blocks) dumpNode(out, block, `${indent}      `);
    }
  }
}

function dumpLine(node: LineNode): string {
  return `${node.reading.rule} ${JSON.stringify(node.view.text)}`;
}
