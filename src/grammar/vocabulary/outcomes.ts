/** Words for outcomes that stand beside an entry, without a sentence. */

/** The number of a planning application: "24/00187/FUL", "P/2022/1140". */
export const APPLICATION = /\b(?:[A-Z]{1,4}\/)?\d{2,4}\/\d{3,6}(?:\/[A-Z]{1,6})?\b/;

/** What a parish says of a planning application, to the end of the words: first the view, then its conditions or reasons. */
export const PLANNING_VIEW =
  /(?:^|[\s–—:-]+)(?:(?:there\s+were\s+|the\s+council\s+(?:has|had)\s+)?(?:strong(?:ly)?\s+)?(?:no\s+(?:objections?|comments?|observations?)|objections?|objects?|objected|support(?:ed|s)?|(?:approval|refusal)\s+recommended|recommend(?:ed)?\s+(?:approval|refusal|grant)|neutral)(?:\s+(?:was|were)\s+(?:raised|made|submitted)|\s+raised|\s+in\s+principle)?(?:\s*(?:[,;:–—-]|\b(?:provided|subject|on|due|because|as|but|unless|with|to)\b)\s*[^.]*)?)\.?$/i;

/** "…: approved", "…: refused, outside the area": what became of a bid or a request. */
export const ENTRY_OUTCOME =
  /^(?!vote\b|motion\b)(?=\S+\s+\S+\s+\S|[^:]*[\d£–-]).*?(?::|[–—](?!\s*deferred))\s+((?:not\s+)?(?:approved|agreed(?!\s+that)|accepted|adopted|rejected|refused|declined|turned\s+down|awarded|granted|deferred(?=\s+(?:to|until|till))|ratified)\b(?:[,;(]?\s+[^.:]{0,100})?\.?)$/i;

/** Heads of columns that hold decisions. */
export const DECISION_COLUMN =
  /^(?:(?:council|board|committee|parish|pc|governors?)(?:['’]s?)?\s+)?(?:decisions?|outcomes?|resolutions?|response|view|comments?|recommendations?|result)(?:\s+(?:made|taken|agreed))?$/i;
