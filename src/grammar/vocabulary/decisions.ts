/** Words by which a meeting decides. */

import type { DecisionKind } from "../../model/minutes.js";

/** "RESOLVED 24/103:", "Resolved 16/05/07.1": the number that some clerks give to each resolution. */
const REFERENCE = String.raw`(?:\s+\(?(?:no\.?\s*|min(?:ute)?\.?\s*)?[A-Z]{0,4}[-/\\]?\d{1,4}(?:[-./\\]\d{1,4})*[a-z]?\)?(?=\s*[:;.–-]|\s+(?:that|to|it|the|[A-Z])\b|\s*$))?`;
/** What may stand between the marker and its clause. */
const HOW = String.raw`(?:\s*,?\s*\(?(?:unanimously|in\s+principle|nem\.?\s*con\.?|by\s+(?:all(?:\s+present)?|the\s+[^,.:;()]{3,80}?(?=,?\s+that\b)|(?:a\s+)?(?:large\s+)?majority(?:\s+(?:vote|decision))?|\d+\s+votes?\s+to\s+\d+|a\s+show\s+of\s+hands|consensus))\)?)?`;
const END = String.raw`\s*[:;,–-]?\s*`;

const marker = (words: string, before: string, flags = "iu"): RegExp =>
  new RegExp(`^${words}${HOW}${REFERENCE}${before}${END}`, flags);

/** A marker in small letters may be a verb: it needs a colon, a clause or the end of its line behind it. */
const CLAUSE_AHEAD = String.raw`(?=\s*[:;–-]|,?\s+(?:that|to|as\s+follows)\b|\s*$)`;

/** Markers in front of a clause or of a list of clauses. First match wins. The match is cut from the text. */
export const DECISION_MARKERS: readonly (readonly [RegExp, DecisionKind])[] = [
  [
    marker(
      String.raw`(?:[\p{L}]+\s*/\s*)?(?:and\s+)?(?:it\s+was\s+|(?:now,?\s+)?(?:therefore,?\s+)?(?:let\s+it\s+)?be\s+it\s+(?:hereby\s+|further\s+|also\s+|finally\s+|and\s+)*)?(?:unanimously\s+)?resolved`,
      CLAUSE_AHEAD,
    ),
    "resolved",
  ],
  [/^resolved\s+[A-Z]{0,4}[-/\\]?\d{1,4}(?:[-./\\]\d{1,4})+[a-z]?\s*[:;.–-]?\s*/i, "resolved"],
  [
    /^RESOLVED(?:\s*\(?UNANIMOUSLY\)?|\s+by\s+\d+\s+votes?\s+to\s+\d+)?\b(?:\s+\(?[A-Z]{0,4}[-/]?\d{1,4}(?:[-./]\d{1,4})+[a-z]?\)?)?\s*[:;.–-]?\s*/,
    "resolved",
  ],
  [
    marker(String.raw`(?:it\s+was\s+)?(?:unanimously\s+)?recommended`, String.raw`(?=\s*[:;–-]|\s+that\b|\s*$)`),
    "recommended",
  ],
  [/^RECOMMENDED(?:\s+TO\s+(?:THE\s+)?[A-Z]+(?:\s+[A-Z]+)?(?=\s*[:–-]))?\b\s*[:;.–-]?\s*/, "recommended"],
  [/^recommendations?\s*:\s*/i, "recommended"],
  [/^AGREED(?:\s*\(?UNANIMOUSLY\)?)?\b\s*[:;.–-]?\s*/, "agreed"],
  [marker(String.raw`(?:and\s+)?(?:unanimously\s+)?(?:agreed|decided)`, CLAUSE_AHEAD), "agreed"],
  [
    /^(?:(?:council|board|committee|panel|trustees?|governors?|chair|final|meeting)(?:['’]s)?\s+)?(?:decision|outcome|resolution)s?(?:(?:\s+(?:made|taken|reached))?\s*[:–-]\s*|\s+(?:no\.?\s*)?[\d./-]*\d(?![\d./-])\s*(?::\s*|[–-]\s*(?=(?:that|to|it\s+was|the)\s)))/i,
    "resolved",
  ],
  // "Resolution No. 2020-14" or "COUNCIL RESOLUTION" on a line of its own: movers and clauses stand below.
  [/^(?:council\s+|board\s+)?resolution\s+(?:(?:no\.?|number|#)\s*)?[A-Z]{0,4}[-/]?\d[\d./-]*[a-z]?\s*$/i, "resolved"],
  [/^(?:COUNCIL|BOARD|COMMITTEE)(?:['’]S)?\s+(?:RESOLUTION|DECISION)\s*$/, "resolved"],
  [/^VOTED\b(?:\s*\(?unanimously\)?)?\s*[:;.–-]?\s*/, "resolved"],
  [/^(?:general\s+)?consensus\s+(?:of\s+the\s+\w+\s+)?(?:was\s+|is\s+)?(?:reached\s+)?(?=to\b|that\b)/i, "agreed"],
  [/^(?:agreement|consensus)(?:\s+reached)?s?\s*:\s*/i, "agreed"],
  [/^(?:ORDERED|DECIDED|DETERMINED|ENACTED)\b\s*[:;.–-]?\s*/, "resolved"],
  [/^APPROVED\b\s*[:;.–-]?\s*/, "approved"],
  [/^(?:RECEIVED|ACCEPTED|ADOPTED|ENDORSED|RATIFIED)\b\s*[:;.–-]?\s*/, "approved"],
  [/^NOTED\b\s*[:;.–-]?\s*/, "noted"],
];

/** A word of every marker, which stands among the first of its line. */
const MARKER_SIGN =
  /resol|recommend|agree|decid|decision|outcome|voted|consensus|ordered|determined|enacted|approved|received|accepted|adopted|endorsed|ratified|noted/i;
const LONGEST_LEAD = 80;

/** Whether words may open with a marker: asked before all the patterns. */
export function mayOpenWithMarker(words: string): boolean {
  return MARKER_SIGN.test(words.slice(0, LONGEST_LEAD));
}

/** "The Board agreed:", "It was agreed that:", "The following was agreed:": each thing listed below is decided. */
export const DECISION_LEADS =
  /^(?:it\s+was|(?:the\s+following|these)(?:\s+[\w’'-]+){0,3}\s+(?:was|were)|(?:the|this|all)\s+(?:[\w’'&-]+\s+){0,6}?(?:council|committee|board|meeting|partnership|panel|forum|group|governors|trustees|members|district|directors|society|association)|(?:council|members|governors|trustees|we))\s+(?:then\s+|also\s+|therefore\s+|unanimously\s+)*(?:agreed|agrees|resolved|resolves|decided|decides)(?:\s+unanimously)?(?:\s+(?:that|to|the\s+following|as\s+follows|the\s+following\s+\w+))?\s*:?$/i;

/** Which kind a verb makes a decision. */
export const DECISION_VERBS: Readonly<Record<string, DecisionKind>> = {
  resolved: "resolved",
  resolves: "resolved",
  recommends: "recommended",
  agreed: "agreed",
  agree: "agreed",
  decided: "agreed",
  determined: "agreed",
  voted: "agreed",
  supported: "agreed",
  endorsed: "agreed",
  authorised: "agreed",
  authorized: "agreed",
  granted: "agreed",
  rejected: "agreed",
  refused: "agreed",
  recommended: "recommended",
  approved: "approved",
  adopted: "approved",
  accepted: "approved",
  ratified: "approved",
  confirmed: "approved",
  passed: "approved",
  signed: "approved",
  moved: "approved",
  carried: "resolved",
  noted: "noted",
  received: "noted",
  elected: "elected",
  appointed: "elected",
  "co-opted": "elected",
  nominated: "elected",
  deferred: "other",
  tabled: "other",
  postponed: "other",
  continued: "other",
  withdrawn: "other",
};

/** The last word of what a meeting is called. */
export const MEETING_HEADS =
  "council|committee|board|partnership|panel|forum|group|meeting|governing body|governing board|governors|trustees|members|councillors|cllrs|assembly|cabinet|executive|exec|society|association|commission|commissioners|authority|sub-?committee|working party|task force|trust|club|directors|tsc|agm|egm|pc|pcc|wg|congregation|senate|court|vestry|union|network|alliance|consortium|federation|residents|attendees|delegates|supervisors|aldermen|selectmen|selectboard|shareholders|owners|council members|board members";

/** Words in front of such a head that name no other body. */
export const MEETING_QUALIFIERS =
  "parish|town|city|county|village|library|school|planning|zoning|community|full|whole|entire|management|steering|executive|working|general|governing|trust|advisory|local|annual|project|present|other|remaining|all|ordinary|sub|task|lay|partnership|council|board|committee|panel|club|elected|various|both|voting|hoa";

/** Nouns of business that a meeting approves, accepts or notes, so that the passive needs no doer. */
export const BUSINESS_NOUNS =
  "minutes|consent (?:agenda|calendar|items?)|ordinances?|claims|warrants|disbursements|vouchers|change orders?|plat|easement|bids?|permits?|variances?|notes (?:of|from)|apolog(?:y|ies)|reasons?|outturn|accounts?|reports?|budgets?|proposals?|motions?|recommendations?|resolutions?|polic(?:y|ies)|terms(?: of reference)?|payments?|invoices?|receipts|precept|plans?|strategy|amendments?|statements?|returns?|constitution|quotations?|quotes?|tenders?|estimates?|expenditure|schedule|agenda|document|requests?|grants?|transactions|cheques|allowances|annex|appendix|appointments?|standing orders?|financial regulations|donations?|costs?|purchases?|reconciliations?|certificate|risk assessment|asset register|code of conduct|by-?laws|charter|contract|lease|nominations?|co-option|fees?|charges|subscriptions?|dates? of|programme|protocol|procedures?|register|absences?|salary|pay award|update|applications?|bill|bills|list|record|arrangements?|renewal|dispensations?|change|changes|suggestion|work programme|action plan|business plan|financial transactions|rota|guidelines|guidance|letter|reply|response";

/** Nouns of what a meeting only takes note of. */
export const PAPER_NOUNS =
  "reports?|updates?|outturn|minutes|accounts?|statements?|correspondence|contents|position|progress|information|papers?|presentation|briefing|figures|performance|dashboard|risk register|action log|letters?|list|financial position|balances?|applications?|decisions|planning decisions|summary|schedule|reconciliation|budget";

/** Offices that a meeting fills. */
export const OFFICES =
  "chair(?:man|person|woman)?|vice[- ]chair(?:man|person|woman)?|deputy[- ]chair(?:man|person)?|president|vice[- ]president|secretary|treasurer|clerk|captain|mayor|deputy mayor|auditors?|ordinary members?|committee(?: members?)?|trustees?|officers?|representatives?|leader|webmaster|editor|convenor|convener|cathaoirleach|leas-chathaoirleach|steward|warden|social sec(?:retary)?|publicity officer|membership secretary|minutes? secretary|welfare officer|council members?";
