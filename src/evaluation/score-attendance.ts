/** How right a list of people is: their names, how they attended, and for whom. */

import type { FoundAttendee } from "./found-part.js";
import { foundIndexOf, pairUp, unpaired } from "./pairing.js";
import type { Tally } from "./tally.js";
import type { TrueAttendee } from "./truth.js";
import { isSameName, overlap } from "./words.js";

/** Adds the counts of one part's attendance. */
export function scoreAttendance(
  truth: readonly TrueAttendee[],
  found: readonly FoundAttendee[],
  tally: Tally,
  document: string,
): void {
  const pairs = pairUp(truth, found, attendeeScore, 0.5);
  const isRightStatus = pairs.map((pair) => pair.truth.status === pair.found.status);
  tally.add("attendance.name", { right: pairs.length, found: found.length, truth: truth.length });
  tally.add("attendance.status", {
    right: isRightStatus.filter(Boolean).length,
    found: found.length,
    truth: truth.length,
  });
  tally.judge("attendance", found, new Set(pairs.filter((_, index) => isRightStatus[index]).map(foundIndexOf)));
  tally.add("attendance.org", {
    right: pairs.filter((pair) => standing(pair.truth) && overlap(standing(pair.truth), standing(pair.found)) >= 0.5)
      .length,
    found: found.filter(standing).length,
    truth: truth.filter(standing).length,
  });
  const { missed, spurious } = unpaired(truth, found, pairs);
  for (const attendee of missed) {
    tally.addMiss("attendance.name", [document, "missed", attendee.name, attendee.status]);
  }
  for (const attendee of spurious) {
    tally.addMiss("attendance.name", [document, "false", attendee.name, attendee.status]);
  }
  pairs.forEach((pair, index) => {
    if (isRightStatus[index]) return;
    tally.addMiss("attendance.status", [document, pair.truth.name, pair.truth.status, pair.found.status]);
  });
}

/** Somebody who stands in two groups is paired with the entry of the same status. */
function attendeeScore(truth: TrueAttendee, found: FoundAttendee): number {
  if (!isSameName(truth.name, found.name)) return 0;
  return truth.status === found.status ? 1 : 0.9;
}

/** Organisation and role in one: the same words may be read as either. */
function standing(attendee: TrueAttendee | FoundAttendee): string {
  return [attendee.organisation, attendee.role].filter(Boolean).join(" ");
}
