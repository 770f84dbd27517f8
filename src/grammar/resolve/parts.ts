/** Where one document's parts begin and end: the agenda, the minutes, each action log and each report of a pack. */

import type { PartKind } from "../../model/minutes.js";
import { type BlockNode, isBlank, type LineNode } from "../ast.js";
import { lastNumber, resumes } from "./part-numbers.js";
import { isDateLine, isTitleMatter, type PartStart, partStarts } from "./part-starts.js";

export interface PartDraft {
  readonly kind: PartKind;
  /** The line that names the part ("MINUTES", "ACTION LOG"); null where nothing does. */
  readonly title: LineNode | null;
  /** Lines over the paper before it that name body and day of both; they are read for this part as well. */
  readonly sharedHead: readonly LineNode[];
  /** In document order; an action log that stands inside minutes is a part of its own, so they need not be neighbours. */
  readonly nodes: BlockNode[];
}

export function splitParts(nodes: readonly BlockNode[]): PartDraft[] {
  const starts = partStarts(nodes);
  const parts: PartDraft[] = [];
  let current: PartDraft | null = null;
  let outer: { part: PartDraft; resumesAt: number } | null = null;
  nodes.forEach((node, index) => {
    const start = starts.get(index);
    if (start !== undefined) {
      const sharedHead = start.isOfSameMeeting ? headOf(current) : [];
      const part: PartDraft = { kind: start.kind, title: start.title, sharedHead, nodes: [] };
      outer = outerOf(start, current);
      parts.push(part);
      current = part;
    } else if (outer !== null && resumes(nodes, index, outer.resumesAt)) {
      current = outer.part;
      outer = null;
    } else if (current === null) {
      current = { kind: "minutes", title: null, sharedHead: [], nodes: [] };
      parts.push(current);
    }
    (current as PartDraft).nodes.push(node);
  });
  return parts.filter((part) => part.nodes.some((node) => !isBlank(node)));
}

/** Minutes that may go on behind an action log inside them. */
function outerOf(start: PartStart, current: PartDraft | null): { part: PartDraft; resumesAt: number } | null {
  return start.kind === "action_log" && !start.isTabbed && current?.kind === "minutes"
    ? { part: current, resumesAt: lastNumber(current.nodes) + 1 }
    : null;
}

/** What stands over a paper's title, and a date right below it. */
function headOf(part: PartDraft | null): LineNode[] {
  if (part === null || part.title === null) return [];
  const at = part.nodes.indexOf(part.title);
  const below = part.nodes.slice(at + 1, at + 4).filter((node) => isDateLine(node));
  return [...part.nodes.slice(0, at), ...below].filter((node): node is LineNode => isTitleMatter(node));
}
