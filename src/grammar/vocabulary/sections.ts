/** Labels over lists of people, and what each says of those who stand under it. */

import type { AttendanceStatus } from "../../model/minutes.js";

export interface SectionLabel {
  readonly status: AttendanceStatus;
  /** A post that the label names ("Clerk:"), for an entry that is a name alone. */
  readonly role: "named" | null;
  /** It only parts a list: "Members:" under an empty "Apologies" apologised, "Online:" behind "In attendance" were in attendance. */
  readonly isSubgroup?: "members" | "officers" | "place";
}

const COUNCILS = String.raw`(?:committee|council|board|panel|voting|core|full|governing\s+body|elected|appointed|executive|parish|town|community|commission|steering\s+group|group|trust|tsc|[cpt]c|all|other)`;
const MEMBERS = String.raw`(?:members?|councill?ors|cllrs?|governors|trustees|directors|commissioners|supervisors|aldermen|select(?:men|persons)|alternates(?:\s+members)?|representatives|delegates|partners|officers|people|persons|residents)`;
const WHO = String.raw`(?:(?:the\s+)?(?:following\s+)?(?:${COUNCILS}\s+)*${MEMBERS}?\s*(?:who\s+)?(?:were\s+)?)`;
const REASON = String.raw`(?:\s+for\s+(?:absence|non-?\s?attendance|inability\s+to\s+attend|(?:the|this)\s+meeting|not\s+attending))?`;
const RECEIVED = `(?:received|given|sent|noted|accepted|approved|tendered|offered|recorded|submitted)`;
const FROM = String.raw`(?:\s+(?:were|was|had\s+been|have\s+been)?\s*(?:${RECEIVED}(?:\s+and\s+${RECEIVED})?)?\s*(?:from|by|for)?(?:\s+the\s+following(?:\s+${MEMBERS})?)?)?`;
const CLERK = String.raw`(?:the\s+)?(?:(?:assistant|deputy|acting|parish|town|council|city|village|borough)\s+)*clerk(?:\s+(?:to|of)\s+(?:the\s+)?(?:council|governors|board|trustees|committee|meeting))?`;

/** First match wins. Each is tried at the start of a line; what follows a colon, dash, tab or the label itself is the list. */
export const SECTION_LABELS: readonly (readonly [RegExp, SectionLabel])[] = [
  [
    label(
      String.raw`(?:no\s+apologies(?:${FROM})|apologies\s+(?:were\s+)?not\s+(?:received|given|sent)(?:\s+from)?|absent\s+(?:with(?:out|\s+no)|no)\s+apolog(?:y|ies))`,
    ),
    { status: "absent", role: null },
  ],
  [label(`apolog(?:y|ies)${REASON}${FROM}`), { status: "apologies", role: null }],
  [
    label(String.raw`(?:regrets|apols?\.?|leithscéal(?:ta)?|ymddiheuriadau|(?:ngā\s+)?whakapāha|excusée?s)${FROM}`),
    { status: "apologies", role: null },
  ],
  [
    label(
      String.raw`(?:absent\s*(?:with|[-–(])\s*apolog(?:y|ies)\)?|leave\s+of\s+absence(?:\s+granted)?|(?:${WHO}(?:absent\s+)?)?excused(?:\s+abs(?:ent|ence)s?)?|unable\s+to\s+attend|${WHO}(?:sent|gave|had\s+sent|had\s+given|have\s+sent|sending|offered)\s+(?:their\s+)?apologies|sorry(?:\s+(?:they|we|who|not|can|can['’]t)\b[^:]{0,24})?|(?:couldn['’]t|can['’]t|could\s+not|unable\s+to)\s+(?:make\s+it|come|be\s+(?:there|here)))`,
    ),
    { status: "apologies", role: null },
  ],
  [
    label(
      String.raw`${WHO}(?:absent|not\s+present|not\s+in\s+attendance|not\s+attending|did\s+not\s+attend|non-?\s?attendance)|absences?|absentees|(?:${WHO})?unexcused(?:\s+abs(?:ent|ence)s?)?|as\s+láthair|absentée?s|not\s+here|missing|prox(?:y|ies)(?:\s+(?:votes?\s+)?${RECEIVED})?(?:\s+(?:from|for))?`,
    ),
    { status: "absent", role: null },
  ],
  [
    label(
      String.raw`(?:members\s+of\s+(?:the\s+)?(?:public|press)(?:\s+(?:and|&|\/)\s+press)?|(?:press\s*(?:and|&|\/)\s*)?(?:the\s+)?public(?:\s+gallery)?|gallery|press|(?:local\s+)?residents|home\s?owners|parishioners|electors)(?:\s+(?:present|in\s+attendance|attending))?`,
    ),
    { status: "in_attendance", role: null },
  ],
  [
    label(
      String.raw`(?:also|others?|additional(?:ly)?|(?:\w+\s+)?staff|(?:\w+\s+)?officers?|guests?|visitors?|observers?|(?:\w+\s+)?officials?|administrat(?:ors?|ion)|employees|attorneys?|professionals|faculty|non-?\s?(?:voting\s+)?members?|advis[eo]rs?|invitees?|consultants?)\s+(?:also\s+)?(?:present|in\s+attendance|attending|attended|attendees|participants|joining|online)(?:\s+(?:were|was))?`,
    ),
    { status: "in_attendance", role: null },
  ],
  [
    label(
      String.raw`(?:i\s+láthair\s+freisin|hefyd\s+yn\s+bresennol)|in\s+attendance(?:\s+(?:also|(?:from|for)\s+.{3,30}|by\s+invitation|by\s+video.{0,12}))?|also|attended\s+by\s+invitation`,
    ),
    { status: "in_attendance", role: null },
  ],
  [
    label(
      String.raw`(?:(?:council|city|town|county|borough|district)\s+)?(?:officers?|officials|staff(?:\s+members?)?)(?:\s+(?:and|&|/)\s+(?:guests?|visitors?|observers?|advis[eo]rs?|partners|volunteers))?|guests?(?:\s+(?:and|&|/)\s+(?:staff|officers?|visitors?|observers?|speakers?))?(?:\s+speakers?)?|visitors?|observers?|(?:\w+\s+)?advis[eo]rs?|invitees?|invited(?:\s+guests)?|by\s+invitation|presenters?|speakers?|consultants?|(?:\w+\s+)?support(?:ing)? (?:staff|officers)|secretariat|management|members\s+of\s+(?:the\s+)?(?:senior\s+)?(?:executive|leadership|management)(?:\s+(?:team|group))?|(?:executive|senior\s+leadership|senior\s+management)\s+(?:team\s+)?in\s+attendance|(?:\w+\s+){1,2}(?:unit|secretariat)|(?:\w+\s+)?agents?|from\s+the\s+(?:\w+\s+){0,2}(?:agents?|council|police|school|trust|office|company|team)|observing|non-?\s?voting(?:\s+members?)?|media|police(?:\s+\w+)?|(?:county|district|borough|city|unitary)\s+(?:councill?ors?|cllrs?)`,
    ),
    { status: "in_attendance", role: null, isSubgroup: "officers" },
  ],
  [
    label(
      String.raw`(?:(?:minute[sd]?|notes?)(?:\s+(?:were\s+)?(?:(?:taken|prepared|recorded|written|kept)\s+)?by|\s*[- ]?taker|\s+secretary|\s+taking)?|clerked\s+by|clerking|${CLERK}|governance\s+(?:professional|officer|manager|advis[eo]r|lead)|(?:company|corporate|trust)\s+secretary|committee\s+(?:administrator|officer|manager)|board\s+administrator|democratic\s+services(?:\s+officer)?|scribe|time\s*-?keeper|note\s*-?taker|recording\s+secretary|recorder)`,
    ),
    { status: "in_attendance", role: "named" },
  ],
  [
    label(
      String.raw`(?:the\s+)?(?:(?:deputy\s+|acting\s+|council\s+|board\s+|committee\s+|meeting\s+|co-?)?chair(?:man|person|woman)?(?:\s+of\s+(?:the\s+)?meeting)?|presiding(?:\s+officer)?|in\s+the\s+chair|chaired\s+by|vice[- ]?chair(?:man|person|woman)?|(?:hon(?:orary|\.)?\s+)?(?:vice[- ])?(?:president|secretary|treasurer)|convenor|convener|facilitator|(?:leas-?)?c(?:h)?athaoirleach)`,
    ),
    { status: "present", role: "named" },
  ],
  [
    label(
      String.raw`(?:(?:in\s+(?:person|the\s+(?:hall|room|building|chamber|office))|on\s?line|virtual(?:ly)?|remote(?:ly)?|(?:via|by|on)\s+(?:zoom|teams|ms\s+teams|video(?:\s*conference)?|phone|telephone|audio|webex|google\s+meet))|(?:remote|virtual|online|in-person)\s+(?:attendance|attendees|participants|participation|participating))(?:\s+(?:present|attendance|attendees))?`,
    ),
    { status: "present", role: null, isSubgroup: "place" },
  ],
  [
    label(
      String.raw`(?:${WHO}|those\s+|names\s+of\s+(?:those\s+)?|also\s+)(?:present|attending|attended|in\s+attendance)(?:\s+(?:at|were|was|are|in\s+person|online|remotely|by\s+zoom|via\s+\w+)(?:\s+(?:at|the|this|our|meeting|throughout|as\s+follows|for\s+\w+))*)?`,
    ),
    { status: "present", role: null },
  ],
  [
    label(
      String.raw`(?:(?:record\s+of\s+|meeting\s+)?attendance(?:\s+(?:list|record|register|sheet|at\s+(?:the\s+)?meeting))?|(?:list\s+of\s+)?(?:meeting\s+)?(?:attendees|participants)|those\s+(?:present|attending|in\s+attendance)|people\s+present|who\s+(?:was\s+(?:there|here)|came)|i\s+láthair|(?:yn\s+)?bresennol|presennol|présents|présences|(?:kua|i)\s+(?:tae|hui)\s+mai|(?:also\s+)?here|sederunt|roll(?:\s+call)?|sign[- ]in)`,
    ),
    { status: "present", role: null },
  ],
  [
    label(
      String.raw`(?:(?:${COUNCILS}|co-?opted|ex[- ]officio|lay|independent|parent|staff|public|patient|carer|partner|partnership|stakeholder|nominated|nominee|local\s+authority|student|youth|(?:non-?)?executive|foundation|associate|parish|town|community)\s+)*(?:members|councill?ors|cllrs|governors|trustees|directors|commissioners|supervisors|aldermen)|comhairleoirí|(?:executive\s+)?committee|(?:executive|board)\s+(?:team|members)`,
    ),
    { status: "present", role: null, isSubgroup: "members" },
  ],
];

/** The words of a label; what may follow them is told by `readSectionLabel`. */
function label(words: string): RegExp {
  return new RegExp(String.raw`^(?:${words})(?![\p{L}’'-])`, "iu");
}

/** Labels that are known without colon and list on their line; "Public" and "Police" alone are business as well. */
export const LONE_LABEL =
  /present|attend|app?olog|sederunt|láthair|leithsc|bresennol|ymddiheur|présen|whakapāha|unexcused|regrets|leave\s+of|gallery|apols|absen|participants|excused|prox|^(?:officers?|officials|staff|guests?|visitors?|observers?|(?:\S+\s+)?members|councill?ors|governors|trustees|roll\s+call|in\s+person|online)$/i;

/** Labels that need no mark before their list, where a name follows ("PRESENT Cllrs A Smith …", "In attendance Dr J Brown"). */
export const BARE_LABEL =
  /^(?:present|in\s+attendance|also\s+(?:present|in\s+attendance)|apologies(?:\s+for\s+absence)?|absent|(?:clerked|chaired|minuted)\s+by|(?:minutes|notes)\s+(?:taken\s+|recorded\s+)?by)$/i;

/** Words of labels that are long enough to be known with a letter wrong. */
export const LABEL_WORDS: readonly string[] = [
  "attendance",
  "attendees",
  "apologies",
  "apology",
  "participants",
  "attending",
  "present",
  "councillors",
];

/** Words near to those above that are none of them misspelt. */
export const NO_LABEL_WORDS: readonly string[] = [
  "attended",
  "attendant",
  "attendants",
  "attendances",
  "attendee",
  "apologise",
  "apologised",
  "apologising",
  "apologetic",
  "participant",
  "participate",
  "presents",
  "presented",
  "presence",
  "prevent",
  "pretend",
  "councillor",
  "counsellors",
];

/** With what an inner label may begin: cheap to look for inside a line. */
export const LABEL_START =
  /(?<=[.;,)\]/]\s*|[\p{L}\d*]\s+|\t)(?:Also|Others?|Additional|App?olog\w*|APOLOGIES|Absen\w+|ABSENT|In\s+(?:A|a)ttendance|IN ATTENDANCE|Present|PRESENT|ALSO|Members|Officers?|Observers?|Guests?|Clerk|Chair\w*|Vice|Secretary|Treasurer|Minutes?|Notes?|Scribe|Regrets|Staff|Remote|Online|Public|Press|Visitors?|Councillors|Trustees|Governors|Directors|Board|Not\s|Non|Did|Excused|Proxies|Police|Advis\w+|Attend\w+|Time\w*|Sorry|Unexcused|Guest)(?=[\s:;–-])/gu;
