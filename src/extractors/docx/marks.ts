/**
 * What mammoth's HTML cannot say of a paragraph, written into its text before mammoth and taken out behind it.
 * A mark stands between two characters of the private use area, which are removed from the document's own text first.
 */

import type { Block, Paragraph, Run } from "../blocks.js";
import { stripBullet } from "../bullets.js";

export interface ParagraphMark {
  readonly list: "bullet" | "number" | null;
  readonly isAfterGap: boolean;
  /** Left indent in points. */
  readonly indent: number | null;
  readonly heading: number | null;
  /** Font size in points. */
  readonly size: number | null;
}

/** Stands for a tab: HTML would make a blank of it. */
export const TAB = "\ue003";

/** The only character of the paragraphs that part the body from the headers, and so on. */
export const DIVIDER = "\ue002";

const OPEN = "\ue000";
const CLOSE = "\ue001";

/** Text of the document without the characters that marks are made of. */
export function withoutMarkCharacters(text: string): string {
  return text.replace(/[\ue000-\ue003]/g, "");
}

/** The mark as text, for the start of a paragraph. */
export function writeMark(mark: ParagraphMark): string {
  const fields = [
    mark.list ?? "",
    mark.isAfterGap ? "gap" : "",
    mark.indent ?? "",
    mark.heading ?? "",
    mark.size ?? "",
  ];
  return OPEN + fields.join(";") + CLOSE;
}

/** Takes the marks out of paragraphs, cells included, and applies them. A paragraph that held only a mark goes; its mark holds for the next. */
export function applyMarks(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let carried: ParagraphMark | null = null;
  for (const block of blocks) {
    if (block.type === "grid") {
      out.push({ ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: applyMarks(cell.blocks) })) });
      continue;
    }
    const { runs, mark } = takeMark(block);
    const valid: ParagraphMark | null = mark ?? carried;
    carried = null;
    if (!runs.some((piece) => /\S/.test(piece.text))) carried = valid;
    else out.push(valid === null ? block : withMark(block, runs, valid));
  }
  return out;
}

const MARK = /\ue000([^\ue001]*)\ue001/g;

function takeMark(block: Paragraph): { runs: Run[]; mark: ParagraphMark | null } {
  const marks: ParagraphMark[] = [];
  const runs: Run[] = [];
  for (const piece of block.runs) {
    const text = piece.text.replace(MARK, (_, fields: string) => {
      marks.push(readMark(fields));
      return "";
    });
    if (text !== "") runs.push({ ...piece, text });
  }
  return { runs, mark: marks[0] ?? null };
}

function withMark(block: Paragraph, runs: readonly Run[], mark: ParagraphMark): Paragraph {
  const stripped = stripBullet(runs);
  return {
    ...block,
    runs: mark.list === "number" ? runs : stripped.runs,
    list: mark.list ?? (stripped.isBullet ? "bullet" : block.list),
    isAfterGap: block.isAfterGap || mark.isAfterGap,
    indent: mark.indent ?? block.indent,
    heading: mark.heading ?? block.heading,
    size: mark.size,
  };
}

function readMark(fields: string): ParagraphMark {
  const [list, gap, indent, heading, size] = fields.split(";");
  return {
    list: list === "bullet" || list === "number" ? list : null,
    isAfterGap: gap === "gap",
    indent: numberOf(indent),
    heading: numberOf(heading),
    size: numberOf(size),
  };
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}
