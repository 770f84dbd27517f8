/** Sentences that tell who came and who did not: which of their words are the names, and what is said of them. */

import type { AttendanceStatus } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import type { SentencePattern } from "../../vocabulary/attendance-sentences.js";

export interface Told {
  /** Where the names stand, relative to the sentence. */
  readonly names: readonly Span[];
  readonly status: AttendanceStatus;
}

/** What each pattern that fits the sentence finds, the first pattern first. */
export function toldIn(sentence: string, patterns: readonly SentencePattern[]): Told[] {
  return patterns.flatMap(({ pattern, status }) => {
    const groups = pattern.exec(sentence)?.indices?.groups;
    const names = [groups?.names, groups?.more].flatMap((place) =>
      place === undefined ? [] : [{ start: place[0], end: place[1] }],
    );
    return names.length === 0 ? [] : [{ names, status }];
  });
}

/** Behind a title of several a surname alone is enough. */
export const GROUP_TITLED =
  /(?:^\W*|[\s(])(?:Cllrs|Clrs|Councillors|Messrs|(?:[Bb]oard |[Cc]ouncil |[Cc]ommittee )?[Mm]embers|Governors|Trustees|Directors|Commissioners|Drs)\s+\p{Lu}/u;
