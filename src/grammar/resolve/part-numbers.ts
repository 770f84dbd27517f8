/** Numbers of items as far as parts need them: where minutes stop, and whether they go on behind a paper inside them. */

import { type BlockNode, isBlank } from "../ast.js";
import * as t from "../tokens.js";

/** The highest whole number at the start of a line so far that continues 1, 2, 3 … */
export function lastNumber(nodes: readonly BlockNode[]): number {
  let last = 0;
  for (const node of nodes) {
    if (node.kind !== "line") continue;
    const number = node.reading.number;
    if (number?.kind === "decimal" && number.close !== null && (number.values[0] === last + 1 || last === 0))
      last = number.values[0] ?? last;
  }
  return last;
}

/** Minutes go on after a log inside them where their numbers do. */
export function resumes(nodes: readonly BlockNode[], index: number, number: number): boolean {
  const node = nodes[index];
  if (node?.kind !== "line" || node.reading.number?.kind !== "decimal" || node.reading.number.close === null)
    return false;
  if (node.reading.number.values[0] !== number) return false;
  const head = node.reading.token === t.NumberLine ? nodeAfter(nodes, index) : node;
  return head?.kind === "line" && (head.view.isSetApart || head.reading.token === t.HeadingLine);
}

function nodeAfter(nodes: readonly BlockNode[], index: number): BlockNode | undefined {
  let at = index + 1;
  for (let node = nodes[at]; node !== undefined && isBlank(node); node = nodes[at]) at++;
  return nodes[at];
}
