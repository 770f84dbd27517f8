/** What a text was made to do on a printer: overstrike, escape codes, line ends of all kinds, pages. */

/** A line of a text and the page that it stands on: from 1, null where the text has no pages. */
export interface PrintedLine {
  readonly text: string;
  readonly page: number | null;
}

export interface Printed {
  readonly body: readonly PrintedLine[];
  /** Running heads and feet, page numbers. */
  readonly trailer: readonly PrintedLine[];
  readonly pages: number | null;
}

/** Reads a text as a printer would have set it. */
export function printedLines(text: string): Printed {
  const plain = overstruck(withoutEscapes(withoutEnd(text)));
  const sheets = plain.split("\f").map((sheet) => lineEnds(sheet).split("\n"));
  // A form feed at the very end only sends the last page out.
  while (sheets.length > 1 && sheets.at(-1)?.every((line) => line.trim() === "")) sheets.pop();
  return plain.includes("\f") ? withoutRunningLines(sheets) : withoutPageNumbers(sheets[0] ?? []);
}

/** Ctrl-Z ends a text of DOS. */
function withoutEnd(text: string): string {
  const end = text.indexOf("\u001a");
  return end < 0 ? text : text.slice(0, end);
}

/** ANSI and printer escape codes, and the codes that switch a font. */
function withoutEscapes(text: string): string {
  if (!/[\u001b\u000e\u000f]/.test(text)) return text;
  return text.replace(
    /\u001b(?:\[[\d;?]*[A-Za-z]|[()&*][A-Za-z\d]+|[-WGHESTMPxk]?[01\u0000\u0001]?)|[\u000e\u000f]/g,
    "",
  );
}

/** `X⌫X` is a bold letter, `_⌫X` an underlined one. Bold words keep their mark. */
function overstruck(text: string): string {
  if (!text.includes("\b")) return text;
  const underlined = text.replace(/_\u0008([^\u0008\n])/g, "$1").replace(/([^\u0008\n])\u0008_/g, "$1");
  const bold = underlined.replace(/(?:([^\u0008\n])(?:\u0008\1)+[ ]?)+/g, (run) => {
    const word = run.replace(/([^\u0008])(?:\u0008\1)+/g, "$1");
    const trimmed = word.trimEnd();
    return /[\p{L}\p{N}]/u.test(trimmed) ? `**${trimmed}**${word.slice(trimmed.length)}` : word;
  });
  return bold.replace(/[^\u0008\n]?\u0008+/g, "");
}

/** CR, LF and CR LF alike. A return without a feed between two equal lines, or before a row of underscores, prints over the first. */
function lineEnds(text: string): string {
  const unix = text.replace(/\r+\n/g, "\n");
  if (!unix.includes("\r")) return unix;
  if (!unix.includes("\n")) return unix.replace(/\r/g, "\n");
  return unix
    .split("\n")
    .map((line) => {
      const parts = line.split("\r");
      const kept = parts.filter((part, index) => index === 0 || !isOverprint(parts[index - 1] ?? "", part));
      return kept.join("\n");
    })
    .join("\n");
}

function isOverprint(first: string, second: string): boolean {
  return first.trim() !== "" && (second.trim() === first.trim() || /^[\s_]+$/.test(second));
}

const PAGE_NUMBER =
  /^[-–—|(\s]*(?:page|p\.?|pg\.?)?\s*(?:no\.?)?\s*:?\s*(?:\d{1,4}|[ivx]{1,5})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|)\s]*(?:page)?$/i;
/** How many lines of a page's top or bottom may be running ones. */
const DEEPEST = 4;

/** The same line (numbers made equal) at the same place of at least half the pages, from the edges inwards; page numbers too. */
function withoutRunningLines(sheets: readonly (readonly string[])[]): Printed {
  const pages = sheets.map((sheet, index) =>
    sheet
      .map((text): PrintedLine => ({ text, page: index + 1 }))
      .filter(({ text }, at, all) => text.trim() !== "" || !isEdge(all, at)),
  );
  const running = new Set<PrintedLine>();
  for (const isTop of [true, false]) {
    const edges = pages.map((page) => edgeOf(page, isTop));
    for (let depth = 0; depth < DEEPEST; depth++) {
      const outermost = edges
        .filter((edge) => edge.slice(0, depth).every((outer) => running.has(outer)))
        .flatMap((edge) => edge.slice(depth, depth + 1));
      for (const line of runningAmong(outermost, pages.length)) running.add(line);
    }
  }
  // The first page's head is often the only title.
  for (const line of edgeOf(pages[0] ?? [], true)) if (!PAGE_NUMBER.test(line.text.trim())) running.delete(line);
  const body: PrintedLine[] = [];
  for (const page of pages) {
    const kept = page.filter((line) => !running.has(line));
    const first = kept.findIndex((line) => line.text.trim() !== "");
    if (first < 0) continue;
    if (body.length > 0) body.push({ text: "", page: page[0]?.page ?? null });
    for (const line of kept.slice(first, kept.findLastIndex((other) => other.text.trim() !== "") + 1)) body.push(line);
  }
  return { body, trailer: pages.flat().filter((line) => running.has(line)), pages: pages.length };
}

/** Those lines that stand at the same place of other pages too. Lone numbers must count up with the pages. */
function runningAmong(lines: readonly PrintedLine[], pages: number): PrintedLine[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const enough = Math.max(2, pages / 2);
  return lines.filter((line) => {
    const isSure = PAGE_NUMBER.test(line.text.trim()) && /page/i.test(line.text);
    return isSure || (counts.get(keyOf(line)) ?? 0) >= enough;
  });
}

/** What a running line has in common with those of other pages: its words, or how far its number is from the page's. */
function keyOf(line: PrintedLine): string {
  if (!PAGE_NUMBER.test(line.text.trim())) return pattern(line.text);
  return String(numberIn(line.text) - (line.page ?? 0));
}

function numberIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
}

function isEdge(lines: readonly PrintedLine[], at: number): boolean {
  return (
    lines.slice(0, at).every((line) => line.text.trim() === "") ||
    lines.slice(at).every((line) => line.text.trim() === "")
  );
}

function edgeOf(page: readonly PrintedLine[], isTop: boolean): PrintedLine[] {
  const words = page.filter((line) => line.text.trim() !== "");
  return isTop ? words.slice(0, DEEPEST) : words.reverse().slice(0, DEEPEST);
}

function pattern(text: string): string {
  return text.trim().toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
}

/** "Page 3 of 7", "- 3 -": a line of its own between blank ones. A lone number may be anything. */
const SURE_NUMBER = /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])$/i;

/** A text without form feeds: lines that can only be page numbers, where at least two of them count up. */
function withoutPageNumbers(lines: readonly string[]): Printed {
  const places = lines.flatMap((line, index) => {
    const isAlone = (lines[index - 1]?.trim() ?? "") === "" || (lines[index + 1]?.trim() ?? "") === "";
    return isAlone && SURE_NUMBER.test(line.trim()) ? [index] : [];
  });
  const numbers = places.map((index) => Number(/\d+/.exec(lines[index] ?? "")?.[0] ?? 0));
  const isCounting =
    numbers.length >= 2 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  const dropped = new Set(isCounting ? places : []);
  const all = lines.map((text): PrintedLine => ({ text, page: null }));
  return {
    body: all.filter((_, index) => !dropped.has(index)),
    trailer: all.filter((_, index) => dropped.has(index)),
    pages: null,
  };
}
