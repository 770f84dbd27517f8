/** Words by which a meeting decides. */

import type { DecisionKind } from "../../model/minutes.js";

/** Markers in front of a clause or of a list of clauses. First match wins. The match is cut from the text. */
export const DECISION_MARKERS: readonly (readonly [RegExp, DecisionKind])[] = [
  [
    /^(?:it\s+was\s+)?(?:unanimously\s+)?resolved(?:\s+unanimously)?(?=\s*[:;–-]|\s+(?:that|to|as)\b|\s*$)\s*[:;–-]?\s*/i,
    "resolved",
  ],
  [/^RESOLVED(?:\s+UNANIMOUSLY|\s+by\s+\d+\s+votes?\s+to\s+\d+)?\b\s*[:;.–-]?\s*/, "resolved"],
  [
    /^(?:it\s+was\s+)?(?:unanimously\s+)?recommended(?:\s+unanimously)?(?=\s*[:;–-]|\s+that\b|\s*$)\s*[:;–-]?\s*/i,
    "recommended",
  ],
  [/^RECOMMENDED\b\s*[:;.–-]?\s*/, "recommended"],
  [/^recommendations?\s*:\s*/i, "recommended"],
  [/^AGREED(?:\s+UNANIMOUSLY)?\b\s*[:;.–-]?\s*/, "agreed"],
  [/^agreed(?:\s+unanimously)?(?=\s*[:;–-]|\s+that\b|\s*$)\s*[:;–-]?\s*/i, "agreed"],
  [/^(?:decision|outcome)s?(?:\s+made)?\s*[:–-]\s*/i, "resolved"],
  [/^(?:motion|resolution)(?:\s+\d+)?\s*[:–-]\s*(?=that\b)/i, "resolved"],
  [/^(?:agreement|resolution)s?\s*:\s*/i, "resolved"],
  [/^APPROVED\b\s*[:;.–-]?\s*/, "approved"],
  [/^NOTED\b\s*[:;.–-]?\s*/, "noted"],
];

/** Which kind a verb makes a decision. */
export const DECISION_VERBS: Readonly<Record<string, DecisionKind>> = {
  resolved: "resolved",
  agreed: "agreed",
  decided: "agreed",
  supported: "agreed",
  endorsed: "agreed",
  recommended: "recommended",
  approved: "approved",
  adopted: "approved",
  accepted: "approved",
  ratified: "approved",
  confirmed: "approved",
  passed: "approved",
  carried: "resolved",
  noted: "noted",
  received: "noted",
  elected: "elected",
  appointed: "elected",
  "co-opted": "elected",
  nominated: "elected",
  deferred: "other",
  withdrawn: "other",
};

/** Who decides: the meeting itself, not one of its people. */
export const MEETING_WORDS =
  /^(?:the\s+)?(?:(?:[A-Z][\w’'-]*\s+){0,5}(?:council|committee|board|partnership|panel|forum|group|meeting|governing\s+body|governors|trustees|members|councillors|assembly|cabinet|executive|society|association|commission|authority|sub-committee|working\s+party|trust|club|directors|tsc)|all(?:\s+present)?|it|everyone|those\s+present)$/i;
