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
export const USUAL_BUSINESS = new RegExp(
  `^(?:${[
    String.raw`(?:to\s+(?:receive|accept|record|note)\s+(?:any\s+)?)?(?:acceptance\s+of\s+)?app?ologies(?:\s+for\s+(?:absence|non-attendance))?(?:\s+and\s+.{3,40})?`,
    String.raw`(?:chair(?:man)?['’]?s?\s+)?welcome(?:\s+(?:and|by)\s+.{3,40})?`,
    String.raw`(?:opening|introductions?|roll\s+call|call\s+to\s+order|pledge\s+of\s+allegiance|quorum)`,
    String.raw`declarations?\s+of\s+(?:members['’]?\s+)?(?:interests?|pecuniary).{0,40}`,
    String.raw`disclosures?\s+of\s+.{3,40}`,
    String.raw`(?:approval\s+of\s+(?:the\s+)?)?minutes(?:\s+(?:of|from)\s+(?:the\s+)?(?:(?:previous|last)\s+(?:\w+\s+){0,4}|\w+day\s+|\w+\s+)?meetings?)?(?:\s+(?:held\s+)?(?:on|of|from)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b).{0,60}(?<!\b(?:agreed|approved|accepted|adopted|signed|read|confirmed|circulated|passed)))?`,
    String.raw`(?:approval|adoption)\s+of\s+(?:the\s+)?agenda`,
    String.raw`(?:previous|last)\s+minutes|matters\s+arising(?:\s*[:–(-]|\s+(?:from|out\s+of|of|and|not|since|in|on|by|at|as|other|if)\b).{0,60}|matters\s+arising`,
    String.raw`any\s+other\s+(?:urgent\s+|competent\s+)?business|a\.?o\.?(?:c\.?)?b\.?`,
    String.raw`(?:other|old|new|unfinished|urgent|councillors['’]?\s+other|public\s+other)\s+business|other\s+matters|consent\s+agenda`,
    String.raw`dates?\s*(?:(?:and|\/|,|&)\s*time\s*)?(?:and\s+venue\s+)?of\s+(?:the\s+)?(?:next|future)\s+(?:\w+\s+)?meetings?|(?:next|future)\s+meetings?`,
    String.raw`correspondence|finance(?:\s+report)?|planning(?:\s+applications)?`,
    String.raw`(?:(?:public|open|citizens?|residents?|home-?owners?|tenants?|members?)['’]?s?['’]?)\s+(?:participation|forum|question\s+time|session|comments?|input)`,
    String.raw`(?:chair(?:man|person)?|treasurer|clerk|secretary|president|director|manager)['’]?s?['’]?\s+(?:report|remarks|announcements|update)`,
    String.raw`(?:(?:financial|committee|sub-?committee|commissioners?|board|staff|officers?|councill?ors?|trustees?|superintendent|(?:sub-?)?committees?)['’]?s?['’]?|standing\s+committee|ward\s+members?['’]?)\s+reports?|reports?\s+(?:from|of|by)\s+(?:the\s+)?(?:(?:sub-?|standing\s+)?committees?(?:\s+chairs?)?|officers?|staff|(?:outside|other)\s+bodies)|(?:written|oral|staff)\s+communications?`,
    String.raw`election\s+of\s+(?:the\s+)?(?:chair|vice|officers|president|committee).{0,30}`,
    String.raw`close(?:\s+of\s+meeting)?|closure|adjourn(?:ment)?|action\s+log`,
  ].join("|")})(?:\\s*\\([^()]{1,60}\\))?(?:\\.?:?|\\s?[.:]?[–—-]+)$`,
  "i",
);

/** "Treasurer's report – Ada Quill": the business, and who presents it. */
export const PRESENTED =
  /^(?<business>.{4,60}?)\s+[–—-]\s+(?<presenter>(?:(?:Cllr|Mrs?|Ms|Miss|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}’']+\s\p{Lu}[\p{L}’'-]+)$/u;

/** Headings that name no business. */
export const NO_BUSINESS =
  /^(?:(?:main\s+|key\s+)?(?:points|issues)\s+(?:discussed|raised)|(?:key\s+)?discussion(?:\s+points)?|(?:(?:tentative|draft|proposed|meeting|today['’]s)\s+)?agenda(?:\s+items?|\s+(?:and|&)\s+(?:notes|minutes))?|attest(?:ed)?|executive\s+summary|(?:officers?['’]?s?['’]?\s+|staff\s+)?recommendations?|background|purpose(?:\s+of\s+(?:the\s+)?report)?|(?:financial|legal|risk|resource)\s+implications|reasons?\s+for\s+(?:the\s+)?(?:decision|recommendation)s?|options?\s+considered|(?:council|committee|board|officer)\s+(?:resolution|decision|recommendation)|(?:motion\s+)?(?:carried|lost|defeated|passed|failed)(?:\s+unanimously)?(?:,?\s*\(?\d{1,2}\s*(?:[-–/]|to)\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\)?)?|motion|(?:recorded|roll\s+call)\s+vote(?:\s+(?:requested|taken))?|(?:resolution|motion)\s+(?:no\.?\s*|#\s*)?[\w./-]*\d[\w./-]*(?:\s+of\s+(?:19|20)\d\d)?|actions?(?:\s+(?:points?|items?|list|summary|arising|log|list\s+summary|overflow))?|(?:summary\s+of\s+)?(?:actions|action\s+items|decisions|resolutions|outcomes)|actions\s+(?:relating\s+to|from|arising)\s.{3,80}|attendance|attendees|attending|participants|present|in\s+attendance|also\s+(?:present|in\s+attendance)|apologies\s*:|minutes\s*:|minutes\s+(?:by|taken\s+by)\s.{2,40}|notes|no\.?\s*item|item|decisions?|resolved|agreed|summary|contents|decision(?:s)?\s+made|links?|recording|meeting\s+notes|location|venue|date(?:\s+and\s+time)?|time|(?:challenges|standards|items|topics|matters)\s+(?:discussed|covered|considered)\b.{0,40}|draft|the\s+minutes)\.?:?$/i;

/** "acme/boat-house": where software is kept, over the changes to it; "Publicity/Outreach" is business. */
export const REPOSITORY = /^(?!\p{Lu}\p{L}+\/\p{Lu})[\w.-]+\/[\w.-]+:?$/u;

/** A word that heads business alone: behind "H." it is no surname. */
export const HEADING_NOUN =
  /^(?:reports?|adjournment|correspondence|business|minutes|motions?|ordinances?|resolutions?|announcements?|budget|apologies|finance|planning|welcome|introductions?|discussion|appointments?|elections?|communications?|proclamations?|presentations?|updates?|policies|highways|allotments?|closure?|other|new|old|next|matters|public|unfinished|consent|executive|closed|open|any|website|membership|safeguarding)\b/i;

/** Over those who came, however it is spelt. */
export const ATTENDANCE_HEADING = /^(?:atten?d|present\b|apolog|roll call|in attendance|call to order)/i;

/** A post below a line for its signature. */
export const SIGNING_POST =
  /^(?:(?:lord\s+|deputy\s+)?mayor|provost|presiding\s+officer|(?:vice-?\s?)?chair(?:man|woman|person)?|(?:town\s+|city\s+|parish\s+)?clerk|(?:hon(?:orary)?\.?\s+)?secretary|president)$/i;

/** Headings over lists of people. */
export const PEOPLE_HEADING =
  /^(?:(?:the\s+)?(?:people|those|members?|attendees|participants|observers|invitees|guests|staff|officers|board|committee|panel|tsc|steering|council(?:lors)?|trustees|directors|governors)\b.{0,40}\b(?:present|attend(?:ing|ance|ed|ees)|absent|came|missing|membership|apologies)\b.{0,20}|(?:attending|missing|absent|additional|other|present|apologies\s+from|in\s+attendance)\b.{0,30}\b(?:members?|attendees|participants|people|present)\b.{0,10}|board\s+membership|attend[ae]+nce|attendees|roles|meeting\s+roles|roll\s+call\s+vote)\.?:?$/i;

/** Business that stands last, whatever number it bears. */
export const LAST_BUSINESS =
  /^(?:any\s+other\s|a\.?o\.?c?\.?b\b|dates?\b.{0,20}\bmeeting|(?:our\s+)?next\s+(?:\w+\s+)?meeting|future\s+meeting|close\b|closure)/i;

/** Over a list of what another meeting is to deal with. */
export const FUTURE_BUSINESS =
  /^(?:items?|matters|business|topics|agenda(?:\s+items?)?|suggestions|future\s+(?:agenda\s+)?items?|next\s+agenda)\b.{0,30}\b(?:next|future|forthcoming)\b|^(?:future|next)\s+(?:agenda|items|business)\b/i;

/** The last business as it stands on a line of its own below the numbered items. */
export const ANNOUNCED_LAST =
  /^(?:any\s+other\s+business|a\.?o\.?b\b|dates?\s+of\s.{0,14}\bmeetings?\b|(?:councillors|public)\W+other\s+business|other\s+matters)/i;

/** In front of all else, over the date or those who came, the title of the paper; further down the minutes of the last meeting. */
export const TITLE_OF_PAPER = /^minutes\s+of\s+(?:the\s+)?(?:\w+\s+)?meeting:?$/i;

/** "Minutes" alone names business where its text says what became of them. */
export const MINUTES_TREATED =
  /\b(?:approv|agree|accept|adopt|confirm|correct|signed|amend|taken\s+as|previous\s+meeting|last\s+meeting)/i;

/** What portals print around the minutes. */
export const FURNITURE =
  /^(?:no\.?\s+item|view\s+directions|additional\s+documents?:?|media|share\s+this\s+(?:page|item)|contact:.*|note:.*|e-?mail(?::.*|\s+\S+@\S+.*|(?:\s+(?:this|us|a\s+friend)\b.*)?)|supporting\s+documents|printed?\s+(?:minutes|page).*|(?:pdf|word|doc)\s+(?:icon\s+)?(?:pdf|doc)?\s*\d+\s*[km]b|an\s+oral\s+update\s+will\s+be\s+(?:provided|given)\s+at\s+the\s+meeting\.?|(?:appendix|appendices|report|covering\s+report).{0,30}(?:attached|to\s+follow).{0,40})$/i;

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

/** Words that only a sentence has, not a title. */
export const SENTENCE_WORD =
  /(?:^|\s)(?:we|they|you|it|he|she|seems?|needs?|wants?|do|does|(?:do|does|is|was|ca|wo|has|have)n['’]t|(?:they|we|it|there|he|she|I)['’]\w+)(?:\s|$)/;

/** What came of an item, in a word behind its title: "Lettings – approved, new rates from September". */
export const OUTCOME =
  /^(?:approved|agreed|accepted|adopted|noted|received|deferred|tabled|postponed|completed?|ongoing|granted|refused|withdrawn|carried|none|nil|nothing|no\s+(?:objections?|comments?|change|updates?|report|action|matters)|unanimous(?:ly)?|nem\.?\s*con|not\s+\p{Ll}+|as\s+(?:above|below))\b/iu;
