/** Words in the names of bodies that meet. */

/** A word that makes a line the name of a body. */
export const BODY_WORDS =
  /\b(?:council|committee|sub-?committee|board|partnership|panel|forum|group|governors|governing\s+body|governing\s+board|trust(?:ees)?|commission|association|society|club|cabinet|executive|exec|assembly|authority|working\s+(?:party|group)|steering\s+(?:group|committee)|annual\s+(?:general|parish|town|council)\s+meeting|a\.?g\.?m\.?|parish\s+meeting|consortium|network|collaborative|federation|foundation|alliance|court|senate|union|tsc)\b/i;

/** Words in front of or behind a body's name that do not belong to it. */
export const MEETING_PHRASE =
  /^(?:(?:the\s+)?(?:draft|unconfirmed|unapproved|approved|confirmed|public|signed|final|extract\s+(?:of|from)(?:\s+the)?)\s+)*(?:(?:minutes|notes|record|agenda|summons|action\s+(?:notes|log))\s+(?:of|from|for|to)\s+)?(?:(?:the|a|an)\s+)?(?:(?:last|virtual|remote|online|public|ordinary|extra-?ordinary|emergency|special|statutory|regular|monthly|quarterly|inaugural|annual|full|general|agm|hybrid|zoom|joint|inquorate|adjourned|first|second|third|\d+(?:st|nd|rd|th))\s+)*(?:(?:meeting|session|sitting|proceedings|gathering)\s+(?:of|for|held\s+by|by)\s+)(?:the\s+)?/i;

/** What ends a body's name in a title line. */
export const NAME_END =
  /\s*(?:(?<=\w[\s:–-]{1,3})(?:annual\s+(?:general\s+)?meeting|a\.?g\.?m\.?)\b.*|\(["'“]?the\s+["'“]?\w+["'”]?\)|[-–—|,:]?\s*(?:(?:(?:draft|unconfirmed|approved)\s+)?minutes|agenda(?:\s+and\s+minutes)?)\s*(?:of\s+(?:the\s+)?meeting|for\b.*)?$|\b(?:which\s+(?:was|took)|that\s+was|was\s+held|held|commencing|convened|taking\s+place|took\s+place|meeting\s+(?:held|minutes|of|on|at)|meetings?\s*$|minutes\s+(?:of|from|for)|on\s+(?:the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\s+(?:the\s+)?\d|at\s+\d|at\s+(?:the|[A-Z])|in\s+(?:the|[A-Z])|via\b|by\s+(?:zoom|teams|video))\b.*)/i;
