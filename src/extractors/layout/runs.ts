/** Passages → paragraphs: words put together again, bullets and line-end hyphens gone. */

import type { Box } from "../../model/source.js";
import { type Paragraph, paragraph, type Run } from "../blocks.js";
import { joinedEnd, type Vocabulary } from "../hyphens.js";
import { letterEdges } from "./letter-widths.js";
import { isBlankBetween, lineText, piecesOf, type VisualLine } from "./lines.js";
import type { Piece } from "./page-content.js";
import { markerOf, type Passage } from "./passages.js";

/** The paragraph of a passage; `left` is the edge that its indent is measured from. */
export function toParagraph(passage: Passage, left: number, vocabulary: Vocabulary): Paragraph {
  const runs: Run[] = [];
  const first = passage.lines[0];
  const marker = first === undefined ? null : markerOf(first);
  passage.lines.forEach((line, index) => {
    if (index > 0) joinLineEnd(runs, lineText(line), vocabulary);
    const pieces = piecesOf(line);
    const isMarked = index === 0 && marker?.kind === "bullet";
    const words = isMarked ? pieces.slice(marker.pieces) : pieces;
    words.forEach((piece, position) => {
      const dropped = isMarked && position === 0 && marker.pieces === 0 ? marker.prefix.length : 0;
      runs.push(...toRuns(piece, words[position + 1], dropped));
    });
  });
  return paragraph(runs, {
    size: sizeOf(passage.lines),
    heading: headingOf(passage.lines),
    list: marker?.kind ?? null,
    indent: first === undefined ? null : Math.max(0, Math.round(first.box.x0 - left)),
    isAfterGap: passage.isAfterGap,
  });
}

/** A run a word, because a word's place can then be told exactly. */
function toRuns(piece: Piece, next: Piece | undefined, dropped: number): Run[] {
  const edges = letterEdges(piece);
  const words = [...piece.text.slice(dropped).matchAll(/\S+\s*/g)];
  return words.map((word, index): Run => {
    const start = dropped + word.index;
    const isLast = index === words.length - 1;
    const x0 = edges[start] ?? piece.box.x0;
    const letters = word[0].trimEnd();
    const x1 = edges[start + letters.length] ?? piece.box.x1;
    const run = { text: letters, emphases: piece.emphases, page: piece.page, box: { ...piece.box, x0, x1 } };
    return letters === word[0] && !(isLast && isBlankBetween(piece, next)) ? run : withBlank(run);
  });
}

/** A run with a blank behind it. Places are cut in proportion to characters, so the box grows by one: cut to the word it is the word's again. */
function withBlank<R extends { readonly text: string; readonly box: Box | null }>(run: R): R {
  const { text, box } = run;
  if (box === null || text === "") return { ...run, text: `${text} ` };
  return { ...run, text: `${text} `, box: { ...box, x1: box.x1 + (box.x1 - box.x0) / text.length } };
}

/** A heading's level, where the file tags all of its words so. Programs tag whole paragraphs too: what is long is none. */
function headingOf(lines: readonly VisualLine[]): number | null {
  const pieces = lines.flatMap(piecesOf);
  const level = pieces[0]?.heading ?? null;
  const letters = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return letters <= LONGEST_HEADING && pieces.every((piece) => piece.heading === level) ? level : null;
}

/** In characters. */
const LONGEST_HEADING = 200;

function sizeOf(lines: readonly VisualLine[]): number | null {
  const letters = new Map<number, number>();
  for (const piece of lines.flatMap(piecesOf)) {
    const size = Math.round(piece.size * 10) / 10;
    letters.set(size, (letters.get(size) ?? 0) + piece.text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Ends the last line with a blank, or closes up a word that was cut there. */
function joinLineEnd(runs: Run[], next: string, vocabulary: Vocabulary): void {
  const last = runs.at(-1);
  if (last === undefined) return;
  const text = joinedEnd(last.text, next, vocabulary);
  runs[runs.length - 1] = text === `${last.text} ` ? withBlank(last) : { ...last, text };
}
