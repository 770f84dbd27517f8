/** People whom the document only counts, and the reasons it gives: words among names that are none. */

const NUMBER = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|several|some|a\s+(?:number|few|couple)\s+of|various|no)`;
const CROWD = String.raw`(?:members?\s+of\s+(?:the\s+)?(?:public|press|staff)|residents?|parishioners?|electors?|people|persons?|others?|public|visitors?|observers?|guests?|representatives?|attendees|students?|pupils|parents|allotment\s+holders|members\b(?!\s*:))`;

/** "… and 3 members of the public", "approx. 20 residents". */
const COUNTED = new RegExp(
  String.raw`(?:[,;]\s*)?(?:\b(?:and|plus)\s+|[&+]\s*)?(?:\b(?:approx(?:imately)?\.?|about|around|circa|c\.|over|there\s+(?:were|was))\s*)?\b${NUMBER}\s+(?:\([^)]{1,12}\)\s+)?(?:other\s+|local\s+|further\s+|additional\s+|further\s+)?${CROWD}(?:\s+(?:of\s+the\s+(?:public|club|society|association|council|committee|trust|union)|were\s+present|(?:were\s+|was\s+)?(?:also\s+)?(?:present|in\s+attendance)|attended|from\s+[^,;.]{3,40}))*(?:\s+and\s+(?:the\s+)?(?:clerk|press))?`,
  "giu",
);

/** Whom the list names by a post alone. */
const POST_ALONE =
  /(?:(?<=[,;]\s*|^)|\band\s+|\bplus\s+)the\s+(?:parish\s+|town\s+)?(?:clerk|press|public)\s*(?=[,;.]|$)(?!,\s*(?:(?:Mrs?|Ms|Miss|Dr)\b|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s*(?:$|[,.(;])))/giu;

/** "due to a family commitment", "who was unwell": ends at a mark or before the next titled name. */
const REASON =
  /,?\s+(?:due\s+to|owing\s+to|because\s+of|on\s+account\s+of|for\s+(?:personal|health|work|medical|family|business|holiday|various|reasons)\b|as\s+(?:he|she|they)\b|who\s+(?:was|were|is|are|had|has|have|could|would|sent|gave)\b)[^,;.()]*?(?=\s+and\s+(?:from\s+)?(?:Cllrs?|Councill?ors?|Mrs?|Ms|Miss|Dr|Revd?|PCSO)\b|[,;.(]|$)/gu;

/** A text in which everything that is no name is blank, letter for letter. */
export function withoutCrowds(text: string): string {
  const blank = (words: string) => `;${"\u2002".repeat(Math.max(0, words.length - 1))}`;
  return text.replace(COUNTED, blank).replace(POST_ALONE, blank).replace(REASON, blank);
}

/** Whether the words only count people, or say that there were none. */
export function isCrowd(text: string): boolean {
  if (/^quorum\b/i.test(text)) return true;
  if (
    /^(?:none|nil|n\/a|nobody|no\s+one|not\s+applicable|tbc|yes|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+))[.;]?$/i.test(
      text.trim(),
    )
  )
    return true;
  return /\p{L}/u.test(text) && !/\p{L}/u.test(withoutCrowds(text));
}
