/** Runs gathered between two block boundaries → paragraphs: blanks as a browser shows them, double breaks, typed bullets. */

import type { EmphasisKind } from "../../model/source.js";
import { type Paragraph, paragraph, type Run, run } from "../blocks.js";
import { splitBullet, stripBullet } from "../bullets.js";
import type { Marker } from "./lists.js";

/** How the paragraph stands; null and false where nothing is known. */
export interface ParagraphStyle {
  readonly heading: number | null;
  readonly indent: number | null;
  readonly isAfterGap: boolean;
  readonly marker: Marker | null;
}

const TYPED_NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s/i;

/** Blank runs give no paragraph. Two breaks in a row part paragraphs, as does a break before a typed bullet. */
export function finishParagraphs(runs: readonly Run[], style: ParagraphStyle): Paragraph[] {
  const pieces = splitParagraphs(tidy(runs)).filter((piece) => isVisible(piece.runs));
  if (pieces.length === 0 && style.marker?.list === "number") pieces.push({ runs: [], isAfterGap: false });
  return pieces.map((piece, position) => {
    const isFirst = position === 0;
    const isAfterGap = isFirst ? style.isAfterGap : piece.isAfterGap;
    const stripped = stripBullet(piece.runs);
    const marker = isFirst ? style.marker : null;
    const common = { heading: style.heading, indent: style.indent, isAfterGap };
    if (marker?.list === "number") {
      const label = run(marker.label, commonEmphases(piece.runs));
      return paragraph(merge([label, ...piece.runs]), { ...common, list: "number" });
    }
    const isBullet = stripped.isBullet || marker !== null;
    const typed = marker !== null && !stripped.isBullet && TYPED_NUMBER.test(textOfRuns(piece.runs));
    return paragraph(stripped.runs, { ...common, list: typed ? "number" : isBullet ? "bullet" : null });
  });
}

/** Emphases that all words of the runs share: a printed number looks like the words behind it. */
function commonEmphases(runs: readonly Run[]): readonly EmphasisKind[] {
  const words = runs.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
  return (words[0]?.emphases ?? []).filter((kind) => words.every((piece) => piece.emphases.includes(kind)));
}

function textOfRuns(runs: readonly Run[]): string {
  return runs.map((piece) => piece.text).join("");
}

function isVisible(runs: readonly Run[]): boolean {
  return runs.some((piece) => /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(piece.text));
}

/** Collapses blanks across runs, drops those beside a newline, and joins runs that look alike. */
function tidy(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let isAfterBlank = true;
  for (const piece of runs) {
    let text = piece.text
      .replace(/[ \t\r\f]+/g, " ")
      .replace(/ \n/g, "\n")
      .replace(/\n /g, "\n");
    if (isAfterBlank) text = text.replace(/^ /, "");
    if (text === "") continue;
    if (text.startsWith("\n")) dropLastBlank(out);
    isAfterBlank = /[ \n]$/.test(text);
    out.push({ ...piece, text });
  }
  dropLastBlank(out);
  return merge(out);
}

function dropLastBlank(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || !last.text.endsWith(" ")) return;
  const text = last.text.slice(0, -1);
  if (text === "") runs.pop();
  else runs[runs.length - 1] = { ...last, text };
}

function merge(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const piece of runs) {
    const last = out.at(-1);
    if (last !== undefined && looksLike(last, piece)) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}

function looksLike(a: Run, b: Run): boolean {
  return a.emphases.length === b.emphases.length && a.emphases.every((kind) => b.emphases.includes(kind));
}

interface Piece {
  runs: Run[];
  isAfterGap: boolean;
}

function splitParagraphs(runs: readonly Run[]): Piece[] {
  const whole = textOfRuns(runs);
  const cuts = new Map<number, boolean>();
  for (const match of whole.matchAll(/\n[\n\u00a0 ]*/g)) {
    const isGap = (match[0].match(/\n/g) ?? []).length > 1;
    const next = whole.slice(match.index + match[0].length);
    if (isGap || splitBullet(next.slice(0, 80)) !== null) cuts.set(match.index, isGap);
  }
  for (const index of repeatedBullets(whole)) cuts.set(index, false);
  const pieces: Piece[] = [{ runs: [], isAfterGap: false }];
  let offset = 0;
  for (const piece of runs) {
    let start = 0;
    for (let index = 0; index < piece.text.length; index++) {
      const isGap = cuts.get(offset + index);
      if (isGap === undefined) continue;
      pieces.at(-1)?.runs.push({ ...piece, text: piece.text.slice(start, index) });
      pieces.push({ runs: [], isAfterGap: isGap });
      start = index;
    }
    pieces.at(-1)?.runs.push({ ...piece, text: piece.text.slice(start) });
    offset += piece.text.length;
  }
  return pieces.map((piece) => ({ ...piece, runs: trimStart(piece.runs) }));
}

/** Where a text that begins with a bullet goes on with the same bullet: converters put a whole list into one paragraph. */
function repeatedBullets(text: string): number[] {
  const bullet = /^\s*([•▪‣◦●■])/.exec(text)?.[1];
  if (bullet === undefined) return [];
  const places: number[] = [];
  for (let at = text.indexOf(bullet); at >= 0; at = text.indexOf(bullet, at + 1)) {
    if (/\s/.test(text[at - 1] ?? "")) places.push(at);
  }
  return places;
}

/** Drops the newlines and blanks that parted a paragraph from the one before. */
function trimStart(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const piece of runs) {
    const text = out.length === 0 ? piece.text.replace(/^[\n \u00a0]+/, "") : piece.text;
    if (text !== "") out.push({ ...piece, text });
  }
  return out;
}
