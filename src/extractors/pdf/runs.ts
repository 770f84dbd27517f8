/** Passages → paragraphs: words put together again, bullets and line-end hyphens gone. */

import type { Box } from "../../model/source.js";
import { type Paragraph, paragraph, type Run } from "../blocks.js";
import { letterEdges } from "./letter-widths.js";
import { isBlankBetween, lineText, piecesOf, type VisualLine } from "./lines.js";
import type { Piece } from "./page-items.js";
import { markerOf, type Passage } from "./passages.js";

/** All words of a document, in small letters: they tell a hyphen that belongs to a word from one that only ends a line. */
export type Vocabulary = ReadonlySet<string>;

export function vocabularyOf(lines: Iterable<VisualLine>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of lineText(line).matchAll(WORD)) words.add(word[0].toLowerCase());
  }
  return words;
}

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;

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

/** The end of a line as it reads when the next one follows it. */
export function joinedEnd(text: string, next: string, vocabulary: Vocabulary): string {
  const head = /(\p{L}+(?:-\p{L}+)*)( ?)[-\u2010\u00ad]$/u.exec(text);
  const tail = /^\p{Ll}[\p{L}’']*/u.exec(next)?.[0];
  if (head === null || tail === undefined) return /[-–—/]$/.test(text) && !/\s[-–—/]$/.test(text) ? text : `${text} `;
  const [mark, stem = "", blank = ""] = head;
  const kept = text.slice(0, text.length - mark.length) + stem;
  const isOneWord = vocabulary.has((stem + tail).toLowerCase());
  const isCompound = vocabulary.has(`${stem}-${tail}`.toLowerCase());
  // "be -" with a blank is a cut word only where the whole word is known: else it is a dash.
  if (blank !== "") return isOneWord ? kept : `${text} `;
  if (isOneWord || text.endsWith("\u00ad")) return kept;
  return isCompound || COMPOUND_HEADS.has(stem.toLowerCase()) ? text : kept;
}

/** First halves that keep their hyphen where the document itself does not tell. */
const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  "co ex non self well part full half long short high low mid off on one two three four five six vice by post pre multi cross semi sub under over all follow set sign".split(
    " ",
  ),
);
