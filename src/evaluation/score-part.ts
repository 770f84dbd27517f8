/** How right one part is: its header, its tables and the meetings it announces; people, items and tasks have files of their own. */

import { type FoundPart, type FoundTable, HEADER_FIELDS, type HeaderField } from "./found-part.js";
import { pairUp, unpaired } from "./pairing.js";
import { scoreActions } from "./score-actions.js";
import { scoreAttendance } from "./score-attendance.js";
import { scoreDecisions } from "./score-decisions.js";
import { scoreItems } from "./score-items.js";
import type { Tally } from "./tally.js";
import type { TruePart, TrueTable } from "./truth.js";
import { isSameName, overlap } from "./words.js";

/** Adds one part's counts. `found` is null where the part was not found; `document` names the document in the misses. */
export function scorePart(truth: TruePart, found: FoundPart | null, tally: Tally, document: string): void {
  scoreHeader(truth, found, tally, document);
  scoreAttendance(truth.attendance, found?.attendance ?? [], tally, document);
  const truePlaces = scoreItems(truth.items, found?.items ?? [], tally, document);
  scoreDecisions(truth.decisions, found?.decisions ?? [], truePlaces, tally, document);
  scoreActions(truth.actions, found?.actions ?? [], truePlaces, tally, document);
  scoreTables(truth.tables, found?.tables ?? [], tally, document);
  if (truth.kind === "minutes") scoreNextMeetings(truth, found, tally, document);
}

type Comparison = (truth: string, found: string) => boolean;

const isEqual: Comparison = (truth, found) => truth === found;
const isSimilar: Comparison = (truth, found) => overlap(truth, found) >= 0.6;

/** One value a part each, and when it is right. */
const HEADER = {
  date: isEqual,
  start: isEqual,
  end: isEqual,
  body: isSimilar,
  venue: isSimilar,
  chair: isSameName,
} as const satisfies Record<HeaderField, Comparison>;

function scoreHeader(truth: TruePart, found: FoundPart | null, tally: Tally, document: string): void {
  for (const field of HEADER_FIELDS) {
    const trueValue = truth[field] || null;
    const foundValue = found?.[field] || null;
    const isRight = trueValue !== null && foundValue !== null && HEADER[field](trueValue, foundValue);
    tally.add(`header.${field}`, {
      right: Number(isRight),
      found: Number(foundValue !== null),
      truth: Number(trueValue !== null),
    });
    if (found !== null && foundValue !== null) {
      tally.judge("header", [{ certainty: found.headerCertainty[field] }], new Set(isRight ? [0] : []));
    }
    if (!isRight && (trueValue ?? foundValue) !== null) {
      tally.addMiss(`header.${field}`, [document, trueValue, foundValue]);
    }
  }
}

function scoreTables(truth: readonly TrueTable[], found: readonly FoundTable[], tally: Tally, document: string): void {
  const whole = truth.filter((table) => (table.cells ?? []).length > 0);
  const pairs = pairUp(whole, found, tableScore, 0.8);
  // A table whose truth gives no cells costs and wins nothing, so one found table each is forgiven.
  const bare = truth.length - whole.length;
  tally.add("table", {
    right: pairs.length,
    found: pairs.length + Math.max(0, found.length - pairs.length - bare),
    truth: whole.length,
  });
  for (const table of unpaired(whole, found, pairs).missed) {
    tally.addMiss("table", [document, "missed", cellText(table).slice(0, 80)]);
  }
}

function tableScore(truth: TrueTable, found: FoundTable): number {
  const cols = Math.max(...(truth.cells ?? []).map((row) => row.length));
  return cols === found.cols ? overlap(cellText(truth), found.cells.join(" ")) : 0;
}

function cellText(table: TrueTable): string {
  return (table.cells ?? []).flatMap((row) => row.map((cell) => cell ?? "")).join(" ");
}

function scoreNextMeetings(truth: TruePart, found: FoundPart | null, tally: Tally, document: string): void {
  const trueDates = new Set(truth.next_meetings.flatMap((next) => next.date || []));
  const nextMeetings = found?.nextMeetings ?? [];
  const foundDates = new Set(nextMeetings.map((next) => next.date));
  const right = [...trueDates].filter((date) => foundDates.has(date)).length;
  const rightIndexes = nextMeetings.flatMap((next, index) => (trueDates.has(next.date) ? [index] : []));
  tally.judge("next meeting", nextMeetings, new Set(rightIndexes));
  tally.add("next", { right, found: foundDates.size, truth: trueDates.size });
  if (right === trueDates.size && right === foundDates.size) return;
  tally.addMiss("next", [document, [...trueDates].sort().join(", "), [...foundDates].sort().join(", ")]);
}
