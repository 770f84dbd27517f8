/** Words of headings: titles of parts, titles of the business that every meeting has, and headings that name no business. */

import type { PartKind } from "../../model/minutes.js";

/** The title of a paper that is bound in behind the minutes: "Annex A: Report of the Treasurer". */
export const ANNEX_TITLE =
  /^(?:annexe?|appendix|attachment|schedule|enclosure)\s+(?:[A-Z]|\d{1,2}|[IVX]+)\s*(?:[:.–—-]\s*\p{Lu}.{2,80})?$/iu;

/** A line that is the title of a part, alone. First match wins. */
export const PART_TITLES: readonly (readonly [RegExp, PartKind])[] = [
  [/^(?:agenda\s*(?:and|&)\s*(?:draft\s+)?minutes)\b.{0,60}$/i, "minutes"],
  [
    /^(?:(?:draft|unconfirmed|unapproved|approved|confirmed|public)\s+)?(?:minutes|notes)\s*(?:\((?:draft|unconfirmed|approved|public)\))?\.?:?$/i,
    "minutes",
  ],
  [
    /^(?:(?:the\s+)?(?:draft|unconfirmed|unapproved|approved|confirmed)\s+)?(?:minutes|notes|record|extract\s+(?:of|from)\s+(?:the\s+)?minutes)\s+(?:of|from|for)\s+(?:the|a|an)?\s*.{3,300}$/i,
    "minutes",
  ],
  [/^(?:meeting\s+)?(?:summons\s+and\s+)?(?:draft\s+)?agenda\.?:?$/i, "agenda"],
  [/^agenda\s+(?:for|of)\s+(?:the|a|an)\b.{3,200}$/i, "agenda"],
  [/^(?:.{0,60}\s)?action\s+(?:log|tracker|register)\b.{0,40}$/i, "action_log"],
  [ANNEX_TITLE, "report"],
];

/** The page that a pack puts in front of each paper: "ITEM 3", "Agenda Item No. 7b", "APPENDIX A". */
export const TAB_PAGE =
  /^(?:AGENDA\s+)?(?:ITEM|PAPER|ENCLOSURE|APPENDIX|ANNEX|SCHEDULE)(?:\s+(?:NO\.?|NUMBER)?\s*(?:\d{1,2}[a-z]?|[A-Z]))?$|^(?:Agenda Item(?: No\.?)?:? \d{1,2}[a-z]?|(?:Appendix|Annex|Enclosure) (?:\d{1,2}|[A-Z]))$/;

/** Business that most meetings have, by which a short line is known to be a heading. */
export const USUAL_BUSINESS =
  /^(?:(?:to\s+(?:receive|accept|record|note)\s+(?:any\s+)?)?apologies(?:\s+for\s+(?:absence|non-attendance))?(?:\s+and\s+.{3,40})?|welcome(?:\s+and\s+.{3,40})?|introductions?|declarations?\s+of\s+(?:members['’]?\s+)?(?:interests?|pecuniary).{0,40}|disclosures?\s+of\s+.{3,40}|(?:approval\s+of\s+(?:the\s+)?)?minutes(?:\s+(?:of|from)\s+(?:the\s+)?(?:previous|last|\w+day|\w+)?\s*meetings?)?(?:\s+(?:held\s+)?(?:on|of|from)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b).{0,60})?|previous\s+minutes|matters\s+arising.{0,60}|any\s+other\s+(?:urgent\s+)?business|a\.?o\.?b\.?|other\s+business|dates?\s*(?:(?:and|\/|,)\s*time\s*)?(?:and\s+venue\s+)?of\s+(?:the\s+)?(?:next|future)\s+meetings?|next\s+meetings?|future\s+meetings?|correspondence|finance(?:\s+report)?|planning(?:\s+applications)?|public\s+(?:participation|forum|question\s+time|session|comments?)|chair(?:man|person)?['’]?s?\s+(?:report|remarks|announcements)|treasurer['’]?s?\s+report|clerk['’]?s?\s+report|close(?:\s+of\s+meeting)?|closure|adjournment|action\s+log|call\s+to\s+order)\.?:?$/i;

/** A word that heads business alone: behind "H." it is no surname. */
export const HEADING_NOUN =
  /^(?:reports?|adjournment|correspondence|business|minutes|motions?|ordinances?|resolutions?|announcements?|budget|apologies|finance|planning|welcome|introductions?|discussion|appointments?|elections?|communications?|proclamations?|presentations?|updates?|policies|highways|allotments?|closure?|other|new|old|next|matters|public|unfinished|consent|executive|closed|open|any|website|membership|safeguarding)\b/i;

/** Over those who came, however it is spelt. */
export const ATTENDANCE_HEADING = /^(?:atten?d|present\b|apolog|roll call|in attendance|call to order)/i;

/** Headings that name no business. */
export const NO_BUSINESS =
  /^(?:(?:main\s+|key\s+)?(?:points|issues)\s+(?:discussed|raised)|(?:key\s+)?discussion(?:\s+points)?|agenda(?:\s+items?)?|actions?(?:\s+(?:points?|items?|list|summary|arising|log))?|(?:summary\s+of\s+)?(?:actions|decisions|outcomes)|attendance|attendees|attending|participants|present|in\s+attendance|also\s+(?:present|in\s+attendance)|apologies\s*:|minutes\s*:|notes|no\.?\s*item|item|decisions?|resolved|agreed|summary|contents|decision(?:s)?\s+made|links?|recording|meeting\s+notes|location|venue|date(?:\s+and\s+time)?|time)\.?:?$/i;

/** What portals print around the minutes. */
export const FURNITURE =
  /^(?:no\.?\s+item|view\s+directions|additional\s+documents?:?|media|share\s+this\s+(?:page|item)|contact:.*|note:.*|e-?mail:?.*|supporting\s+documents|printed?\s+(?:minutes|page).*|(?:pdf|word|doc)\s+(?:icon\s+)?(?:pdf|doc)?\s*\d+\s*[km]b|an\s+oral\s+update\s+will\s+be\s+(?:provided|given)\s+at\s+the\s+meeting\.?|(?:appendix|appendices|report|covering\s+report).{0,30}(?:attached|to\s+follow).{0,40})$/i;

/** A link to more text that a portal has cut off: what follows belongs to the next item. */
export const CUT_OFF = /view\s+the\s+full\s+minutes\s+text\s+for\s+item\s+\d+/i;

/** What portals put behind a title. */
export const TITLE_TAIL =
  /\s*(?:(?:pdf|word|doc)\s+icon\s+(?:pdf|doc)?\s*[\d.,]+\s*[km]b|(?:pdf|docx?)\s*[,(]?\s*[\d.,]+\s*[km]b\)?|\((?:attached|to follow|enclosed|copy attached|verbal|report attached)\))\s*$/i;

/** A word that no title ends with and no sentence follows at once. */
export const FUNCTION_WORD =
  /(?:^|\s)(?:the|a|an|of|to|and|or|for|from|by|with|in|on|at|as|that|which|who|between|via|per|into|than|&|[–—-])$/i;

/** A word that begins a sentence where it stands with a capital. */
export const SENTENCE_OPENER =
  /^(?:The|There|It|This|These|That|They|We|He|She|A|An|All|No|None|Some|Several|Following|After|Due|Cllr\.?|Cllrs\.?|Councillors?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Members|Residents|Apologies|RESOLVED:?|Resolved:?|AGREED:?|Agreed|It’s|They’re|•)$/;

/** A verb of the past behind the opener of a sentence. */
export const PAST_VERB =
  /\b(?:[a-z]{2,}ed|read|led|left|spoke|sent|met|ran|set|put|took|gave|began|brought|held|spent|wrote|knew)\b/;

/** What came of an item, in a word behind its title: "Lettings – approved, new rates from September". */
export const OUTCOME =
  /^(?:approved|agreed|accepted|adopted|noted|received|deferred|granted|refused|withdrawn|carried|none|nil|nothing|no\s+(?:objections?|comments?|change|updates?|report|action|matters)|unanimous(?:ly)?|nem\.?\s*con|not\s+\p{Ll}+|as\s+(?:above|below))\b/iu;
