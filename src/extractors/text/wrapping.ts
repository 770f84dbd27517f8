/** Which line breaks of a text only wrap a paragraph. */

export interface WrapWidths {
  /** Width at which the text wraps its lines, in average characters; null where its lines are as long as its paragraphs. */
  readonly width: number | null;
}

/** What begins an entry of its own and so never goes on with the line before. */
const ENTRY =
  /^(?:[-–•▪*+§o·]\s|\(?(?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,5})[.)](?:\s|$)|\d+(?:\.\d+)+\.?\s|[A-Z][A-Za-z ]{0,20}:(?:\s|$)|ACTIONS?\s|#|\d+$)/;
const OPEN_END = /(?:\b(?:and|or|of|the|to|for|in|at|by|with|from|on|a|an)|[,&–/(-])$/i;

/** Capital letters are wider than the average letter of a proportional font. */
const CAPITAL_WIDTH = 1.3;
/** Share of the longest lines that may be longer than the width at which the others wrap: tables and captions among them. */
const LONGEST = 0.08;
/** With this share of lines too long to be wrapped ones, a text's lines are its paragraphs. */
const PARAGRAPHS = 0.03;
/** Lines of more characters than this are paragraphs, not wrapped lines. */
const LONGEST_WRAP = 130;

export function wrapWidths(lines: readonly string[]): WrapWidths {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  lengths.sort((a, b) => b - a);
  const longest = lengths[Math.floor(lengths.length * LONGEST)] ?? 0;
  const isUnwrapped = (lengths[Math.floor(lengths.length * PARAGRAPHS)] ?? 0) > LONGEST_WRAP;
  if (isUnwrapped || longest < 40) return { width: null };
  return { width: longest };
}

/**
 * Whether `next` goes on with the paragraph that `previous` ends in. Both stand on neighbouring lines of a run, the lines between two blank ones;
 * `longest` is the width of its longest line (`widthOfLongest`).
 * The test is whether the next word would have fitted on the line before; a next line that begins with a small letter goes on anyway.
 */
export function isContinued(previous: string, next: string, longest: number, widths: WrapWidths): boolean {
  const before = previous.trim();
  const after = next.trim();
  if (before === "" || after === "" || ENTRY.test(after)) return false;
  const isTerminated = /[.!?:;]["'’”)]?$/.test(before);
  if (before.endsWith(":") && !/^\p{Ll}/u.test(after)) return false;
  if (/^\p{Ll}/u.test(after) && !isTerminated && before.length >= 25) return true;
  if (widths.width === null) return false;
  if (isCapitals(before) !== isCapitals(after)) return false;
  const room = Math.max(longest, widths.width * 0.85);
  const firstWord = after.split(/\s/, 1)[0] ?? "";
  const isFull = width(before) + 1 + width(firstWord) > room * (isTerminated ? 0.97 : 0.87);
  return isFull || (OPEN_END.test(before) && before.length >= 25);
}

/** Whether a paragraph was cut by a page: it has no end, and what stands after the gap begins with a small letter. */
export function isCutByPage(previous: string, next: string): boolean {
  const before = previous.trim();
  return before.length >= 50 && !/[.!?:;]["'’”)]?$/.test(before) && /^\p{Ll}{2}|^a\s/u.test(next.trim());
}

export function isCapitals(text: string): boolean {
  const letters = text.replace(/\([^)]*\)/g, "").replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && letters === letters.toUpperCase();
}

function width(text: string): number {
  return isCapitals(text) ? text.length * CAPITAL_WIDTH : text.length;
}

/** Width of the longest of some lines, in average characters. */
export function widthOfLongest(run: readonly string[]): number {
  return run.reduce((widest, line) => Math.max(widest, width(line.trim())), 0);
}
