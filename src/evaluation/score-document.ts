/** How right the record of one document is, against its truth file. */

import type { Part } from "../model/minutes.js";
import { type FoundPart, toFoundPart } from "./found-part.js";
import { type MeetingResult, meetingResult } from "./meetings.js";
import { pairUp, unpaired } from "./pairing.js";
import { scorePart } from "./score-part.js";
import { Tally } from "./tally.js";
import type { TruePart, Truth } from "./truth.js";
import { overlap } from "./words.js";

export interface DocumentScore {
  readonly tally: Tally;
  /** One for each part of the truth that is the minutes of a meeting. */
  readonly meetings: readonly MeetingResult[];
}

/** Counts what is right in the parts of a document; no parts (it could not be read) means that all is missed. */
export function scoreDocument(truth: Truth, parts: readonly Part[]): DocumentScore {
  const tally = new Tally();
  const meetings: MeetingResult[] = [];
  const found = parts.map(toFoundPart);
  const pairs = pairUp(truth.parts, found, similarity, 1.5);
  const foundAt = new Map(pairs.map((pair) => [pair.truthIndex, pair.found]));
  tally.add("part.kind", {
    right: pairs.filter((pair) => pair.truth.kind === pair.found.kind).length,
    found: found.length,
    truth: truth.parts.length,
  });
  for (const [index, truePart] of truth.parts.entries()) {
    const foundPart = foundAt.get(index) ?? null;
    if (truePart.kind !== foundPart?.kind) {
      tally.addMiss("part.kind", [truth.file, "missed", truePart.kind, truePart.title || (truePart.body ?? null)]);
    }
    if (!hasFacts(truePart)) continue;
    const partTally = new Tally();
    scorePart(truePart, foundPart, partTally, truth.file);
    if (truePart.kind === "minutes") meetings.push(meetingResult(partTally));
    tally.merge(partTally);
  }
  for (const foundPart of unpaired(truth.parts, found, pairs).spurious) {
    tally.addMiss("part.kind", [truth.file, "false", foundPart.kind, foundPart.body]);
    if (hasFacts(foundPart)) scorePart(nothingOf(foundPart), foundPart, tally, truth.file);
  }
  return { tally, meetings };
}

function similarity(truth: TruePart, found: FoundPart): number {
  const kind = truth.kind === found.kind ? 3 : 0;
  const date = truth.date && truth.date === found.date ? 1 : 0;
  const title = hasFacts(truth) ? 0 : 0.5 * overlap(truth.title, found.title);
  return kind + date + overlap(truth.body, found.body) + title;
}

/** Reports and other parts are counted as parts alone. */
function hasFacts(part: TruePart | FoundPart): boolean {
  return part.kind !== "report" && part.kind !== "other";
}

/** The truth of a part that is not there. */
function nothingOf(found: FoundPart): TruePart {
  return { kind: found.kind, attendance: [], items: [], decisions: [], actions: [], tables: [], next_meetings: [] };
}
