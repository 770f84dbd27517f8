/** Words for outcomes that stand beside an entry, without a sentence. */

/** The number of a planning application: "24/00187/FUL", "P/2022/1140". */
export const APPLICATION = /\b(?:[A-Z]{1,4}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z]{1,6})?\b/;

/** What a parish says of a planning application, to the end of the words: first the view, then its conditions or reasons. */
export const PLANNING_VIEW =
  /(?:^|[\s–—:-]+)(?:(?:there\s+were\s+|the\s+council\s+(?:has|had)\s+)?(?:strong(?:ly)?\s+)?(?:no\s+(?:objections?|comments?|observations?)|objections?|objects?|objected|support(?:ed|s)?|(?:approval|refusal)\s+recommended|recommend(?:ed)?\s+(?:approval|refusal|grant)|neutral)(?:\s+(?:was|were)\s+(?:raised|made|submitted)|\s+raised|\s+in\s+principle)?(?:\s*(?:[,;:–—-]|\b(?:provided|subject|on|due|because|as|but|unless|with|to)\b)\s*[^.]*)?)\.?$/i;

/** "…: approved", "…: refused, outside the area": what became of a bid or a request. */
export const ENTRY_OUTCOME =
  /^(?!vote\b|motion\b)(?=\S+\s+\S+\s+\S|[^:]*[\d£–-]).*?(?::|[–—]|(?<=\s)-(?=\s))\s+((?:not\s+)?(?:approved|agreed(?!\s+that)|accepted|adopted|rejected|refused|declined|turned\s+down|awarded|granted|(?:deferred|tabled|postponed|continued|held\s+over)(?=\s+(?:to|until|till))|ratified)\b(?:[,;(]?\s+[^.:]{0,100})?\.?)$/i;

/** A word of it, or of a verdict alone: asked before a line is cut into sentences. */
export const VERDICT_SIGN =
  /approved|agreed|accepted|adopted|rejected|refused|declined|turned\s+down|awarded|granted|deferred|ratified|denied|tabled|postponed|continued|noted|passed|endorsed|supported|renewed|signed\s+off|held\s+over|carried\s+over|left|referred|objection|comment|observation/i;

/** Heads of columns that hold decisions. */
export const DECISION_COLUMN =
  /^(?:(?:(?:parish|town|city|community|village)\s+)?(?:council|board|committee|parish|pc|governors?)(?:['’]s?)?\s+)?(?:decisions?|outcomes?|resolutions?|response|view|comments?|recommendations?|result)(?:\s+(?:made|taken|agreed))?$/i;

/** A sentence that is only a verdict: "Approved.", "Denied, exceeds 50% of frontage.", "Left to the Tree Officer." */
export const VERDICT_SENTENCE =
  /^(?:(?:all|both|these\s+were|this\s+was|unanimously|provisionally)\s+)?(?:approved|accepted|adopted|denied|refused|declined|rejected|tabled|deferred|postponed|continued|noted|passed(?=\s+(?:on|nem|as))|ratified|endorsed|supported|renewed|signed\s+off|held\s+over|carried\s+over|left\s+(?:to|at|with|as)|referred\s+back|no\s+(?:objections?|comments?|observations?))\b(?:\s*[,;:–—-]\s*.*|\s+(?:to|until|till|as|per|with|without|subject|by|on|in|for|at|the|unless|unanimously|pending|nem|provided|because|due|and)\b.*|\s+£.*)?\.?$/i;

/** What stands behind "Action:" where a board tells what it did: "Approved the minutes.", "Motion carried 5-0." */
export const ACTION_TAKEN =
  /^(?:(?:the\s+)?(?:board|council|commission|committee)\s+)?(?:unanimously\s+)?(?:approved|adopted|accepted|denied|introduced|ratified|authorized|awarded|appointed|received\s+and\s+filed|tabled|continued|deferred|referred)\b(?!\s+by\b)/i;

/** Words by which a sentence that begins so is none: it tells of others, of a time, or goes on with a verb. */
export const NO_VERDICT =
  /^[^,;:–—-]*\b(?:is(?!\s+(?:back|known|here))|are|was(?<!this\s+was)|has|have|had|will|would|that)\b|^\w+\s+by\s+(?!all\b|consensus|everyone|a\s+(?:majority|vote|show)|\d|the\s+(?:council|board|committee|meeting|members|trustees|governors)\b)|^left\s+at\s+\d|^(?:passed|continued)\s+(?:to(?!\s+(?:the\s+)?(?:next|[JFMASOND][a-z]+\b))|on\s+page|from)|^(?:refused|rejected|approved|granted)\s+(?:at|on)\s+appeal/i;

/** A verdict in one word behind sentences. "Agreed" may answer anybody. */
export const VERDICT_ALONE =
  /^(?:all\s+)?(?:approved|accepted|adopted|noted|passed|tabled|denied|ratified|deferred)\.?$/i;

/** Heads of lists of what another authority decided. */
export const OTHERS_DECISIONS =
  /\b(?:planning\s+(?:decisions?|determinations?)|decisions?\s+(?:notices?|received|made\s+by|of\s+the\s+planning|from|notified)|determined\s+by|granted\s+by|(?:district|county|borough|city|unitary|local\s+planning\s+authority)(?:\s+council)?(?:['’]s)?\s+decisions?|have\s+been\s+determined|decided\s+by\s+the)\b/i;

/** "24/0123 – extension – approved": the verdict ends the entry of an application. */
export const APPLICATION_VERDICT = /(?:\s[–—-]\s*|:\s*)(?:approved|agreed|accepted|supported)\.?$|\snoted\.?$/;
