/** Words by which a task is given to somebody. */

import type { ActionState } from "../../model/minutes.js";

/** "Action", "New actions", "Outstanding action points": what a marker is called. */
const ACTION_NAME = String.raw`(?:(?:[Nn]ew|NEW|[Aa]greed|AGREED|[Ff]ollow[- ]?[Uu]p|FOLLOW[- ]?UP|[Ff]urther|FURTHER|[Oo]utstanding|OUTSTANDING|[Kk]ey|[Mm]ain|[Ii]mmediate|[Ss]ummary\s+[Oo]f|SUMMARY\s+OF|[Ll]ist\s+[Oo]f|LIST\s+OF|[Oo]ngoing|ONGOING)\s+)?(?:[Aa]ctions?|ACTION(?:S|s)?)`;
/** What may follow it: "points", "required", "by", "arising from this meeting". */
const ACTION_TAIL = String.raw`(?:\s+(?:(?:[Pp]oint|[Ii]tem|[Nn]ote)\(?s?\)?|POINTS?|ITEMS?|[Rr]equired|REQUIRED|[Aa]rising|ARISING|[Aa]greed|AGREED|[Nn]eeded|[Tt]aken|[Ll]ist|LIST|[Ss]ummary|SUMMARY|[Oo]verflow|[Oo]wner|[Ss]teps?|[Tt]o\s+(?:be\s+)?(?:taken?|do)|TO\s+BE\s+TAKEN|(?:[Aa]rising\s+)?[Ff]rom\s+(?:this|the|today['’]?s)\s+meeting))*(?:\s+(?:[Bb]y|BY|[Ff]or|FOR|[Oo]n|ON))?`;
/** A number of its own: "Action 3", "Action No. 12", "Action A4", "Action 23/45". */
const ACTION_NUMBER = String.raw`\s*(?:[Nn]o\.?\s*|#\s?)?(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]{0,3}\d{1,3}(?:[/-]\d{1,4}){0,2})?\.?\)?`;
const INITIALS = String.raw`(?!LOG|PLAN|LIST|BY\b|FOR\b|ON\b|NO\b\s[A-Z]|TO\b|OF\b|IN\b|IS\b|AT\b)[A-Z][A-Za-z]?[A-Z][a-z]?(?![\w’'])`;
const POST = String.raw`(?:the\s+|The\s+)?(?:[A-Z][a-z]+\s+){0,2}(?:[Cc]lerk|[Cc]hair(?:man|person|woman)?|[Ss]ecretary|[Tt]reasurer|[Ss]ecretariat|[Hh]ead\s?teacher|[Hh]ead|ALL|All|RFO|SBM|Cllrs?\.?|Councillors?|Mrs?\.?|Ms\.?|Dr\.?)(?![\w’'])`;

/**
 * A marker in front of a task or of a list of tasks; the match is cut from the text.
 * A colon, dash or the end of the line closes it; without one, an owner must follow that cannot belong to a sentence ("ACTION JS to write", "Action Clerk").
 */
export const ACTION_MARKER = new RegExp(
  `^[[(*]?\\s*(?:${[
    `${ACTION_NAME}${ACTION_TAIL}${ACTION_NUMBER}\\s*(?:[:–—-]+\\s*|$)`,
    `${ACTION_NAME}(?:\\s+(?:[Bb]y|BY))?\\s+(?=(?:${INITIALS}|${POST})(?:\\s?(?:[/,&+]|and)\\s?(?:${INITIALS}|${POST}))*\\s*(?:[:–—-]|$|[\\])]|to\\b|will\\b|[A-Z]))`,
    String.raw`ACTIONS?(?:\s+(?:POINT\s+)?\d{1,3})?\s+(?=[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)?(?:\s+(?:and|&)\s+[A-Z][\w.’'-]*)?\s+(?:to|will)\b)`,
    String.raw`(?:Action|ACTION)\s+(?:[Pp]oint\s+|POINT\s+)?\d{1,3}[.)]?\s+(?=[A-Z])`,
    `${ACTION_NAME}(?:\\s+(?:[Ii]tem|[Pp]oint|ITEM|POINT))?(?:\\s+\\d{1,3})?\\s*(?=[([]\\s*@?[A-Za-z][^()[\\]]{0,40}[)\\]]\\s*[:–—-])`,
    `${ACTION_NAME}\\s+(?=(?:@[\\w-]+|[A-Z][\\w.’'-]*)(?:(?:\\s+(?:and|&|\\+)|\\s?[/,+&])?\\s*[A-Z][\\w.’'-]*){0,4}\\s*:\\s)`,
    String.raw`(?:->|→|➔|➜|➡\uFE0F?|⇒|►|▶\uFE0F?|☞|👉|=>|>>)\s*(?=[\p{L}@])`,
    String.raw`A\.?P\.?\s*(?:\d{1,3}(?:[./]\d{1,3})?\s*[:.–—)-]?|[:–—-])\s*(?=\S)`,
    String.raw`AIs?\s*(?:[:–—]\s*|\s(?=@))`,
    String.raw`(?:TO[\s-]?DO|[Tt]o[\s-][Dd]o|[Tt]odo)(?:\s+[Ll]ist|\s+LIST|[Ss])?\s*(?:[:–—-]\s*|$|(?=\([\w@]))`,
    String.raw`(?:[Jj]obs?|JOBS?)(?:\s+(?:to\s+do|list|for\s+\w+))?\s*:\s*`,
    String.raw`(?:[Tt]asks?|TASKS?)(?:\s+\d{1,3})?\s*:\s*`,
    String.raw`(?:[Ff]ollow[- ][Uu]ps?|FOLLOW[- ]UPS?)\s*:\s*`,
    String.raw`(?:[Nn]ext\s+[Ss]teps|NEXT\s+STEPS)\s*(?:[:–—-]\s*|$)`,
    String.raw`(?:[Tt]o\s+be\s+actioned|[Ff]or\s+[Aa]ction)(?:\s+by)?\s*[:–—-]\s*`,
  ].join("|")})`,
  "u",
);

/** The same marker in the middle of a paragraph: "… is broken. ACTION: JS to mend it", "… (Action by the Clerk)". */
export const ACTION_TAG = new RegExp(
  `(?:^|[\\s([*])(?:${ACTION_NAME}(?:\\s+(?:[Pp]oint|[Ii]tem|POINT|ITEM))?(?:\\s+(?:[Bb]y|BY|[Ff]or|FOR))?${ACTION_NUMBER}\\s*(?:[:–—]|-\\s)\\s*|(?:AP|TODO|AI)\\s*\\d{0,3}\\s*:\\s*|(?:->|→|➔|➜|➡\uFE0F?|⇒|►|▶\uFE0F?|☞|👉|=>|>>)\\s*)(?=[\\p{L}@(])|[([*]\\s*${ACTION_NAME}(?:\\s+(?:[Bb]y|BY|[Ff]or|FOR))?\\s+(?=[A-Z])|(?:^|[.;]\\s+|\\s{2,})ACTIONS?(?:\\s+(?:BY|FOR))?\\s+(?=(?:${INITIALS}|${POST}))`,
  "u",
);

/** What every marker and every tag holds: asked before their patterns, which are long. */
export const ACTION_SIGN =
  /[Aa]ction|ACTION|[Tt]o[\s-]?[Dd]o|TO[\s-]?DO|[Jj]ob|JOB|[Tt]ask|TASK|[Ff]ollow|FOLLOW|[Nn]ext\s|NEXT\s|A\.?P|AI|[→➔➜➡⇒►▶☞]|👉|->|=>|>>/;

/** Lines below a task that tell whose it is, by when, and how it stands. */
export const TASK_DETAILS: readonly (readonly [RegExp, "owner" | "due" | "status"])[] = [
  [
    /^(?:(?:action\s+)?owners?|(?:action(?:ed)?\s+)?by(?:\s+whom)?|who|lead|responsib(?:le|ility)(?:\s+(?:person|officer|of))?|assigned\s+to|assignees?)\s*[:–—-]\s*/i,
    "owner",
  ],
  [
    /^(?:due(?:\s+(?:date|by))?|by\s+when|deadline|when|target(?:\s+date)?|timescale|complete\s+by)\s*[:–—-]\s*/i,
    "due",
  ],
  [/^(?:status|progress)\s*[:–—-]\s*/i, "status"],
];

/** Owners that are posts or groups, not names. */
export const POST_OWNERS =
  /^(?:the\s+|our\s+)?(?:[A-Z][\w-]+(?:\s+(?:and|&)\s+[A-Z][\w-]+)?\s+){1,3}(?:manager|officer|director|engineer|surveyor|warden|co-?ordinator|leader|team|administrator|supervisor|caretaker|archivist|librarian|accountant|solicitor|auditor|secretary|ranger|groundsman|contractor|representatives?|reps?|leads?|sub-?committee|working\s+(?:group|party)|gm)$|^(?:the\s+|our\s+)?(?:(?:parish|town|community|council|deputy|assistant|acting|vice|finance|minutes?|membership|club|company|hon(?:orary)?\.?|social|interim|democratic\s+services|locum|business|site|project|school)[\s-]+){0,2}(?:clerk|chair(?:man|person|woman)?|vice[- ]chair(?:man|person|woman)?|secretary|treasurer|president|captain|officers?|all(?:\s+(?:members|councillors|governors|partners|trustees|directors|present|attendees|staff|to\s+note))?|members|councillors|cllrs|partners|head(?:teacher)?|head\s*teacher|head\s+of\s+\w+|principal|governors|trustees|directors?|managers?|co-?ordinator|everyone(?:\s+else)?|exec|rfo|sbm|hr|ceo|cfo|proper\s+officer|lead\s+officer|secretariat|webmaster|editor|staff|caretaker|groundsman|handyman|(?:working|task)[\s-]+(?:party|group)|sub-?committee|warden|agent|contractor|bursar|convenor|convener|organiser|vicar|rector|churchwardens?|wardens|captains|supervisor|librarian|registrar|dean|provost)$/i;

/** Posts that are told by their capitals: "Parks Lead", "Director of Resources", "CEO". */
export const NAMED_POST =
  /^(?:[Tt]he\s+)?(?:(?:[A-Z][A-Za-z’'-]*\s+){1,4}(?:Officer|Manager|Director|Secretary|Lead|Leader|Administrator|Engineer|Surveyor|Librarian|Co-?ordinator|Executive|Clerk|Team|Warden|Ranger|Bursar|Registrar|Superintendent|Solicitor|Accountant|Auditor|Representative|Convenor|Convener|Supervisor|Foreman|Steward|Organiser|Adviser|Advisor|Controller|Planner|Inspector|Champion|Trainer|Curator|Keeper)|(?:(?:Deputy|Assistant|Executive|Chief|Interim)\s+)?(?:Director|Head|Chief|Commissioner|Leader|VP|Vice[\s-]President)(?:\s+(?:of|for))?\s+[A-Z][A-Za-z’'-]+(?:\s[A-Z][A-Za-z’'-]+){0,2}(?:\s+(?:and|&)\s+[A-Z][A-Za-z’'-]+)?|(?:the\s+)?(?:Engineer|Librarian|Solicitor|Surveyor|Auditor|Architect|Convenor|Convener|Bursar|Registrar|Contractor|CEO|CFO|COO|SENCO|DSL))$/;

/** The meeting itself: it takes no task from itself. */
export const OWN_BODY =
  /^(?:the\s+|this\s+|our\s+)?(?:(?:parish|town|city|county|district|community|borough|governing|full|whole)\s+)?(?:board|committee|executive|council|panel|group|partnership|forum|meeting|body|assembly|commission|trust|club|society|association|tsc|pc|tc|cc)$/i;

/** Verbs of doing, as they stand in a task that begins with its verb. */
const TASK_VERB_LIST = `
  accompany acquire act action add address adjust administer advertise advise agree alert allocate amend analyse analyze announce apply appoint approach approve arrange ask assemble assess assist assume attend audit
  backup begin bid book break brief bring build buy calculate call cancel canvass carry change chair chase check circulate clarify clean clear close collate collect come commence comment commission communicate compile complete
  compose conduct confirm connect consider consolidate consult continue contact contribute convene convert co-ordinate coordinate copy correct create cut deal decide define delegate deliver demolish deposit design destroy determine develop devise
  devote diarise dig discuss display dispose distribute document donate draft draw drop edit elaborate email e-mail empty encourage engage enlist enquire ensure enter erect escalate establish evaluate examine
  expand explain explore express extend facilitate feed feedback fetch file fill finalise finalize find finish fit fix follow formalise formulate forward fund gather generate get give go hand handle hang have help hire hold host
  identify implement improve include incorporate increase indicate inform initiate inspect install instruct insure integrate introduce investigate invite invoice issue join keep launch lead lease leave let liaise lift link list litter-pick lobby locate lodge log look
  maintain make manage map mark mark-up market mask measure meet mend merge migrate monitor mount move mow negotiate nominate notify obtain offer open operate order organise organize oversee paint participate pass patch pay perform persuade phone photograph pick pilot
  place plan plant plough post postpone prepare present press print prioritise probe process procure produce program progress promote prop propose provide prune publicise publish pull purchase pursue push put query quote raise re-issue re-send reach read
  rebuild recalculate receive recirculate recommend record recruit rectify redraft reduce refer refine reformat refresh refund register reinstate reissue relay release remind remove renew rent reopen repaint repair replace reply report represent
  request research resend reserve resolve respond restart restore retrieve return review revise revisit ring run save scan schedule scope scrutinise search secure see seek select sell send separate serve set share shop show sign simplify solicit sort sound source speak specify spend sponsor spread
  stand start state step stop store strim study submit suggest summarise supervise supply support survey table tackle take talk telephone tell test thank tidy trace track train transfer translate trawl treat trial trim try turn type undertake update upgrade upload use utilise
  ascertain automate backfill canvas cascade clone configure deploy disable divide drain embed enable enclose engage enrol ensure estimate extract familiarise grant hoover inquire insert interview itemise lay learn lend lock marshal nudge pack phone ping poll prepare protect rake re-advertise re-apply re-arrange re-draft re-examine re-order re-visit rearrange reapply reassess reboot recalculate reconcile recycle redecorate redesign redistribute refactor reinforce relocate rename reorder reprint reschedule reseed reset rewire rewrite scrub seal sketch solicit spray straighten strengthen swap sweep text think top transcribe transport tune unblock unlock upload urge varnish vet wipe benchmark bump charge count cover debug do end exchange film flag focus glue grit guide heat label oil plug position power practise price rota screen supply switch tag target touch value wait wire
  vacate validate verify view visit volunteer vote walk warn wash watch water welcome withdraw work write`;

export const TASK_VERBS: ReadonlySet<string> = new Set(TASK_VERB_LIST.trim().split(/\s+/));

/** Verbs that open statements as well ("Concern", "Work", "Report", "Note"): alone they do not bid. */
const DOUBTFUL_VERBS = new Set(
  "act pull sound benchmark bump charge count cover debug do end exchange film flag focus glue grit guide heat label oil plug position power practise price rota screen supply switch tag target touch value wait wire lock pack poll seal sketch text top transport tune swap sweep address approach audit backup bid brief build change close comment copy cut deal design document draft drop email e-mail feed feedback file fit fund go hand have help host increase issue lead lease let lift link list log look market map mask measure mount patch pilot press process program quote record refund rent research return ring run see show stand state step store study supply support survey table test track train transfer trial trim type use view vote walk watch water work".split(
    " ",
  ),
);

/** Whether words bid somebody to do something: "Circulate the draft", "Ask the school". */
export function isBidding(text: string): boolean {
  const first = /^(?:please\s+|to\s+)?(\p{L}[\p{L}-]*)\s+[\p{L}\d‘“'"£(]/iu.exec(text)?.[1]?.toLowerCase() ?? "";
  if (!TASK_VERBS.has(first)) return false;
  // "Draft the letter" and "Look into the hedge" bid; "Draft minutes" and "Support was given" do not.
  return !DOUBTFUL_VERBS.has(first) || BEHIND_A_VERB.test(text);
}

const BEHIND_A_VERB =
  /^(?:please\s+|to\s+)?\S+\s+(?:the|a|an|all|each|every|this|that|these|those|it|them|him|her|up|out|into|at|for|to|on|in|with|their|our|his|its|some|any|more|other|\d)\b/i;

/** How the status of an action is written, and what it means. First match wins. */
export const ACTION_STATES: readonly (readonly [RegExp, ActionState])[] = [
  [
    /\b(?:not\s+(?:yet\s+)?(?:completed?|done|started)|incomplete|outstanding|in\s+progress|on-?going|open|pending|carried?\s+forward|c\/f|to\s+be\s+done|awaiting|in\s+hand|started|live)\b/i,
    "open",
  ],
  [/\b(?:complet(?:e|ed|ion)|done|closed|actioned|discharged|finished|resolved|achieved)\b/i, "done"],
  [/\b(?:superseded|dropped|cancelled|withdrawn|no\s+longer\s+(?:required|needed)|abandoned)\b/i, "dropped"],
];

/** A line that is nothing but a status. */
export const STATUS_LINE =
  /^(?:(?:action\s+)?(?:complete[d]?|on-?going|open|closed|done|in progress|outstanding|actioned|discharged|pending|carried forward|superseded|not started))\s*[.–-]?$/i;

/** A status behind a task: "– done", "(carried over)". */
export const STATUS_TAIL =
  /(?:\s+[–—-]\s*|\s*[([])\s*((?:not\s+(?:yet\s+)?)?(?:done|completed?|on-?going|outstanding|in\s+progress|carried\s+(?:over|forward)|c\/f|pending|closed|actioned|started))\s*[)\]]?\s*\.?$/i;

/** What American minutes put behind "Action:": the motion and its result. */
export const MOTION_AS_ACTION =
  /^(?:(?:an?\s+|the\s+)?motion\b|moved\b|m\/s\b|it\s+was\s+moved|on\s+(?:an?\s+)?motion|(?:approved|adopted|carried|passed|denied|tabled|accepted|received|noted)\b|voted\b|none\s+taken|no\s+(?:formal\s+)?action)/i;

/** A marker with nothing to do behind it: "ACTION: None". */
export const NO_ACTION =
  /^(?:none|n\/?a|nil|no(?:ne)?\s+actions?(?:\s+(?:required|needed|arising))?|none\s+\w+|-)\.?$/i;
