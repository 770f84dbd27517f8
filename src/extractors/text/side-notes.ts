/** The narrow column at the right of a laid-out text: who is to do what the words beside it say ("JS", "ALL", "ACTION Clerk"). */

import { type Block, type BlockCell, type GridBlock, type Paragraph, paragraph, run } from "../blocks.js";
import type { PrintedLine } from "./printer.js";

/** A line of the body and the notes that stand beside it. */
export interface NotedLine extends PrintedLine {
  readonly notes: readonly string[];
}

/** The last words of a line behind a wide gap, and the column at which they begin. */
interface Tail {
  readonly body: string;
  readonly words: string;
  readonly start: number;
  readonly kind: "header" | "sure" | "loose";
}

/** A column of notes begins this far to the right, in characters. */
const LEFTMOST = 40;
/** Longer words are no note. */
const LONGEST = 34;
/** How far the notes of one column may begin from each other. */
const RAGGED = 14;
/** How far the lines of one note may begin from each other. */
const ONE_PLACE = 2;

const HEADER = /^(?:actions?(?:\s+(?:by|owner|for))?|by\s+whom|owners?|who|lead|responsib(?:le|ility)|resp\.?)[:.]?$/i;
/** What stands at the right edge as well and names nobody. */
const OUTCOME =
  /^(?:carried|resolved|agreed|noted|approved|adopted|passed|lost|deferred|received|motion|draft|done|yes|no|nil|none|n\/?a|page|total|cost|item|date|time|closed|confidential|unanimous(?:ly)?|gbp|tbc)\b/i;
const SOMEBODY = String.raw`(?:[A-Z][A-Za-z]?[A-Z][a-z]?|\p{Lu}{2,}(?:\s\p{Lu}{2,})?|All|(?:[Tt]he\s+)?(?:Clerk|Chair|Secretary|Treasurer|Head|RFO|SBM)|(?:Cllrs?|Mrs?|Ms|Dr)\.?\s\p{Lu}[\p{L}’'-]+)`;
const SURE = new RegExp(
  String.raw`^(?:(?:${SOMEBODY})(?:\s?(?:[/,&+]|\sand\s)\s?(?:${SOMEBODY}))*[.:]?|(?:ACTIONS?|Action)(?:\s+by)?\s*:?\s+\p{Lu}.*)$`,
  "u",
);
/** The note is the task itself: "NIGE to book it in". */
const BIDDEN = new RegExp(String.raw`^(?:${SOMEBODY})\s+to\s\p{Ll}`, "u");

/** Takes the notes out of the lines and puts them beside the words that they belong to. Three, or one under the title of the column, make a column. */
export function takeSideNotes(lines: readonly PrintedLine[]): NotedLine[] {
  const tails = lines.map(({ text }, position) => tailOf(text, lines[position - 1]?.text ?? ""));
  const sure = tails.filter((tail) => tail?.kind === "sure");
  const header = tails.find((tail) => tail?.kind === "header");
  const isColumn = header === undefined ? sure.length >= 3 : sure.length >= 1;
  const first = Math.min(...sure.map((tail) => tail?.start ?? 0), header?.start ?? Number.POSITIVE_INFINITY);
  if (!isColumn) return lines.map((line) => ({ ...line, notes: [] }));
  const starts = new Set(sure.map((tail) => tail?.start ?? 0));
  const noted: NotedLine[] = [];
  let open: { at: number; start: number } | null = null;
  lines.forEach((line, position) => {
    const tail = tails[position] ?? tailAt(line.text, starts);
    const isNote =
      tail !== null &&
      tail.kind !== "header" &&
      tail.start >= first - 1 &&
      (tail.kind === "sure" ||
        (open !== null && Math.abs(tail.start - open.start) <= ONE_PLACE) ||
        isUnder(tail, header));
    if (!isNote || tail === null) {
      noted.push({ ...line, notes: [] });
      open = null;
      return;
    }
    const goesOn = open !== null && Math.abs(tail.start - open.start) <= ONE_PLACE && isSameNote(noted[open.at], tail);
    const at: number = tail.body === "" ? noted.length - 1 : noted.length;
    if (tail.body !== "") noted.push({ ...line, text: tail.body, notes: [] });
    const holder = goesOn && open !== null ? open.at : at;
    const own = noted[holder];
    if (own === undefined) return;
    const last = own.notes.at(-1);
    const notes =
      goesOn && last !== undefined ? [...own.notes.slice(0, -1), `${last} ${tail.words}`] : [...own.notes, tail.words];
    noted[holder] = { ...own, notes };
    open = { at: holder, start: tail.start };
  });
  return noted;
}

/** "Link" over "governors", "JS &" over "KL": not "JS" over "Ravi". */
function isSameNote(above: NotedLine | undefined, tail: Tail): boolean {
  return /^\p{Ll}/u.test(tail.words) || /(?:[&,/+]|\band)$/.test(above?.notes.at(-1) ?? "");
}

/** Any short words with a capital are a note right under the title of the column. */
function isUnder(tail: Tail, header: Tail | null | undefined): boolean {
  return (
    header !== null &&
    header !== undefined &&
    /^\p{Lu}/u.test(tail.words) &&
    tail.body !== "" &&
    Math.abs(tail.start - header.start) <= RAGGED
  );
}

function tailOf(text: string, before: string): Tail | null {
  const match = /^(.*?)(\s{3,}|^\s+)(\S+(?:\s{1,2}\S+)*)\s*$/.exec(text);
  if (match === null || text.includes("\t") || text.includes("|")) return null;
  const [, body = "", gap = "", words = ""] = match;
  const start = body.length + gap.length;
  if (start < LEFTMOST || words.length > LONGEST || OUTCOME.test(words) || /\d{2}|^\W|[£$€]/.test(words)) return null;
  const isAlone = body.trim() === "";
  if (isAlone && HEADER.test(words)) return { body: "", words, start, kind: "header" };
  if (isAlone ? !isProse(withoutTail(before)) : !isProse(body) && !goesOn(before, body)) return null;
  const isSure = SURE.test(words) || (isAlone && BIDDEN.test(words));
  return { body: body.trimEnd(), words, start, kind: isSure ? "sure" : "loose" };
}

/** A full line leaves no gap before a note; the note still begins where the others do. */
function tailAt(text: string, starts: ReadonlySet<number>): Tail | null {
  const match = /^(.{40,}[.!?])\s+(\p{Lu}[\p{L} ,/&+.]{1,33})$/u.exec(text);
  const [, body = "", words = ""] = match ?? [];
  const start = text.length - words.length;
  if (!starts.has(start) || !SURE.test(words) || OUTCOME.test(words) || !isProse(body)) return null;
  return { body, words, start, kind: "sure" };
}

/** Running words: not the cells of a row, nor a name with its post. */
function isProse(text: string): boolean {
  const words = text.trim().replace(/^\(?[\w.]{1,6}[.)]?\s{2,}/, "");
  if (/\s{4,}/.test(words)) return false;
  const small = words.match(/(?<![\p{L}’'])\p{Ll}{2,}/gu)?.length ?? 0;
  return small >= 3 || /^\p{Lu}[\p{L} ]+\.(?:\s.*)?$/u.test(words);
}

function withoutTail(text: string): string {
  return text.trim().replace(/\s{3,}\S{1,20}(?:\s\S{1,20})?$/, "");
}

/** The short last line of a paragraph. */
function goesOn(before: string, body: string): boolean {
  const above = withoutTail(before);
  return body.trim() !== "" && !/\s{4,}/.test(body.trim()) && above.length > 45 && isProse(above);
}

/** A paragraph with the notes beside it. */
export function notedParagraph(body: Paragraph, notes: readonly string[], page: number | null): GridBlock {
  const beside: Block[] = notes.map((note) => paragraph([{ ...run(note), page }]));
  const cells = [[body], beside].map(
    (blocks, col): BlockCell => ({ row: 0, col, rowSpan: 1, colSpan: 1, isHeader: false, blocks, box: null, page }),
  );
  return { type: "grid", kind: "margin", rows: 1, cols: 2, cells };
}
