/** Labels over lists of people, and what each says of those who stand under it. */

import type { AttendanceStatus } from "../../model/minutes.js";

export interface SectionLabel {
  readonly status: AttendanceStatus;
  /** A post that the label names ("Clerk:"), for an entry that is a name alone. */
  readonly role: "named" | null;
}

const COUNT = String.raw`(?:\s*\(\d+\))?`;
const FROM = String.raw`(?:\s+(?:were|was|had been|have been)?\s*(?:received|given|sent|noted|accepted|tendered)?\s*(?:and accepted\s+)?(?:from|by|for)?)?`;

/** First match wins. Each is tried at the start of a line; what follows a colon, dash, tab or the label itself is the list. */
export const SECTION_LABELS: readonly (readonly [RegExp, SectionLabel])[] = [
  [
    label(String.raw`apolog(?:y|ies)(?:\s+for\s+(?:absence|non-attendance|inability to attend|the meeting))?${FROM}`),
    { status: "apologies", role: null },
  ],
  [label(String.raw`(?:regrets|apols?\.?)${FROM}`), { status: "apologies", role: null }],
  [label(String.raw`absent\s+with\s+apolog(?:y|ies)`), { status: "apologies", role: null }],
  [
    label(
      String.raw`(?:members\s+|councillors\s+|directors\s+)?(?:absent|not\s+present|did not attend)(?:\s+without\s+apolog(?:y|ies))?`,
    ),
    { status: "absent", role: null },
  ],
  [
    label(
      String.raw`(?:members\s+of\s+(?:the\s+)?(?:public|press)|(?:press\s+and\s+)?public|residents|parishioners|electors)(?:\s+(?:present|in\s+attendance|attending))?`,
    ),
    { status: "in_attendance", role: null },
  ],
  [
    label(
      String.raw`(?:also|others?|staff|officers?|guests?|visitors?|observers?|officials?|non-members?)\s+(?:also\s+)?(?:present|in\s+attendance|attending|attended)`,
    ),
    { status: "in_attendance", role: null },
  ],
  [label(String.raw`in\s+attendance(?:\s+(?:also|from\s+.{3,30}))?`), { status: "in_attendance", role: null }],
  [
    label(
      String.raw`(?:officers?|officials|staff(?:\s+members?)?|guests?|visitors?|observers?|advis[eo]rs?|invitees?|by\s+invitation|presenters?|support(?:ing)? (?:staff|officers)|non-voting(?:\s+members)?)`,
    ),
    { status: "in_attendance", role: null },
  ],
  [
    label(
      String.raw`(?:minute[sd]?|notes)(?:\s+(?:taken\s+)?by|\s*[- ]?taker|\s+secretary)|clerked\s+by|(?:the\s+)?(?:parish\s+|town\s+)?clerk(?:\s+to\s+the\s+(?:council|governors))?|scribe|note\s*-?taker`,
    ),
    { status: "in_attendance", role: "named" },
  ],
  [
    label(String.raw`(?:the\s+)?(?:chair(?:man|person|woman)?|presiding|in\s+the\s+chair|chaired\s+by)`),
    { status: "present", role: "named" },
  ],
  [
    label(
      String.raw`(?:(?:committee|council|board|panel|voting|core|governing\s+body|elected|executive|all)\s+)?(?:members?|councillors|cllrs|governors|trustees|directors|commissioners|representatives|delegates|partners)?\s*(?:who\s+were\s+)?(?:present|attending|attended)(?:\s+(?:at|were|in person|online|remotely)[^:]{0,30})?`,
    ),
    { status: "present", role: null },
  ],
  [
    label(
      String.raw`(?:attendance|attendees|participants|those\s+(?:present|attending|in\s+attendance)|people\s+present|members|councillors|governors|trustees|committee\s+members|board\s+members|elected\s+members|roll\s+call)`,
    ),
    { status: "present", role: null },
  ],
];

function label(words: string): RegExp {
  return new RegExp(String.raw`^(${words})${COUNT}\s*(?:(?::|[-–—]\s|\t)\s*|$)`, "i");
}

/** Labels that stand in capitals at the start of a line need no colon before their list ("PRESENT Cllrs A Smith …"). */
export const BARE_LABEL =
  /^(PRESENT|IN ATTENDANCE|ALSO PRESENT|ALSO IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?|ABSENT)\s+(?=\p{L})/u;
