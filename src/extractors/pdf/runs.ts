/** Passages → paragraphs: words put together again, bullets and line-end hyphens gone. */

import { type Paragraph, paragraph, type Run } from "../blocks.js";
import { shareBefore } from "./letter-widths.js";
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
      runs.push(toRun(piece, words[position + 1], dropped));
    });
  });
  return paragraph(runs, {
    size: sizeOf(passage.lines),
    list: marker?.kind ?? null,
    indent: first === undefined ? null : Math.max(0, Math.round(first.box.x0 - left)),
    isAfterGap: passage.isAfterGap,
  });
}

function toRun(piece: Piece, next: Piece | undefined, dropped: number): Run {
  const { x0, x1 } = piece.box;
  const start = x0 + (x1 - x0) * shareBefore(piece.text, dropped);
  const blank = isBlankBetween(piece, next) ? " " : "";
  return {
    text: piece.text.slice(dropped) + blank,
    emphases: piece.emphases,
    page: piece.page,
    box: { ...piece.box, x0: start },
  };
}

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
  runs[runs.length - 1] = { ...last, text: joinedEnd(last.text, next, vocabulary) };
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
