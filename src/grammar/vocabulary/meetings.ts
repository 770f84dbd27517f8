/** How minutes say that their meeting opened and closed, and that another one follows. */

const MEETING = String.raw`(?:meeting|session|proceedings|a\.?g\.?m\.?|call|hearing|assembly)`;
const CLOSING = String.raw`(?:closed|ended|finished|concluded|adjourned|terminated|dissolved|rose|wound\s+up|(?:drew|came)\s+to\s+(?:a\s+close|an\s+end)|at\s+an\s+end|over\s+at)`;

/** Words of one sentence: the stops of "6.30 p.m." and "Mrs." end none. */
const WORDS = String.raw`(?:[^.;]|(?<=\d)\.(?=\d)|(?<=\b(?:[ap]|mrs?|ms|dr|cllrs?|cr|st|rev|revd|prof))\.|(?<=\b[ap]\.\s?m)\.)`;

/** A sentence that tells when the meeting opened. */
export const OPENED = new RegExp(
  String.raw`\b${MEETING}\b${WORDS}{0,70}?\b(?:opened|started|began|commenced|convened|declared\s+open|got\s+under\s*way|call(?:ed)?\s+to\s+order|brought\s+to\s+order)\b` +
    String.raw`|\b(?:opened|started|commenced|convened|began)\s+(?:the|this|our|tonight[’']s)\s+(?:[\w-]+\s+){0,5}?${MEETING}\b` +
    String.raw`|\bcall(?:ed)?\b${WORDS}{0,60}\bto\s+order\b` +
    String.raw`|\bdeclared\s+(?:the|this)\s+(?:[\w-]+\s+){0,4}?${MEETING}\s+(?:(?:duly|formally|officially|to\s+be)\s+)*open\b` +
    String.raw`|^\W*we\s+(?:all\s+)?(?:started|began|opened|kicked\s+off|got\s+going|met)\b` +
    String.raw`|^\W*(?:meeting\s+|time\s+)?(?:start(?:ed)?|commenced|opened|opening|commencement)(?:\s+time)?\s*(?:at\b|[:–-]|\d)` +
    String.raw`|^\W*time\s+of\s+(?:commencement|opening|start)\b`,
  "i",
);

/** Openings of something else than the meeting, or of another meeting. */
export const NOT_OPENED =
  /\b(?:next|future|previous|last|re-?convened|resumed|re-?opened|will|shall|public\s+(?:participation|session|forum|question)|to\s+start|closed\s+session)\b/i;

/** A sentence that tells when the meeting closed. */
export const CLOSED = new RegExp(
  String.raw`\b(?:${MEETING}|business|council|committee|board|chair(?:man|person)?)\b${WORDS}{0,80}?\b${CLOSING}\b` +
    String.raw`|\b(?:clos(?:ed|es|ing)|adjourn(?:ed|s|ing)?|end(?:ed|ing)|concluded|finished|terminated)\b${WORDS}{0,40}\b${MEETING}\b` +
    String.raw`|^\W*(?:(?:the\s+)?meeting\s+|time\s+|formal\s+)?(?:clos(?:e|ed|ure|ing)|end(?:ed|s)?|finish(?:ed)?|adjourn(?:ed|ment)?|concluded|conclusion)\b` +
    String.raw`|\badjourned\s+at\s+(?:(?:about|approximately|around|exactly)\s+)?(?:\d|noon|half|quarter)` +
    String.raw`|\bwe\s+(?:all\s+)?(?:finally\s+)?(?:stopped|finished|closed|ended|broke\s+up|wrapped\s+up|adjourned)\b` +
    String.raw`|\b(?:no\s+(?:further|other|more)|nothing\s+(?:further|more|else))\s+(?:[\w-]+\s+){0,3}?(?:business|matters|items|discuss(?:ed|ion)?)\b` +
    String.raw`|\bmo(?:ved?|tion)\b[^.;]{0,70}\badjourn`,
  "i",
);

/** What every sentence that tells of a close holds. */
export const CLOSE_SIGN =
  /clos|end|finish|conclu|adjourn|terminat|dissolv|rose|wound|drew|came|over|stopped|broke|wrapped|no\s+(?:further|other|more)|nothing/i;

/** Closings of something else: a break, the public's part, another meeting. */
export const NOT_CLOSED =
  /\b(?:public\s+(?:participation|session|forum|question|part)|closed\s+(?:session|to\s+(?:the\s+)?(?:public|press))|executive\s+session|(?:previous|last)\s+meeting|re-?convened|resumed|adjourned\s+(?:for|to\s+allow|until|while)|closed\s+(?:for|to\s+allow|while)|closing\s+(?:date|balance|time\s+for)|applications?\s+clos|consultation)\b/i;

/** How a line or sentence must look where it may tell an opening or a close behind another sentence. */
export const TIME_TOLD_BEHIND =
  /[.;]\s+(?:the\s+)?(?:we\s+)?(?:meeting\s+)?(?:finish|clos|end|adjourn|conclud|start|open|commenc|stopped)/i;

/** Words in front of a day or time that speak of a meeting still to come. */
export const NEXT_MEETING =
  /\bnext\s*:\s*(?=(?:mon|tue|wed|thu|fri|sat|sun)|\d)|\bnext\s+(?:\w+\s+)?(?:call|council|committee|board|forum|gathering|get-together|agm|egm|gm|one\s+(?:is|will|on))\b(?!\s*[’'])|\b(?:we|committee|board|council|group|panel|forum|trustees|governors|members)\s+(?:(?:will|shall|to|is\s+to|are\s+to)\s+)?(?:next\s+)?meets?\s+(?:again\s+|next\s+)?(?:on\s+)?(?:the\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:[\w-]+\s+)?meeting\s+(?:(?:will|shall|should|would|to|has|had|is|be|been)\s+){1,3}(?:brought\s+forward|put\s+back|moved|held|changed|re-?scheduled|postponed|re-?arranged)\b|\b(?:next|future|following|forthcoming|further|subsequent|upcoming)\s+(?:[\w’'&/-]+\s+){0,6}?(?:meetings?|agms?|session)\b|\bdates?\s+(?:and\s+(?:times?|venues?|place)\s+)*(?:of|for)\s+(?:the\s+)?(?:next|future|forthcoming|following)\b|\b(?:meeting|meetings)\s+(?:dates|schedule|calendar)\b|\bmeet(?:ing)?\s+(?:again|next)\b|\bnext\s+(?:meet|date)\b|\bdates?\s+of\s+next\b|\bto\s+meet\s+(?:again|next)\b/i;

/** A heading over the days of meetings to come. */
export const NEXT_MEETING_TITLE =
  /^\W*(?:(?:item\s+)?\w{1,4}[.):]\s*|(?:item\s+)?[\w/.-]{0,8}\d[\w/.-]{0,8}[.):]?\s+)?(?:next\s+(?:one|time|council|session|gathering|get-together|committee|board|forum|a?gm|egm|call|sitting)\b|d\.?o\.?n\.?m\b|(?:dates?\s+for\s+)?(?:the\s+|your\s+)?diary(?:\s+dates?)?\s*[:.]?$|(?:meetings?\s+)?calendar(?:\s+of\s+(?:\w+\s+)?meetings)?\s*(?:[:.]|$)|(?:proposed|agreed|confirmed|provisional)\s+(?:meeting\s+)?dates\b)|\bcyfarfod(?:ydd)?\s+nesaf\b|\bch[eé]ad\s+chruinni[uúthe]+\s+eile\b|\b(?:next|future|forthcoming|upcoming)\s+(?:[\w’'&/-]+\s+){0,5}?(?:meetings?|dates?|agms?|a\.g\.m)\b|\bfurther\s+(?:meeting\s+)?dates\b|^(?:meeting\s+)?dates\s+for\s+(?:20\d\d|the\s+(?:\w+\s+)?year)\b|\bdates?\s*(?:,|&|and|\/|\s)*(?:times?\s*)?(?:(?:,|&|and|\/)?\s*(?:venues?|place|location)\s*)?(?:of|for)\s+.{0,40}\bmeetings?\b|\bmeeting\s+(?:dates|schedule)\b|\b(?:schedule|calendar|programme)\s+of\s+meetings\b|\bmeetings\s+(?:for|in)\s+20\d\d|\bforward\s+programme\b/i;

/** The same where more may follow, so that a line without it is no such heading, wherever its words end. */
export const OPENS_LIKE_NEXT_TITLE = new RegExp(NEXT_MEETING_TITLE.source.replaceAll("$", ""), "i");

/** Headings that speak of the next meeting's business, not of its day. */
export const NEXT_BUSINESS = /\b(?:items?|agenda|business|matters|topics|actions?)\s+(?:\w+\s+)?(?:for|of)\b/i;

/** What else is announced with a day: the words say that it is no meeting of the body. */
export const OTHER_EVENT =
  /\b(?:last\s+updated|updated\s+on|copyright|minutes\s+of|held\s+on|was\s+(?:held|scheduled|to\s+be|due)|last\s+meeting|previous\s+meeting|instead\s+of|rather\s+than|cancelled|deadline|submitted|received|deferred|dated|documents?|closing\s+date|agenda\s+items?|papers?|reports?|apologies|training|litter[\s-]?pick\w*|clean[\s-]?up|carnival|f[eê]te|fair|festival|coffee\s+morning|site\s+visit|walk(?:about|s)?|surger(?:y|ies)|workshop|webinar|seminar|conference|remembrance|concert|consultation|election|bank\s+holiday|inspection|launch|open\s+(?:day|evening)|party|dinner|lunch|quiz|exhibition|service|expires?|grant|invoice|planning\s+application)\b/i;

/** "Draft for consideration at the next meeting" speaks of these minutes, not of the meeting to come. */
export const APPROVAL_AT_NEXT =
  /\b(?:consideration|approv\w*|agree\w*|confirm\w*|sign\w*|adopt\w*|ratif\w*)\s+(?:\w+\s+){0,3}?(?:at|by)\s+(?:the|its|their|a)\s+(?:next|following|future)\s+(?:\w+\s+){0,3}?meeting\b/gi;

/** Whether a line of the title announces another meeting. */
export function announcesNext(text: string): boolean {
  return NEXT_MEETING.test(text.replace(APPROVAL_AT_NEXT, " "));
}
