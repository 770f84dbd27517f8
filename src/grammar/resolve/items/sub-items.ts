/** What is numbered inside an item and has a title of its own: 7.1, 7a, "a) Strategic Group", "(i)" below it, the posts of an election. */

import { letterValue } from "../../number-chain.js";
import { FUTURE_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import { entryAfter } from "../flow/flow.js";
import { APPLICATION, type ItemStart, numberOf, startAt } from "./item-title.js";
import { HEADING_WEIGHT, headsText, type NumberedLine } from "./number-candidates.js";
import { runInTitle } from "./run-in-title.js";

/** An item that others are nested in: its place among the starts, and its number as printed ("" for none). */
interface Outer {
  readonly position: number;
  readonly label: string;
}

/** Adds the sub-items among the lines under the last start. Sentences so numbered are none. `hasTitledParagraphs`: whether dotted numbers mostly stand before titles in these minutes. */
export function addSubItems(
  context: PartContext,
  starts: ItemStart[],
  lines: readonly NumberedLine[],
  hasTitledParagraphs: boolean,
): void {
  const item: Outer = { position: starts.length - 1, label: starts.at(-1)?.number?.label ?? "" };
  const title = starts.at(-1)?.title ?? null;
  // What is put off to another meeting is no business of this one.
  if (title !== null && FUTURE_BUSINESS.test(context.source.text.slice(title.start, title.end))) return;
  let parent = item;
  let expectedRoman = 1;
  const letters = letterSeries(lines);
  const isTitledHere = hasTitledParagraphs || areTitled(lines.filter((line) => isOutlined(line, item)));
  const nested = nestedLists(context, starts.at(-1)?.index ?? 0, lines);
  for (const line of lines) {
    const { number } = line;
    const isTitled = letters.get(line);
    if (isTitled !== undefined) {
      expectedRoman = 1;
      if (isTitled) parent = add(context, starts, line, item, `${item.label}${number.label}`);
      continue;
    }
    if (number.kind === "roman" && number.values[0] === expectedRoman && parent !== item) {
      expectedRoman++;
      if (line.isTitle && !line.isClause) add(context, starts, line, parent, `${parent.label}${number.label}`);
      continue;
    }
    if (number.kind === "roman" && number.values[0] === expectedRoman && namesApplication(line)) {
      expectedRoman++;
      add(context, starts, line, item, `${item.label}${number.label}`);
      continue;
    }
    if (line.isClause || !line.isTitle) continue;
    const isPlain = line.weight < HEADING_WEIGHT;
    if (isOutlined(line, item) && (isTitledHere || !isPlain)) {
      parent = add(context, starts, line, item, number.label);
    } else if (number.kind === "suffixed" && item.label !== "" && number.label.startsWith(item.label)) {
      parent = add(context, starts, line, item, number.label);
      expectedRoman = 1;
    } else if (nested.has(line)) {
      parent = add(context, starts, line, item, number.label);
    }
  }
}

/** "(ii) 24/0153/FUL Beck Farm": planning applications are counted in roman numbers as well as in letters. */
function namesApplication({ entry, number, isTitle }: NumberedLine): boolean {
  return isTitle && APPLICATION.test(entry.node.view.text.slice(entry.columnNumber === null ? number.end : 0));
}

function isOutlined({ number }: NumberedLine, item: Outer): boolean {
  return (number.kind === "dotted" || number.kind === "reference") && isBelow(number.label, item.label);
}

/** Whether a series stands before titles, not before paragraphs; one line alone tells nothing. */
function areTitled(series: readonly NumberedLine[]): boolean {
  return series.length >= 2 && series.filter(({ isTitle }) => isTitle).length >= series.length * TITLED_SHARE;
}

/** 7.1 and 7.1.2 below 7; 97.8.1 below 97.8; SC17/13.1 below SC17/13; F-1 and F1 below F. */
function isBelow(label: string, outer: string): boolean {
  if (/^[A-Z]$/.test(outer) && label.startsWith(outer) && /^\d{1,2}$/.test(label.slice(1))) return true;
  const heads = [outer, outer.replace(/^\D+/, ""), outer.replace(/\.0$/, "")];
  return heads.some(
    (head) => head !== "" && label.startsWith(head) && /^[.-](?:\d|[A-Z]$)/.test(label.slice(head.length)),
  );
}

/** From this share of titles on, a series heads sub-items; below it, it numbers paragraphs. */
export const TITLED_SHARE = 0.65;

/** The letters that count a, b, c … inside an item, each with whether it begins a sub-item. */
function letterSeries(lines: readonly NumberedLine[]): ReadonlyMap<NumberedLine, boolean> {
  const found = new Map<NumberedLine, boolean>();
  let run: NumberedLine[] = [];
  let expected = 1;
  const close = () => {
    const titled = run.filter(({ isTitle }) => isTitle);
    // Letters inside a decision are its clauses, unless the series began as titles in front of it.
    const isSeries = titled.length >= run.length * TITLED_SHARE && run[0]?.isClause === false && !areHeadedAlike(run);
    for (const line of run)
      found.set(line, line.isTitle && (isSeries || (!line.isClause && line.weight >= HEADING_WEIGHT)));
    run = [];
    expected = 1;
  };
  for (const line of lines) {
    const letter = letterOf(line, expected);
    // "(a) That …" stands among the clauses of a decision, whose letters are their own.
    if (letter === null || startsWithThat(line)) continue;
    if (letter === 1) close();
    run.push(line);
    expected = letter + 1;
  }
  close();
  return found;
}

/** "(A) Intent: …", "(B) Intent: …": what stands in front of each entry is a label, no title of its own. */
function areHeadedAlike(run: readonly NumberedLine[]): boolean {
  const heads = run.map(({ entry, number }) => /^[^:]{1,40}:(?=\s)/.exec(entry.node.view.text.slice(number.end))?.[0]);
  return run.length >= 2 && heads[0] !== undefined && heads.every((head) => head === heads[0]);
}

function startsWithThat({ entry, number }: NumberedLine): boolean {
  return /^that\b/i.test(entry.node.view.text.slice(number.end));
}

/** The place in the alphabet of a letter that goes on with its series; null for what is no letter. A lone "i" behind "h" is one. */
function letterOf({ number }: NumberedLine, expected: number): number | null {
  if (!/^[a-zA-Z]$/.test(number.label) || (number.kind !== "letter" && number.kind !== "roman")) return null;
  const value = letterValue(number.label);
  if (number.kind === "roman") return value === expected && expected > 1 ? value : null;
  return value === 1 || (value >= expected && value <= expected + 2) ? value : null;
}

/** Lists "1. 2. 3." inside an item of which each entry has a title with text behind it: the posts of an election. A "1." alone right below the heading is one as well. */
function nestedLists(context: PartContext, head: number, lines: readonly NumberedLine[]): ReadonlySet<NumberedLine> {
  const found = new Set<NumberedLine>();
  let run: NumberedLine[] = [];
  const close = () => {
    const isHead = (line: NumberedLine) => hasTitleAndText(line) || headsText(context, line.index);
    const isFirst = run[0] !== undefined && entryAfter(context.flow, head) === run[0].entry;
    if ((run.length >= 2 || isFirst) && run.every((line) => line.isTitle && isHead(line)))
      for (const line of run) found.add(line);
    run = [];
  };
  for (const line of lines) {
    if (line.number.kind !== "decimal" || line.isClause) continue;
    if (line.number.values[0] !== run.length + 1) close();
    if (line.number.values[0] === run.length + 1) run.push(line);
  }
  close();
  return found;
}

function hasTitleAndText({ entry, number }: NumberedLine): boolean {
  const words = entry.node.view.text.slice(entry.columnNumber === null ? number.end : 0);
  return entry.node.view.isSetApart || /:$/.test(words) || runInTitle(words) !== null;
}

function add(context: PartContext, starts: ItemStart[], line: NumberedLine, parent: Outer, label: string): Outer {
  const { span } = numberOf(line.entry, line.number);
  const isDerived = label !== line.number.label;
  starts.push({
    ...startAt(context, line.index, { label, span }, false),
    parent: parent.position,
    isNumberDerived: isDerived,
    confidence: line.weight >= HEADING_WEIGHT ? 0.95 : 0.85,
  });
  return { position: starts.length - 1, label };
}
