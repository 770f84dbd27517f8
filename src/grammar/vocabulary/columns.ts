/** Words over the columns of tables, by which it is told what the table holds. */

export type ColumnRole =
  | "number"
  | "narrative"
  | "task"
  | "owner"
  | "presenter"
  | "topic"
  | "due"
  | "status"
  | "date"
  | "name"
  | "organisation"
  | "attendance"
  | "amount";

/** First match wins. */
const COLUMN_TITLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /^(?:no\.?|item(?:\s*(?:no\.?|number|#))?|min(?:ute)?s?\.?\s*(?:ref\.?|no\.?|number|#)|ref(?:erence)?\.?|#|agenda\s+(?:no\.?|item\s*(?:no\.?)?))$/i,
    "number",
  ],
  [/^(?:meeting\s+)?date(?:\s+(?:raised|opened|set|added|logged|of\s+(?:meeting|action)))?$|^raised$/i, "date"],
  [
    /^(?:narrative|minutes?|discussion.*|details?|subject|agenda\s+item|notes|description|business|matters?|topics?|summary|points\s+discussed|minute\s+text)$/i,
    "narrative",
  ],
  [
    /^(?:(?:agreed|summary\s+of|list\s+of|outstanding|open|new|current|previous|key|main|proposed|next)\s+)?(?:actions?|tasks?|jobs?)(?:\s+(?:points?|required|agreed|to\s+be\s+taken|items?|needed|log|to\s+do|description|details?|arising|steps?|\/\s*decisions?))?$|^(?:description\s+of\s+)?actions?$|^next\s+steps?$|^to\s+do$|^what(?:\s+needs\s+doing)?\??$/i,
    "task",
  ],
  [
    /^(?:(?:officer|person)\s*\(?s?\)?\s*(?:resp(?:onsible)?\.?)?|resp(?:onsib\w*)?\.?(?:\s+(?:officer|person))?|(?:action\s+)?owners?|leads?(?:\s+officer)?|(?:action(?:ed)?\s+)?by(?:\s+whom)?|who(?:\s+by)?\??|by\s+whom|assigned(?:\s+to)?|initials|name\s+of\s+lead|action\s+(?:by|for|owner|lead)|(?:allocated|delegated|given)\s+to|(?:action\s+)?(?:assignees?|holder)|to\s+be\s+(?:done|actioned)\s+by|for\s+action(?:\s+by)?|member\s+responsible|lead\s+(?:person|member|governor|trustee|partner))$/i,
    "owner",
  ],
  [/^(?:presenter|presented\s+by|speaker|reporter|led\s+by|introduced\s+by)(?:\s*\(s\)|s)?$/i, "presenter"],
  [
    /^(?:due(?:\s+date)?|by\s+when\??|deadline|target(?:\s+date)?|when\??|time-?scale|time\s*frame|date\s+due|due\s+by|target|complet(?:e|ion)\s+(?:by|date)|(?:for|to\s+be)\s+complet(?:ed|ion)(?:\s+by)?|(?:target|review|completion|action)\s+date|date\s+for\s+(?:action|completion))$/i,
    "due",
  ],
  [
    /^(?:(?:current\s+)?status|progress(?:\s+(?:update|made))?|update|status\s*(?:\/|and|&)\s*(?:comments?|update)|outcome|rag(?:\s+status)?|comments?|completed?\??|done\??|closed\??|state|result)$/i,
    "status",
  ],
  [
    /^(?:names?|person|(?:(?:board|committee|council|name\s+of)\s+)?members?|councillors?|attendees?|governors?|directors?|trustees?|commissioners?|present|in\s+attendance)$/i,
    "name",
  ],
  [
    /^(?:organi[sz]ation|affiliation|representing|company|agency|position|role|post|job\s+title|title|category|term\s+of\s+office)$/i,
    "organisation",
  ],
  [
    /^(?:(?:total|net|gross|sub-?total)?\s*(?:amounts?|values?|costs?|prices?|payments?|sums?)(?:\s+(?:paid|due|payable|claimed|requested|awarded|spent))?|totals?|net|gross|vat|balances?|budget|income|expenditure|receipts?|spend|(?:total|amount|cost|net|gross|vat|value|price)?\s*\(?[£€$]s?\)?)$/i,
    "amount",
  ],
  [/^(?:attend(?:ance|ed)|apologies|absent|present\??|here)\??$/i, "attendance"],
];

/** A cell of an attendance matrix: present, absent, apologies, sanctioned, late. */
export const ATTENDANCE_MARK = /^(?:P|A|S|L|X|Y|N|AP|Ap|Apols?|✓|✔️?|√|✅|✗|✘|❌|x)$/;

/** The same in words. */
export const ATTENDANCE_WORD =
  /^(?:yes|no|present|absent|(?:sent\s+)?apolog(?:ies|y)|apols?|excused|attended|in\s+(?:person|attendance)|online|remote(?:ly)?|by\s+(?:phone|zoom)|(?:via\s+)?(?:zoom|teams|phone))\.?$/i;

/** What a column holds, by its title; null where the title is none of these. */
export function columnRole(title: string): ColumnRole | null {
  const words = title.replace(/\s+/g, " ").replace(/[:.]$/, "").trim();
  return COLUMN_TITLES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
