/** A plain text, perhaps with scraps of Markdown, HTML and tabs that a converter left → blocks. */

import type { Block, Paragraph } from "../blocks.js";
import { paragraph, run } from "../blocks.js";
import { splitBullet } from "../bullets.js";
import { htmlBlocks } from "../html/html-blocks.js";
import { joinedEnd, type Vocabulary, vocabularyOf } from "../hyphens.js";
import { columnBlock, type PhysicalLine, splitColumns } from "./columns.js";
import { drawnTable } from "./drawn-tables.js";
import { inlineRuns } from "./inline.js";
import { type Mail, readMail } from "./mail.js";
import { type PrintedLine, printedLines } from "./printer.js";
import { notedParagraph, takeSideNotes } from "./side-notes.js";
import { isCapitals, isContinued, isCutByPage, type WrapWidths, widthOfLongest, wrapWidths } from "./wrapping.js";

/** One paragraph while it is being put together. */
interface Draft {
  /** Its lines, each with the blank behind it, if any. */
  readonly pieces: PrintedLine[];
  readonly gapLines: number;
  readonly indent: number;
  readonly heading: number | null;
  readonly isBullet: boolean;
  /** What stands beside it at the right edge. */
  readonly notes: string[];
}

/** What a text says, and what it says of itself. */
export interface PlainText {
  readonly body: Block[];
  /** Running heads and feet, page numbers, the headers of e-mails. */
  readonly trailer: Block[];
  readonly pages: number | null;
  readonly mail: Pick<Mail, "subject" | "author" | "sent">;
}

/** Reads a text of any age, or the text of a `<pre>`. */
export function plainBlocks(text: string): PlainText {
  const printed = printedLines(text);
  const mail = readMail(printed.body);
  const trailer = [...mail.headers, ...printed.trailer].map((line) =>
    paragraph([{ ...run(line.text.trim()), page: line.page }]),
  );
  return { body: bodyBlocks(mail.body), trailer, pages: printed.pages, mail };
}

function bodyBlocks(printed: readonly PrintedLine[]): Block[] {
  const lines = physicalLines(printed);
  const widths = wrapWidths(lines.map((line) => line.text));
  const runWidths = runWidthsOf(lines);
  const vocabulary = vocabularyOf(lines.map(({ text }) => text));
  const blocks: Block[] = [];
  let position = 0;
  let draft: Draft | null = null;
  let gapLines = 0;
  const flush = () => {
    const closed = draft as Draft | null;
    if (closed !== null) blocks.push(toBlock(closed));
    draft = null;
  };
  while (position < lines.length) {
    const line = lines[position] as PhysicalLine;
    const whole = drawnTable(lines, position) ?? markupBlock(lines, position);
    if (whole === null && isNothing(line.text)) {
      gapLines++;
      position++;
      continue;
    }
    const found = whole ?? columnBlock(lines, position);
    if (found !== null) {
      flush();
      for (const block of found.blocks) blocks.push(block);
      position = found.next;
    } else {
      const longest = runWidths[position] ?? 0;
      const open = draft as Draft | null;
      const heading = underlinedLevel(lines, position);
      const isNext =
        open !== null &&
        heading === null &&
        (gapLines > 0
          ? isCutByPage(textOf(open), line.text)
          : continues(open, line, lines[position - 1], longest, widths));
      if (open !== null && isNext) goOn(open, line, vocabulary);
      else {
        flush();
        draft = openDraft(line, gapLines, heading);
      }
      position++;
    }
    gapLines = 0;
  }
  flush();
  return blocks;
}

function textOf(draft: Draft): string {
  return draft.pieces.map((piece) => piece.text).join("");
}

/** Adds a line; a word that was cut at the line's end is closed up. */
function goOn(draft: Draft, line: PhysicalLine, vocabulary: Vocabulary): void {
  const last = draft.pieces.pop();
  if (last === undefined) return;
  const next = line.text.trim();
  draft.pieces.push({ ...last, text: joinedEnd(last.text, next, vocabulary) }, { text: next, page: line.page });
  draft.notes.push(...line.notes);
}

/** 1 for a line over a row of `=`, 2 over a row of another sign as long as it; null where it is no heading so drawn. */
function underlinedLevel(lines: readonly PhysicalLine[], position: number): number | null {
  const text = lines[position]?.text.trim() ?? "";
  const rule = /^\s*([=\-~*_─═])\1{2,}\s*$/.exec(lines[position + 1]?.text ?? "");
  if (rule === null || text.length > 80 || lines[position]?.cells !== null) return null;
  if (position > 0 && !isNothing(lines[position - 1]?.text ?? "")) return null;
  const length = rule[0].trim().length;
  if (length < text.length * 0.6 || length > text.length * 1.5 + 2) return null;
  return rule[1] === "=" || rule[1] === "═" ? 1 : 2;
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
  if (splitBullet(line.text.trim()) !== null || isUnderLabel(line, before)) return false;
  if (draft.isBullet && line.indent > draft.indent && !isCapitals(line.text) && widths.width !== null) return true;
  return isContinued(before.text, line.text, longest, widths);
}

/** An entry below the first one behind a label ("PRESENT:  Mr A" over "Mr B"), not the rest of a sentence. */
function isUnderLabel(line: PhysicalLine, before: PhysicalLine): boolean {
  const label = /^\s*\p{Lu}[\p{L} ]{2,24}:\s{2,}(?=\S)/u.exec(before.text)?.[0].length ?? before.indent;
  const isBelow = line.indent >= 8 && Math.abs(line.indent - label) <= 1;
  return (
    isBelow &&
    /^\s*\p{Lu}/u.test(line.text) &&
    !/(?:[,;&-]|\band)\s*$/.test(before.text) &&
    line.text.trim().length < 50
  );
}

function openDraft(line: PhysicalLine, gapLines: number, level: number | null): Draft {
  const { page } = line;
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line.text.trim());
  if (heading !== null)
    return {
      pieces: [{ text: heading[2] ?? "", page }],
      gapLines,
      indent: 0,
      heading: heading[1]?.length ?? 1,
      isBullet: false,
      notes: [...line.notes],
    };
  const bullet = splitBullet(line.text.trim());
  return {
    pieces: [{ text: bullet?.rest ?? line.text.trim(), page }],
    gapLines,
    indent: line.indent,
    heading: level,
    isBullet: bullet !== null,
    notes: [...line.notes],
  };
}

function toBlock(draft: Draft): Block {
  const body = toParagraph(draft);
  return draft.notes.length === 0 ? body : notedParagraph(body, draft.notes, draft.pieces[0]?.page ?? null);
}

function toParagraph(draft: Draft): Paragraph {
  const { gapLines, indent, heading } = draft;
  const sheets: PrintedLine[][] = [];
  for (const piece of draft.pieces) {
    if (sheets.at(-1)?.[0]?.page === piece.page) sheets.at(-1)?.push(piece);
    else sheets.push([piece]);
  }
  const onPages = sheets.map((sheet) => ({
    text: sheet.map((piece) => piece.text).join(""),
    page: sheet[0]?.page ?? null,
  }));
  const runs = onPages.flatMap(({ text, page }) => inlineRuns(text).map((piece) => ({ ...piece, page })));
  return paragraph(runs, {
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
  return /^(?:[-–—_=*~.─═━]{3,}|[•▪§●]|o)?$/.test(text.trim());
}

function physicalLines(printed: readonly PrintedLine[]): PhysicalLine[] {
  const noted = takeSideNotes(printed);
  const lines = noted.map((line) => line.text);
  balanceEmphasis(lines);
  return lines.map((text, index) => ({
    text,
    page: noted[index]?.page ?? null,
    notes: noted[index]?.notes ?? [],
    indent: indentOf(text),
    cells: splitColumns(text),
  }));
}

/** Characters before the first word, with tab stops at every eighth column. */
function indentOf(text: string): number {
  let column = 0;
  for (const sign of /^[ \t]*/.exec(text)?.[0] ?? "") column += sign === "\t" ? 8 - (column % 8) : 1;
  return column;
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
