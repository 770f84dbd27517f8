/** The explained lines of a document for people: each line with its reading, the facts read from it, or why it was left prose. */

import colours from "picocolors";
import type { ExplainedLine } from "../pipeline/explain.js";
import type { FactName, FactValue } from "../pipeline/fact-values.js";
import type { Terminal } from "./terminal.js";

/** Width where stdout is a file or a pipe. */
const PLAIN_WIDTH = 120;

/** So many lines of a long paragraph are shown. */
const MOST_LINES = 3;

const INDENT = 7;

/** Lines without words are left out. `hasParts`: whether the document has several, so that a fact needs the number of its own. */
export function explanation(
  lines: readonly ExplainedLine[],
  hasParts: boolean,
  terminal: Pick<Terminal, "width" | "hasColours">,
): string {
  const width = Math.max(60, terminal.width ?? PLAIN_WIDTH);
  const palette = colours.createColors(terminal.hasColours);
  return lines
    .filter(({ text }) => /\S/.test(text))
    .map((line) => {
      const [first = "", ...others] = wrapped(line.text, width - INDENT, MOST_LINES);
      return [
        `${String(line.line).padStart(INDENT - 2)}  ${palette.bold(first)}`,
        ...others.map((text) => " ".repeat(INDENT) + palette.bold(text)),
        ...wrapped(readingOf(line, hasParts), width - INDENT, MOST_LINES).map((text) => indented(palette.dim(text))),
        ...factLines(line.facts, hasParts, width - INDENT).map((text) => indented(palette.green(text))),
        ...reasonLines(line, width - INDENT).map(indented),
        ...line.diagnostics
          .flatMap(({ code, message }) => wrapped(`! ${message} [${code}]`, width - INDENT, MOST_LINES))
          .map((text) => indented(palette.yellow(text))),
        "",
      ].join("\n");
    })
    .join("\n");
}

/** "page 1, NumberedLine by numbered/decimal, bold 12 pt, in decision 3". */
function readingOf({ page, reading, rule, style, place, within }: ExplainedLine, hasParts: boolean): string {
  const named = (isItem: boolean) =>
    within.filter(({ fact }) => (fact === "item") === isItem).map((fact) => factName(fact, hasParts));
  const [items, others] = [named(true), named(false)];
  const words = [
    ...[page === null ? "" : `page ${page}`, `${reading} by ${rule}`, style, place === reading ? "" : place],
    items.length === 0 ? "" : `text of ${items.join(", ")}`,
    others.length === 0 ? "" : `goes on with ${others.join(", ")}`,
  ];
  return words.filter((text) => text !== "").join(" · ");
}

function reasonLines({ whyProse }: ExplainedLine, width: number): string[] {
  if (whyProse === null) return [];
  const [first = "", ...others] = wrapped(whyProse, width - "prose: ".length, MOST_LINES);
  return [`prose: ${first}`, ...others.map((text) => `       ${text}`)];
}

/** A line a value: the fact, the field, the value, and in brackets rule, basis and confidence. */
function factLines(facts: readonly FactValue[], hasParts: boolean, width: number): string[] {
  const rows = runsOf(facts).map(({ first, last }) => {
    const range = last.ordinal === first.ordinal ? "" : `–${last.ordinal}`;
    return { name: `${factName(first, hasParts)}${range}`, field: first.field, value: first };
  });
  const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length));
  const longestProof = Math.max(0, ...rows.map(({ value }) => proofOf(value).length));
  const longestValue = Math.max(0, ...rows.map(({ value }) => wordsOf(value).length));
  const fieldWidth = Math.max(0, ...rows.map(({ field }) => field.length));
  return rows.map(({ name, field, value }, index) => {
    const shown = rows[index - 1]?.name === name ? "" : name;
    const lead = `= ${shown.padEnd(nameWidth)}  ${field.padEnd(fieldWidth)}  `;
    const proof = proofOf(value);
    const room = Math.max(10, width - lead.length - longestProof);
    return `${lead}${shortened(wordsOf(value), room).padEnd(Math.min(room, longestValue))}${proof}`.trimEnd();
  });
}

function wordsOf({ fact, field, value }: FactValue): string {
  // The words of an item are all the lines that follow, which are shown themselves.
  if (fact === "item" && field === "text") return "from here on";
  return value === true ? "yes" : inLine(String(value));
}

function proofOf({ rule, basis, confidence }: FactValue): string {
  return rule === null ? "" : `  [${rule}, ${basis}, ${confidence?.toFixed(2)}]`;
}

/** The same value of facts that follow one another is told once: a heading over a list says the status of everybody in it. */
function runsOf(facts: readonly FactValue[]): { first: FactValue; last: FactValue }[] {
  const runs: { first: FactValue; last: FactValue }[] = [];
  for (const fact of facts) {
    const run = runs.at(-1);
    if (run !== undefined && isNext(run.last, fact)) run.last = fact;
    else runs.push({ first: fact, last: fact });
  }
  return runs;
}

function isNext(a: FactValue, b: FactValue): boolean {
  const isSame = (["part", "fact", "field", "value", "rule", "basis", "confidence"] as const).every(
    (key) => a[key] === b[key],
  );
  return isSame && b.ordinal === a.ordinal + 1 && a.span.start === b.span.start;
}

function factName({ part, fact, ordinal }: FactName, hasParts: boolean): string {
  const name = `${fact.replace("_", " ")} ${ordinal}`;
  return hasParts && fact !== "part" ? `part ${part}, ${name}` : name;
}

function indented(text: string): string {
  return " ".repeat(INDENT) + text;
}

/** Broken at blanks; what goes beyond so many lines is cut. */
function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = inLine(text);
  while (rest.length > width && lines.length < most - 1) {
    const blank = rest.lastIndexOf(" ", width);
    const end = blank > 0 ? blank : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, shortened(rest, width)];
}

function shortened(text: string, width: number): string {
  const line = inLine(text);
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

/** Without control characters: what a document says must not be able to move the cursor. */
function inLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ");
}
