/** How title lines name the place of a meeting. */

/** A field of its own: "Venue: Village Hall". */
export const VENUE_FIELD =
  /^(?:(?:meeting\s+)?(?:venue|location|place|address)|where|held(?:\s+(?:at|in))?)\s*[:=]\s*/i;

/** "held on Tuesday at 7 pm in the", up to the place. */
export const HELD =
  /\b(?:held|meeting|met|convened|took\s+place|taking\s+place|meeting\s+of\s+.{3,80}?)\s+(?:(?:virtually|remotely|online|on\s+[^,]{3,40}|at\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?),?\s+)*(?:at|in|via|by(?=\s+(?:zoom|ms\s|microsoft|teams|video|audio|tele|conference|web|skype|google|phone|electronic|remote))|using|on|over)\s+(?:the\s+)?(?=["“'\p{L}])/iu;

/** Words behind "held in" that are no place. */
export const NO_PLACE =
  /^(?:public|private|person|camera|accordance|compliance|(?:an?\s+)?(?:open|closed|executive|special|general|ordinary|regular|public|joint|work|business|emergency)\s+session|session|common|addition|order|line|respect|lieu|two\s+parts|the\s+above|above|short\s+notice|[\d.:]+)\b/i;

/** Ways of meeting that are no place unless a line of their own or a field names them. */
export const MEANS =
  /^(?:telephone|phone|video\s*(?:link|call|conference|conferencing)|tele-?conference|conference\s+call|(?:remote|virtual|electronic)\s+(?:means|link|meeting)|e-?mail|correspondence|video)$/i;

/** Where people meet, in rooms and on line. */
export const PLACE_WORDS =
  /\b(?:hall|hut|room|rooms|offices?|chambers?|parlou?r|school|church(?:yard)?|chapel|vicarage|rectory|centre|center|library|zoom|teams|skype|webex|google\s+meet|gotomeeting|bluejeans|jitsi|online|on-line|pavilion|club\s?house|boathouse|club|institute|house|building|academy|college|theatre|hotel|inn|arms|tavern|pub|bar|court|street|road|lane|avenue|drive|square|campus|suite|auditorium|exchange|lodge|barn|castle|abbey|guildhall|mission|museum|gallery|caf[eé]|canteen|surgery|hospital|clinic|depot|station|headquarters|hq|hub|base|cabin|scout|farm|gardens?|park|wharf|quay|terrace|neuadd|áras|vestry|schoolroom|sacristy|lounge|foyer|gym|gymnasium|marquee|manor|priory|legion|kitchen|workshop|laborator(?:y|ies)|flat\s+\d+|upstairs|downstairs|floor|theater|courthouse|firehouse|town\s*hall|virtual(?:ly)?|remote(?:ly)?|video\s*conference|tele-?conference)\b/iu;

/** Rooms that are named for the body that meets there. */
export const BODY_ROOM =
  /\b(?:(?:council|committee|board|trustees?|union|club|society|association|cabinet|court|trades)['’]?\s*(?:chambers?|rooms?|house|offices?|hall|hut|club|bar|building))\b/gi;

/** Where a place ends: at a date, a time, or the rest of the sentence. */
export const PLACE_END =
  /\s*(?:,?\s+\b(?:on|at|commencing|starting|from|by)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|the\s+\d)|[.;](?:\s|$)|,?\s+commencing|,?\s+for\s+the\s+(?:purpose|transaction)|,?\s+and\s+(?:by|via|on|electronic|remote)\w*\b|\s+\((?:with|hybrid|owing|and|also|in)\b|\bview directions\b)/i;

/** What else stands beside a day in a title line. */
export const NOT_BESIDE_DAY =
  /\b(?:minutes|agenda|meeting|draft|unconfirmed|approved|confirmed|present|presid\w*|attendance|apologies|chair\w*|page|version|tel|contact|utc|gmt|bst|cet|est|pst|edt|pdt|pt|et|hours|hrs|prompt|recording|notes|public|published|updated|amended|transcript|part|session|week|term|item|no|number|onwards|approx\w*)\b|^\W*$|^[\d\W]+$/i;

/** Lines that name people or papers, where "Chambers" and "Hall" are surnames. */
export const NO_PLACE_LINE =
  /\b(?:taken|typed|written|recorded|prepared|circulated|noted|clerked|submitted)\b|:\s|@|\b(?:tel|clerk|telephone|mobile)\b|www/i;

/** A sentence under the title that says by which means all met: "This was a virtual meeting using Zoom." */
export const MET_ON_LINE =
  /\b(?:meeting|session|held|met|took\s+place|convened)\b[^.;]{0,40}?\b(?:using|via|by|on|over|through)\s+((?:Zoom|(?:MS\s+|Microsoft\s+)?Teams|Skype|Webex|Google\s+Meet|GoToMeeting|Jitsi)\b(?:\s+(?:video\s*)?(?:call|conferenc\w+|meeting))?)/;

/** "upstairs at the Lugger", "back room of the Fox": a place told in small letters up to its name. */
export const PLACE_WITHIN = /^(?:\p{Ll}+\s+){1,4}(?:at|in|of)\s+(?:the\s+)?\p{Lu}/u;
