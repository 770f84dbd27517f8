/** Words by which a task is given to somebody. */

import type { ActionState } from "../../model/minutes.js";

/** A marker in front of a task or of a list of tasks. The match is cut from the text. */
export const ACTION_MARKER =
  /^(?:(?:[Nn]ew\s+|[Aa]greed\s+|[Ff]ollow[- ]?up\s+)?(?:[Aa]ctions?|ACTIONS?)(?:\s+(?:[Pp]oints?|[Ii]tems?|[Rr]equired|[Aa]rising|[Bb]y|[Ff]or|[Oo]n|[Aa]greed|POINTS?|ITEMS?))?\s*(?:[Nn]o\.?\s*)?(?:\d{1,3}|[A-Z]?\d{1,3}\/\d{1,4})?\s*(?:[:–—-]+\s*|$)|(?:[Aa]ctions?|ACTIONS?)\s+(?=[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*\s*[:–-])|ACTIONS?\s+(?=[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)?\s+(?:to|will)\b)|AP\s*\d*\s*[:–-]\s*|TO\s?DO\s*:\s*)/;

/** Owners that are posts or groups, not names. */
export const POST_OWNERS =
  /^(?:the\s+)?(?:[A-Z][\w-]+(?:\s+(?:and|&)\s+[A-Z][\w-]+)?\s+){1,3}(?:manager|officer|director|engineer|surveyor|warden|co-?ordinator|leader|team|administrator|supervisor|caretaker|archivist|librarian|accountant|solicitor|auditor)$|^(?:the\s+)?(?:(?:parish|town|deputy|assistant|acting|vice|finance|democratic\s+services)[\s-]+)?(?:clerk|chair(?:man|person|woman)?|vice[- ]chair(?:man|person|woman)?|secretary|treasurer|president|officers?|all(?:\s+(?:members|councillors|governors|partners|to\s+note))?|members|councillors|partners|head(?:teacher)?|head\s*teacher|principal|governors|trustees|directors?|board|committee|executive|manager|co-?ordinator|everyone|exec|rfo|proper\s+officer|lead\s+officer|secretariat|webmaster|editor|staff)$/i;

/** Verbs with which a sentence bids: "Circulate the draft", "Ask the school". Not those that open statements as well ("Concern", "Work", "Note"). */
export const BIDDING_VERBS =
  /^(?:please\s+)?(?:add|advertise|advise|agree|amend|apply|appoint|approach|arrange|ask|attend|book|bring|buy|call|cancel|check|chase|circulate|collect|compile|complete|confirm|consult|contact|continue|convene|co-?ordinate|correct|create|decide|deliver|develop|discuss|display|distribute|draft|draw\s+up|email|ensure|enquire|establish|explore|feed\s+back|file|finalise|find|fix|follow\s+up|forward|get|give|hold|identify|include|inform|inspect|install|invite|investigate|invoice|issue|join|keep|liaise|look\s+(?:at|into)|lodge|make|meet|monitor|move|notify|obtain|open|order|organise|paint|pay|place|plan|post|prepare|present|print|produce|progress|prop|propose|provide|publish|purchase|pursue|put|raise|read|recruit|register|remind|remove|renew|repair|replace|reply|report|request|research|resend|respond|return|review|revise|seek|sell|send|set\s+up|share|sign|source|speak|start|submit|take|talk|tell|tidy|transfer|update|upload|visit|write)\s+(?=\p{Ll}|\p{Lu}|\d|[‘“'"£])/iu;

/** How the status of an action is written, and what it means. First match wins. */
export const ACTION_STATES: readonly (readonly [RegExp, ActionState])[] = [
  [
    /\b(?:not\s+(?:yet\s+)?(?:completed?|done|started)|incomplete|outstanding|in\s+progress|on-?going|open|pending|carried?\s+forward|to\s+be\s+done|awaiting)\b/i,
    "open",
  ],
  [/\b(?:complet(?:e|ed|ion)|done|closed|actioned|discharged|finished)\b/i, "done"],
  [/\b(?:superseded|dropped|cancelled|withdrawn|no\s+longer\s+(?:required|needed)|abandoned)\b/i, "dropped"],
];

/** A line that is nothing but a status. */
export const STATUS_LINE =
  /^(?:(?:action\s+)?(?:complete[d]?|on-?going|open|closed|done|in progress|outstanding|actioned|discharged|pending|carried forward|superseded|not started))\s*[.–-]?$/i;
