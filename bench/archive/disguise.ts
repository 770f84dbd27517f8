/** A document made into another: new people, a new place, new dates, in its text and in what is known of it alike. */

import type { Truth } from "../../src/evaluation/truth.js";
import { type DateShift, shiftDates, shiftedIso } from "./dates.js";
import { nameWords } from "./name-words.js";
import { givenName, placeName, surname } from "./names.js";
import type { Random } from "./random.js";
import type { Block } from "./sheet.js";
import type { Template } from "./templates.js";

export interface Disguised {
  readonly blocks: readonly Block[];
  readonly truth: Truth;
  /** As the copy's truth has them. */
  readonly body: string;
  readonly date: string;
}

/** The copy of a template that bears a number; the same number and chance give the same copy. */
export function disguise(template: Template, number: number, random: Random): Disguised {
  const { truth, part } = template;
  const words = newWords(template, number, random);
  const weeks = weeksTo(part.date, random);
  const shift: DateShift = {
    weeks,
    year: Number(part.date.slice(0, 4)),
    isMonthFirst: template.isAmerican,
  };
  const replace = replacer(words);
  const text = (before: string): string => replace(shiftDates(before, shift));
  return {
    blocks: template.blocks.map((block) => rewritten(block, text)),
    truth: disguisedTruth(truth, text, weeks),
    body: text(part.body),
    date: shiftedIso(part.date, weeks),
  };
}

function rewritten(block: Block, text: (before: string) => string): Block {
  return block.kind === "paragraph"
    ? { ...block, runs: block.runs.map((run) => ({ ...run, text: text(run.text) })) }
    : { ...block, rows: block.rows.map((cells) => cells.map(text)) };
}

/** Any year in which minutes are typed, by whole weeks, so that each day stays what it was of the week. */
function weeksTo(date: string, random: Random): number {
  const day = Date.UTC(1988 + random.below(37), random.below(12), 1 + random.below(28));
  return Math.round((day - Date.parse(date)) / (7 * 24 * 60 * 60 * 1000));
}

/** Each word of a name, and what stands for it in the copy. */
function newWords({ truth, part }: Template, number: number, random: Random): Map<string, string> {
  const words = new Map<string, string>();
  const used = new Set<string>();
  const add = (word: string, make: () => string): void => {
    if (words.has(word)) return;
    let name = make();
    while (used.has(name)) name = make();
    used.add(name);
    words.set(word, name);
  };
  for (const [index, word] of nameWords(part.body).entries()) {
    // The first word alone makes the body another than that of any other copy.
    add(word, () => (index === 0 ? placeName(number) : surname(random)));
  }
  for (const word of nameWords(part.organisation ?? "")) add(word, () => surname(random));
  for (const { name } of truth.parts.flatMap(({ attendance }) => attendance)) {
    const own = nameWords(name);
    const last = own.pop();
    for (const word of own) add(word, () => givenName(random));
    if (last !== undefined) add(last, () => surname(random));
  }
  return words;
}

/** Replaces whole words, also where they stand in capitals. */
function replacer(words: ReadonlyMap<string, string>): (text: string) => string {
  const all = new Map(words);
  for (const [before, now] of words) all.set(before.toUpperCase(), now.toUpperCase());
  const alternatives = [...all.keys()].sort((a, b) => b.length - a.length).join("|");
  const pattern = new RegExp(`(?<![\\p{L}])(?:${alternatives})(?![\\p{L}])`, "gu");
  return (text) => text.replaceAll(pattern, (word) => all.get(word) ?? word);
}

/** ISO dates are moved, all other words replaced as in the text. */
function disguisedTruth(truth: Truth, text: (before: string) => string, weeks: number): Truth {
  const parts = JSON.parse(JSON.stringify(truth.parts), (_, value: unknown) => {
    if (typeof value !== "string") return value;
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shiftedIso(value, weeks) : text(value);
  }) as Truth["parts"];
  return { ...truth, parts };
}
