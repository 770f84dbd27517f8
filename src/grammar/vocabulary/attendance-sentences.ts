/** How clerks tell in a sentence who came and who did not. */

import type { AttendanceStatus } from "../../model/minutes.js";

export interface SentencePattern {
  /** `names` holds the people, `more` those of a second clause ("as had Mr Pym"). */
  readonly pattern: RegExp;
  readonly status: AttendanceStatus;
}

const SENT = String.raw`(?:(?:had|have|has|also|both|all|each|were|was)\s+)*(?:(?:sent|sends?|sending|gave|given|giving|tendered|submitted|offered|expressed|conveyed|made|recorded|noted)\s+(?:(?:in|through|his|her|their|his/her|formal|written|prior|advance)\s+)*(?:apolog|regrets)|apologi[sz]ed\b(?!\s+(?:for|to)\s+(?!(?:his|her|their|non)?[-\s]?(?:absence|being\s+absent|not\s+being|attend)))|(?:un|not\s+)able\s+to\s+(?:attend|be\s+(?:present|there)|make\s+(?:it|the\s+meeting)|join))`;

/** Words in front of the names: "The Clerk reported that …", "It was noted that …". */
const REPORTED = String.raw`(?:.{0,80}?\bthat\s+)?`;

/** First match wins. Names of those who stayed away. */
export const APOLOGY_SENTENCES: readonly SentencePattern[] = [
  {
    pattern: new RegExp(
      String.raw`^${REPORTED}(?<names>.{2,240}?),?\s+(?:(?:was|were|is|are)\s+(?:also\s+)?(?:absent|not\s+present|not\s+in\s+attendance)|did\s+not\s+attend|failed\s+to\s+attend)\b`,
      "d",
    ),
    status: "absent",
  },
  {
    pattern: /^(?:[Nn]o\s+apologies|[Aa]pologies\s+(?:were|had)\s+not\b).{0,40}?\bfrom:?\s+(?<names>.+)$/d,
    status: "absent",
  },
  {
    pattern: new RegExp(
      String.raw`^${REPORTED}(?<names>(?!.*\b[Aa]pologies\b.{0,40}\bfrom\b).{2,240}?),?\s+${SENT}.*?(?:\bas\s+(?:had|did|have)\s+(?<more>.+))?$`,
      "d",
    ),
    status: "apologies",
  },
  {
    pattern:
      /\b(?:[Aa]pp?olog(?:y|ies)|[Rr]egrets|APOLOGIES)\b.{0,80}?\b(?:from|by|of|on\s+behalf\s+of|for):?\s+(?!absence|lateness|non|not|the\s+meeting|inability|(?:his|her|their)\s)(?<names>\S.*)$/d,
    status: "apologies",
  },
  {
    pattern:
      /\b[Aa]pp?ologies\s*(?:for\s+(?:absence|non-?\s?attendance)\s*)?(?:received\s*|accepted\s*|noted\s*)?(?:[:–]|\s-\s)\s*(?<names>\S.*)$/d,
    status: "apologies",
  },
];

/** First match wins. Names of those who came. */
export const PRESENCE_SENTENCES: readonly SentencePattern[] = [
  {
    pattern:
      /^(?<names>\p{Lu}.{2,120}?),?\s+(?:(?:was|were)\s+in|took|assumed|occupied)\s+the\s+[Cc]hair\b(?:,?\s+(?:and|when)\s+there\s+were\s+(?:also\s+)?present:?\s+(?<more>.+)$)?/du,
    status: "present",
  },
  {
    pattern:
      /^(?:(?:\d+\.\s*)?[Cc](?:all(?:ed)?|ALL(?:ED)?)\s+(?:[Tt]o|TO)\s+(?:[Oo]rder|ORDER)\s*[:.–—-]?\s+)?(?:[Aa]t\s+[^,]{4,30},\s+)?(?:[Tt]he\s+)?(?<names>\p{Lu}.{2,90}?),?\s+called\s+(?:the\s+|this\s+)?(?:.{0,40}?\s)?(?:meeting|session|board|commission|council)\s+to\s+order\b(?:.*?\bthe\s+following\b.{0,40}?\b(?:present|in\s+attendance|attending)\b.{0,20}?:\s*(?<more>.+)$)?/du,
    status: "present",
  },
  {
    pattern:
      /\b(?:meeting|session)\s+was\s+called\s+to\s+order\b.{0,60}?\bby\s+(?<names>\p{Lu}.{2,80}?)(?=\s+at\s|\s+on\s|[.;]?$)/du,
    status: "present",
  },
  { pattern: /\b[Tt]here\s+(?:was|were)\s+present:?\s+(?<names>.+)$/d, status: "present" },
  {
    pattern: /\b[Tt]here\s+(?:was|were)\s+(?:also\s+(?:present|in\s+attendance)|in\s+attendance):?\s+(?<names>.+)$/d,
    status: "in_attendance",
  },
  {
    pattern:
      /\b[Tt]he\s+following\b.{0,40}?\b(?:present|in\s+attendance|attending|(?:answered|responded)\b.{0,30}?(?:roll(?:\s+call)?|present))\b[^:]{0,20}:\s*(?<names>.+)$/d,
    status: "present",
  },
  {
    pattern: /\b(?:present|attended|joined)\b.{0,20}?\b(?:together|along)\s+with:?\s+(?<names>.+)$/d,
    status: "in_attendance",
  },
  {
    pattern:
      /^[Aa]lso\s+(?:on\s+the\s+(?:platform|panel|top\s+table)|at\s+the\s+(?:top\s+)?table)\s+(?:was|were):?\s+(?<names>.+)$/d,
    status: "present",
  },
  {
    pattern:
      /^(?:[Tt]he\s+)?(?:[Mm]eeting|AGM|[Ss]ession)\s+was\s+(?:also\s+|well\s+)?attended\s+by:?\s+(?<names>.+)$/d,
    status: "present",
  },
  {
    pattern:
      /^(?:[Aa]lso|[Oo]thers?|[Ss]taff|[Oo]fficers|[Gg]uests)\s+(?:present|in\s+attendance|attending)\b.{0,30}?\b(?:were|was|are|included)\b:?\s+(?<names>.+)$/d,
    status: "in_attendance",
  },
  {
    pattern:
      /^(?:[Tt]hose|(?:[Tt]he\s+)?(?:[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Dd]irectors|[Pp]eople))?\s*(?:[Pp]resent|[Aa]ttending|[Ii]n\s+attendance)\b.{0,30}?\b(?:were|was|are|included)\b:?\s+(?<names>.+)$/d,
    status: "present",
  },
  { pattern: /^(?<names>.{2,400}?)\s+(?:was|were)\s+(?:also\s+)?in\s+attendance\b/d, status: "in_attendance" },
  { pattern: /^(?<names>.{2,400}?)\s+(?:was|were)\s+(?:also\s+)?present\b/d, status: "present" },
];
