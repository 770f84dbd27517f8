/** A plain text, perhaps with scraps of Markdown, HTML and tabs that a converter left → blocks. */

import type { Block, Paragraph } from "../blocks.js";
import { paragraph } from "../blocks.js";
import { splitBullet } from "../bullets.js";
import { htmlBlocks } from "../html/html-blocks.js";
import { columnBlock, type PhysicalLine, splitColumns } from "./columns.js";
import { inlineRuns } from "./inline.js";
import { isCapitals, isContinued, isCutByPage, type WrapWidths, widthOfLongest, wrapWidths } from "./wrapping.js";

/** One paragraph while it is being put together. */
interface Draft {
  text: string;
  readonly gapLines: number;
  readonly indent: number;
  readonly heading: number | null;
  readonly isBullet: boolean;
}

export function plainBlocks(text: string): { body: Block[]; trailer: Block[] } {
  const lines = physicalLines(text);
  const widths = wrapWidths(lines.map((line) => line.text));
  const runWidths = runWidthsOf(lines);
  const blocks: Block[] = [];
  let position = 0;
  let draft: Draft | null = null;
  let gapLines = 0;
  const flush = () => {
    if (draft !== null) blocks.push(toParagraph(draft));
    draft = null;
  };
  while (position < lines.length) {
    const line = lines[position] as PhysicalLine;
    if (isNothing(line.text)) {
      gapLines++;
      position++;
      continue;
    }
    const markup = markupBlock(lines, position);
    if (markup !== null) {
      flush();
      for (const block of markup.blocks) blocks.push(block);
      position = markup.next;
      gapLines = 0;
      continue;
    }
    const columns = columnBlock(lines, position);
    if (columns !== null) {
      flush();
      blocks.push(...columns.blocks);
      position = columns.next;
    } else {
      const longest = runWidths[position] ?? 0;
      const open = draft as Draft | null;
      const isNext =
        open !== null &&
        (gapLines > 0
          ? isCutByPage(open.text, line.text)
          : continues(open, line, lines[position - 1], longest, widths));
      if (open !== null && isNext) open.text += ` ${line.text.trim()}`;
      else {
        flush();
        draft = openDraft(line, gapLines);
      }
      position++;
    }
    gapLines = 0;
  }
  flush();
  return { body: blocks, trailer: [] };
}

/** An HTML table that a converter left, on one line or many. */
function markupBlock(lines: readonly PhysicalLine[], start: number): { blocks: readonly Block[]; next: number } | null {
  if (!/^\s*<table\b/i.test(lines[start]?.text ?? "")) return null;
  let end = start;
  while (end < lines.length && !/<\/table>/i.test(lines[end]?.text ?? "")) end++;
  const next = end === lines.length ? start + 1 : end + 1;
  return {
    blocks: htmlBlocks(
      lines
        .slice(start, next)
        .map((line) => line.text)
        .join("\n"),
    ),
    next,
  };
}

/** A title of capitals that goes on over many lines stays in its lines; all else is as `isContinued` says. */
function continues(
  draft: Draft,
  line: PhysicalLine,
  before: PhysicalLine | undefined,
  longest: number,
  widths: WrapWidths,
): boolean {
  if (before === undefined || draft.heading !== null) return false;
  if (splitBullet(line.text.trim()) !== null) return false;
  if (draft.isBullet && line.indent > draft.indent && !isCapitals(line.text) && widths.width !== null) return true;
  return isContinued(before.text, line.text, longest, widths);
}

function openDraft(line: PhysicalLine, gapLines: number): Draft {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line.text.trim());
  if (heading !== null)
    return { text: heading[2] ?? "", gapLines, indent: 0, heading: heading[1]?.length ?? 1, isBullet: false };
  const bullet = splitBullet(line.text.trim());
  return {
    text: bullet?.rest ?? line.text.trim(),
    gapLines,
    indent: line.indent,
    heading: null,
    isBullet: bullet !== null,
  };
}

function toParagraph(draft: Draft): Paragraph {
  const { gapLines, indent, heading } = draft;
  return paragraph(inlineRuns(draft.text), {
    isAfterGap: gapLines > 0,
    gapLines,
    indent,
    heading,
    list: draft.isBullet ? "bullet" : null,
  });
}

/** For each line the width of the longest of its run: the lines between two blank ones. */
function runWidthsOf(lines: readonly PhysicalLine[]): number[] {
  const widths: number[] = [];
  while (widths.length < lines.length) {
    const start = widths.length;
    let end = start;
    while (end < lines.length && lines[end]?.text.trim() !== "") end++;
    const longest = widthOfLongest(lines.slice(start, end).map((line) => line.text));
    while (widths.length <= end) widths.push(longest);
  }
  return widths;
}

/** Blank lines, drawn rules, and bullets that lost their text. */
function isNothing(text: string): boolean {
  return /^\s*(?:[-–—_=*~.]{3,}|[•▪§●]|o)?\s*$/.test(text);
}

function physicalLines(text: string): PhysicalLine[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\f/g, "\n\n").split("\n");
  balanceEmphasis(lines);
  return lines.map((line) => ({ text: line, indent: /^ */.exec(line)?.[0].length ?? 0, cells: splitColumns(line) }));
}

/** `**` that opens on one line and closes on a later one is closed and opened again at each line end between. */
function balanceEmphasis(lines: string[]): void {
  let isOpen = false;
  lines.forEach((line, position) => {
    if (line.trim() === "") {
      isOpen = false;
      return;
    }
    const marks = line.match(/\*\*/g)?.length ?? 0;
    const opensHere: boolean = isOpen;
    if (marks % 2 === 1) isOpen = !isOpen;
    const isClosedLater = isOpen && closes(lines, position);
    if (isOpen && !isClosedLater) isOpen = false;
    lines[position] = `${opensHere ? "**" : ""}${line}${isOpen ? "**" : ""}`;
  });
}

function closes(lines: readonly string[], position: number): boolean {
  for (let next = position + 1; next < lines.length && lines[next]?.trim() !== ""; next++) {
    if ((lines[next]?.match(/\*\*/g)?.length ?? 0) % 2 === 1) return true;
  }
  return false;
}
