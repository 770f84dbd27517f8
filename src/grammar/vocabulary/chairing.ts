/** How minutes say who took the chair. */

const POST = String.raw`(?:chair(?:man|person|woman|s)?|convenor|convener|cathaoirleach|leas-chathaoirleach|cadeirydd|mayor|president)`;

/** A post whose holder takes the chair: "Chair", "Chairman", "Convener", "Cathaoirleach". */
export const CHAIR_ROLE =
  /(?:^|[,/&(–-]\s*|\b(?:in\s+the|the|acting|meeting|session|trust|board|committee|council|panel|forum|society|independent|lay|interim|co-?|joint)\s+)(?:chair(?:man|person|woman|ing)?|convenor|convener|cathaoirleach|cadeirydd)\b/i;
/** Posts beside the chair's, and chairs of something else. */
export const NOT_CHAIR_ROLE =
  /\b(?:vice|deputy|leas|group\s+chair|former|past|immediate|outgoing|elect|designate|chair\s+of\s+(?:the\s+)?(?:finance|planning|resources|personnel|audit|quality|governance|environment|education))\b/i;
/** "Councillor A (Leader, in the Chair)". */
export const IN_CHAIR_ROLE = /\bin\s+(?:the\s+)?chair\b|\b(?:presiding|chairing|acting\s+chair\w*)\b/i;
/** Posts that preside where nobody is called chair. */
export const PRESIDING_ROLE =
  /^(?:the\s+)?(?:(?:town|city|lord|borough|shire|county|board|council|club|society|branch)\s+)?(?:mayor|president|pres\.?|provost|reeve|leader|warden|cathaoirleach|speaker|moderator|vicar|rector)\b/i;

/** What every way of telling who took the chair holds: asked first, since those patterns look for a name in front of their words. */
export const CHAIR_SIGN = /chair|presid|conven|cathaoirleach|cadeirydd|mayor|order|declared/i;

const TAKES_CHAIR = String.raw`(?:(?:then\s+|also\s+|again\s+)?(?:took|take|assumed|occupied|resumed|in|was\s+in|being\s+in|was\s+voted\s+(?:in)?to)\s+(?:the\s+)?chair\b|acted\s+as\s+(?:the\s+)?(?:chair|convener)\w*|presid(?:ed|ing)\b|chair(?:ed|ing)\b(?:\s+(?:the|this)\s+(?:\w+\s+)?meeting)?)`;
/** "X took the chair", "with X in the chair", "X chairing the meeting"; the person is group 1. */
export const TOOK_CHAIR = withName(String.raw`(?:\b(?:with|to|by|that)\s+)?([^.;:\n]{1,70}?)\s*,?`, TAKES_CHAIR);
/** "X called the meeting to order". */
export const CALLED_TO_ORDER =
  /^\W*([^.;:\n]{2,60}?)\s+(?:\(chair\w*\)\s+)?(?:call(?:ed|s)|brought)\s+(?:the|this)\s+(?:[\w-]+\s+){0,4}?meeting\s+(?:of\s+[^.;]{3,60}?\s+)?to\s+order|^\W*([^.;:\n]{2,60}?)\s+declared\s+the\s+(?:\w+\s+)?meeting\s+open/i;
/** "Chaired by: X", "In the Chair: X", "called to order at 7 by President X"; the person is group 1. */
export const CHAIRED_BY = new RegExp(
  String.raw`\b(?:chaired\s+by|presided\s+over\s+by|under\s+the\s+(?:chairmanship|presidency)\s+of|call(?:ed)?\s+to\s+order\s+(?:at\s+[\d.:]+\s*(?:[ap]\.?m\.?)?\s+)?by|chair\s+(?:was\s+)?taken(?:\s+initially)?\s+by|opened\s+by\s+the\s+chair\w*,?)\s*[:–-]?\s*(?:the\s+)?((?!$)[^.;\n]{2,70})` +
    String.raw`|^(?:in\s+the\s+chair|(?:meeting\s+|council\s+|board\s+|committee\s+)?${POST}|presiding(?:\s+officer)?|chairing)\s*[:–-]\s*([^;\n]{2,70})`,
  "i",
);
/** A label alone, its person in the next cell or line. */
export const CHAIR_LABEL = new RegExp(
  String.raw`^(?:in\s+the\s+chair|(?:meeting\s+)?${POST}|presiding(?:\s+officer)?|chaired\s+by)\s*[:–-]?$`,
  "i",
);
/** A name with its post in running text: "Ada Quill (chair): we have asked", "Ada Quill (Chair) welcomed". */
export const NAMED_CHAIR =
  /(\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*){0,4})(?<!\b(?:Vice|Deputy))\s*(?:\(\p{Lu}{1,4}\)\s*)?(?:,?\s*\((?:the\s+|[Ii]n\s+the\s+)?[Cc]hair(?:man|person|woman|ing)?\)|,\s*Cathaoirleach\b|\s[–-]\s+(?:Independent\s+)?Chair(?:man|person|woman)?\b(?!\s+of))/u;
/** Titles of the clergy and of peers that may stand in a row before a name. */
export const TITLES_IN_FRONT =
  /^(?:The\s+)?(?:(?:Rev[’']?d\.?|Rev\.?|Reverend|Canon|Father|Fr\.?|Archdeacon|Baroness|Lord|Lady)\s+)+(?=\p{Lu})/u;
/** A name with its post under the line for signing: "Ada Quill, Chairman". */
export const SIGNED_CHAIR =
  /^(?:signed\b\W*)?(?:by\s+)?([^,;:\n]{3,40}?)\s*(?:,|\(|[–-]|\s)\s*(?:the\s+)?(?:chair(?:man|person|woman)?|cathaoirleach|convener|mayor)\)?\s*$/i;
/** "It was agreed that Cllr Quill be appointed Chair". */
export const ELECTED_CHAIR = withName(
  String.raw`(?:\bthat\s+)?([^.;:\n]{3,60}?)`,
  String.raw`(?:be|was|were|is)\s+(?:duly\s+|unanimously\s+|re-?)*(?:elected|appointed|confirmed)\s+(?:as\s+)?(?:the\s+)?chair(?:man|person|woman)?\b`,
);
/** The lines of an election or of other meetings, which name chairs to come. */
export const NOT_THIS_CHAIR =
  /\b(?:elect(?:ed|ion)?|nominat\w+|appoint\w+|previous|last|next|future|committee\s+chair|vice|deputy)\b/i;

/** A name and the words behind it; the words are looked for first, for a name may be anything. */
interface NamedBefore {
  readonly words: RegExp;
  readonly whole: RegExp;
}

function withName(name: string, words: string): NamedBefore {
  return { words: new RegExp(String.raw`\s${words}`, "i"), whole: new RegExp(String.raw`${name}\s+${words}`, "i") };
}

/** The match with the name as group 1; null where the words are not there. */
export function matchNamed(text: string, { words, whole }: NamedBefore): RegExpExecArray | null {
  return words.test(text) ? whole.exec(text) : null;
}
