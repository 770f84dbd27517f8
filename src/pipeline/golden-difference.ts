/** What has changed between two texts, line by line, for people. */

/** Unchanged lines that are shown around a change. */
const CONTEXT = 2;

/** Lines that are shown at most; a change of everything is told by its beginning. */
const MOST_LINES = 60;

/** Beyond this many pairs of lines, all lines of the old text are shown as gone and all of the new one as new. */
const MOST_PAIRS = 4_000_000;

interface DifferenceLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
  /** Line of the new text at which it stands, from 1. */
  readonly line: number;
}

/** Lines that are gone (`-`) and new (`+`) with those around them, each stretch under its line number in the new text. */
export function differenceOfLines(before: string, after: string): string {
  const lines = align(before.split("\n"), after.split("\n"));
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== " "),
  );
  const shown = lines.flatMap(({ mark, text, line }, index) => {
    if (!isNear[index]) return [];
    const begins = index === 0 || !isNear[index - 1];
    return begins ? [`@@ line ${line}`, `${mark} ${text}`] : [`${mark} ${text}`];
  });
  const rest = shown.length - MOST_LINES;
  return (rest > 0 ? [...shown.slice(0, MOST_LINES), `… and ${rest} more lines`] : shown).join("\n");
}

/** The lines of both texts in one order; the common beginning and end are set aside first. */
function align(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const same = (text: string, index: number): DifferenceLine => ({ mark: " ", text, line: index + 1 });
  const end = after.length - tail;
  return [
    ...after.slice(0, head).map(same),
    ...alignMiddle(before.slice(head, before.length - tail), after.slice(head, end), head + 1),
    ...after.slice(end).map((text, index) => same(text, end + index)),
  ];
}

/** By the longest common subsequence. `first` is the line number of the first new line. */
function alignMiddle(before: readonly string[], after: readonly string[], first: number): DifferenceLine[] {
  const lengths = commonLengths(before, after);
  const lines: DifferenceLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const line = first + j;
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ mark: " ", text: after[j++] ?? "", line });
      i++;
    } else if (i < before.length && (j >= after.length || lengths(i + 1, j) >= lengths(i, j + 1))) {
      lines.push({ mark: "-", text: before[i++] ?? "", line });
    } else lines.push({ mark: "+", text: after[j++] ?? "", line });
  }
  return lines;
}

/** How many lines the rests of the texts from two lines on have in common; 0 throughout where there are too many lines to tell. */
function commonLengths(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  if (before.length * after.length > MOST_PAIRS) return () => 0;
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
