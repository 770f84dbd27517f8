/** Words by which a line that holds a whole meeting is cut: labels of attendance, titles, the usual business. */

/** A label of attendance inside a line. Without the colon only capitals are one. */
export const INLINE_LABEL =
  /(?:(?:(?:Councillors|Members|Cllrs|Trustees|Governors|Directors|Those|Committee|Also,?|Others?)\s+)?(?:[Pp]resent|[Ii]n\s+[Aa]ttendance|[Aa]bsent)|Attendees|Attending|Attendance|Apologies(?:\s+for\s+[Aa]bsence)?(?:\s+(?:(?:were\s+)?received\s+)?from)?|Apologies\s+received|Officers|Guests|Members\s+of\s+the\s+[Pp]ublic|Public)\s*:|(?:Also,?\s+)?[Ii]n\s+Attendance(?=\s+(?:Public|Cllr|Mr|Mrs|Ms|Dr))|(?:PRESENT|IN ATTENDANCE|APOLOGIES|ALSO PRESENT)(?=\s+[A-Z][a-z])/;

/** The title of the minutes inside a line that opens with the body's name. */
export const INLINE_TITLE =
  /(?:MINUTES\s+OF|Minutes\s+of)\s+(?:the|a|an|THE|A|AN)\s+[^.]{0,80}?\b(?:[Mm]eeting|MEETING)\b/;

/** Usual business at the start of words. */
export const USUAL_BUSINESS_RUN_IN =
  /^(?:to\s+(?:receive|note|approve|consider|accept|confirm|elect|discuss|agree)|apologies|welcome|declarations?|disclosures?|minutes|matters\s+arising|public|open\s+forum|finance|planning|highways|correspondence|clerk|chair|reports?|election|any\s+other|a\.?o\.?b|dates?\s+of|next\s+meeting|close)\b/i;
