/** Words in the names of bodies that meet. */

/** A word that makes a line the name of a body. */
export const BODY_WORDS =
  /\b(?:council|committee|sub-?committee|board|partnership|panel|forum|group|governors|governing\s+body|governing\s+board|trust(?:ees)?|commission|association|society|club|cabinet|executive|exec|assembly|authority|working\s+(?:party|group)|task\s+(?:and\s+finish\s+group|force|group|team)|steering\s+(?:group|committee)|annual\s+(?:general|parish|town|council)\s+meeting|a\.?g\.?m\.?|parish\s+meeting|consortium|network|collaborative|federation|foundation|alliance|court|senate|union|tsc|sig|branch|co-?operative|friends\s+of|league\s+of|guild|chapter|fellowship|presbytery|synod|vestry|diocese|directors|commissioners|selectboard|select\s*board|selectmen|corporation|institute|conservancy|district\s+board|cooperative|charity|company|bench|faculty|delegation|taskforce|ppg|pcc|pta|lag|laf|hoa)\b/i;

const STATUS = String.raw`(?:(?:the\s+)?(?:draft|unconfirmed|unapproved|approved|confirmed|public|open|signed|final|extract\s+(?:of|from)(?:\s+the)?)\s+)*`;
const KIND = String.raw`(?:(?:last|virtual|remote|online|public|ordinary|extra-?ordinary|emergency|special|statutory|regular|routine|business|monthly|bi-?monthly|quarterly|inaugural|annual|full|general|agm|hybrid|zoom|joint|inquorate|adjourned|open|formal|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:[a-z]+ty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\d+(?:st|nd|rd|th)|january|february|march|april|may|june|july|august|september|october|november|december)\s+)*`;
const MINUTES_OF = String.raw`(?:(?:minutes?|notes|record|summary|agenda|summons|action\s+(?:notes|log)|report|proceedings)\s+(?:of|from|for|to)\s+)`;

/** Words in front of or behind a body's name that do not belong to it. */
export const MEETING_PHRASE = new RegExp(
  String.raw`^${STATUS}${MINUTES_OF}?(?:(?:the|a|an)\s+)?${KIND}(?:(?:meeting|session|sitting|proceedings|gathering)\s+(?:of|for|held\s+by|by)\s+)(?:the\s+)?`,
  "i",
);

/** "Minutes of the", "Draft notes from a", without the word meeting. */
export const MINUTES_PHRASE = new RegExp(String.raw`^${STATUS}${MINUTES_OF}(?:(the|a|an)\s+)?${KIND}`, "i");

/** What ends a body's name in a title line. */
export const NAME_END =
  /\s*(?:(?<=\w[\s:–-]{1,3})(?:\d+(?:st|nd|rd|th)\s+)?(?:annual\s+(?:general\s+)?meeting|a\.?g\.?m\.?)\b.*|\(["'“]?(?:the\s+)?["'“]?\w+["'”]?\)|[-–—|,:]?\s*(?:(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes|notes)|agenda(?:\s+and\s+minutes)?)\s*(?:of\s+(?:the\s+)?meeting|for\b.*)?$|[-–—|,:]\s*(?:(?:draft|unconfirmed|approved|open|public|meeting)\s+)*(?:minutes|notes|agenda)\b.*|\s[-–—|:]\s*(?:ordinary|extra-?ordinary|special|regular|general|monthly|annual|teleconference|committee\s+minutes).*|\b(?:which\s+(?:was|took)|that\s+was|was\s+held|(?:is\s+|due\s+)?to\s+be\s+held|held|commencing|convened|taking\s+place|took\s+place|meeting\s+(?:minutes|held|no\.?|number|of|on|at|dated|\d+|january|february|march|april|may|june|july|august|september|october|november|december)|minutes\s+(?:of|from|for)|on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\s+(?:the\s+)?\d|at\s+\d|at\s+(?:the|[A-Z])|in\s+(?:the|[A-Z])|via\b|by\s+(?:zoom|teams|video|skype|telephone|conference))\b.*|\bmeetings?\s*(?:[-–—|,:(].*)?$|[,|]\s*$)/i;

/** The kind of a meeting behind the body's name: "Parish Council Planning [Meeting]", "Council July [meeting]". */
export const KIND_BEHIND =
  /(?<=\b(?:council|committee|board|association|society|club|group|forum|partnership|panel|pc|governors|trustees)\b['’]?)(?:\s+(?:and|&))?(?:\s+(?:ordinary|full\s+council|planning|extra-?ordinary|emergency|special|regular|general|monthly|quarterly|business|public|annual|open|virtual|zoom|online|january|february|march|april|may|june|july|august|september|october|november|december|draft|minutes))+\s*$/i;

/** Names that say only what kind of meeting it was: the body's own name stands over them. */
export const KIND_ONLY =
  /^(?:(?:the|a|an)\s+)?(?:(?:full|whole|annual|ordinary|extra-?ordinary|general|special|regular|monthly|public|parish|town)\s+)*(?:council|meeting|a\.?g\.?m\.?|general\s+meeting|company|society|association|club|charity|partnership|forum|authority|members)(?:\s+of\s+the\s+council)?$/i;

/** "Committee meeting, 4 May": likewise, where no article makes it the committee that met. */
export const KIND_BEFORE_MEETING = /^(?:(?:executive|management|general)\s+)?committee$/i;

/** Meetings that are bodies themselves: the electors of a parish or town. */
export const PARISH_MEETING =
  /\b(?:annual\s+)?(?:parish|town|village|community|ward)\s+(?:meeting|assembly)(?!\s+of\s+the\s+(?:parish\s+|town\s+)?council)/i;

/** Organs that an organisation names without itself: "Board of Trustees", "Steering Group", "Full Governing Body". */
export const BARE_ORGAN =
  /^(?:the\s+)?(?:(?:full|main|joint|executive|management|managing|steering|general|standing|finance|audit|planning|student|students[’']|union|school|senior|local|core|operational|strategic|organising|organizing|central|national|regional|district|branch|church|parochial)\s+(?:and\s+|&\s+)?)*(?:(?:sub-?)?committee|board(?:\s+of\s+(?:directors|trustees|governors|management|managers|education))?|trustees|directors|governors|governing\s+(?:body|board)|council(?:\s+of\s+management)?|executive|cabinet|senate|group|team|working\s+(?:group|party)|task\s+(?:group|force))[’']?$/i;

/** Names of whole organisations, which have organs of their own. */
export const ORGANISATION_WORDS =
  /\b(?:council|trust|school|academy|university|foundation|authority|college|association|society|club|union|charity|partnership|network|consortium|federation|alliance|company|limited|ltd|inc|co-?operative|surgery|practice|hospital|hospice|homes|corporation|institute|church|parish|city|town|village|county|borough|municipality|district|owners)\b/i;

/** Meetings of a whole organisation, whose name is the body's: "Annual General Meeting", "members". */
export const OF_ALL_MEMBERS =
  /\b(?:meeting|a\.?g\.?m\.?|company|society|association|club|charity|partnership|forum|authority|members)$/i;

/** The label of a field whose value stands in the next cell. */
export const BODY_LABEL =
  /^(?:committee|board|body|group|panel|meeting|name\s+of\s+(?:meeting|committee|group|body))\s*[:;]?$/i;

/** The number of a meeting within its year, or the year itself, behind a body's name: "Council 4 2021/22". */
export const MEETING_NUMBER_BEHIND =
  /(?:[\s,–—-]+(?:no\.?\s*|#)?\d{1,3})?[\s,–—-]+\(?(?:19|20)\d\d(?:\s*[/–-]\s*(?:19|20)?\d\d)?\)?$|(?<=\b(?:council|board|committee|senate|assembly))\s+(?:#\s*)?\d{1,2}$/i;

/** "MINUTES – REGULAR COUNCIL MEETING": a word for the paper in front of the body's name. */
export const MINUTES_DASH = /^(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes|notes|agenda)\s+[–—-]\s+(?=\p{Lu})/iu;

/** The kind of meeting in front of an organ's name: "Regular Council". */
export const KIND_IN_FRONT =
  /^(?:(?:regular|ordinary|special|monthly|annual|quarterly|general|extra-?ordinary|emergency|virtual|public)\s+)+(?=(?:council|committee|board)\b)/i;
