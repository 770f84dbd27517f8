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
  /\s*(?:(?<=\w[\s:–-]{1,3})(?:\d+(?:st|nd|rd|th)\s+)?(?:annual\s+(?:general\s+)?meeting|a\.?g\.?m\.?)\b.*|\(["'“]?(?:the\s+)?["'“]?\w+["'”]?\)|[-–—|,:]?\s*(?:(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes|notes)|agenda(?:\s+and\s+minutes)?)\s*(?:of\s+(?:the\s+)?meeting|for\b.*)?$|[-–—|,:]\s*(?:(?:draft|unconfirmed|approved|open|public|meeting)\s+)*(?:minutes|notes|agenda)\b.*|\s[-–—|:]\s*(?:ordinary|extra-?ordinary|special|regular|general|monthly|annual|teleconference|committee\s+minutes).*|\b(?:which\s+(?:was|took)|that\s+was|was\s+held|held|commencing|convened|taking\s+place|took\s+place|meeting\s+(?:minutes|held|no\.?|number|of|on|at|dated|\d+|january|february|march|april|may|june|july|august|september|october|november|december)|minutes\s+(?:of|from|for)|on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\s+(?:the\s+)?\d|at\s+\d|at\s+(?:the|[A-Z])|in\s+(?:the|[A-Z])|via\b|by\s+(?:zoom|teams|video|skype|telephone|conference))\b.*|\bmeetings?\s*(?:[-–—|,:(].*)?$|[,|]\s*$)/i;

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
