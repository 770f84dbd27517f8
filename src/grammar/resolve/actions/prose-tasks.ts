/** Tasks that only a sentence gives: "MS agreed to circulate the plan", "The Clerk will write to the school", "It was asked that VQ contact DG". */

import type { Attendee } from "../../../model/minutes.js";
import { hasFiniteVerb } from "../../phrases/sentences.js";
import { findTasks, type TaskPhrase } from "../../phrases/task.js";
import * as t from "../../tokens.js";
import { isBidding, TASK_VERBS } from "../../vocabulary/actions.js";
import type { Sentence } from "../prose.js";
import { distantDoerTasks } from "./distant-doer.js";
import { isAnswered, isNobodysTask, isWishOfPublic } from "./no-task.js";
import { isNameOfPerson, isOwner } from "./owners.js";
import { draftOf, type TaskDraft } from "./task-draft.js";

/** Only where a person is sure and the task lies ahead. `previous` and `next`: the sentences around it. */
export function proseTasks(
  sentence: Sentence,
  previous: Sentence | undefined,
  next: Sentence | undefined,
  people: readonly Attendee[],
): TaskDraft[] {
  if (/\?\s*$/.test(sentence.text)) return [];
  if (isEmphasisedBid(sentence)) return [bidDraft(sentence)];
  if (!PROMISE_SIGN.test(sentence.text)) return [];
  const found = findTasks(sentence.text);
  const told = found.flatMap((phrase) => {
    const isMarked = isEmphasised(sentence, phrase) || isSetApartTask(sentence, phrase);
    // "**DTC to write**": the emphasis says that this is a task, whoever DTC is.
    const isBidden =
      isMarked && phrase.link === "to" && (phrase.span.start === 0 || opensEmphasis(sentence, phrase.span.start));
    const isAllTold = phrase.span.start === 0 && phrase.link === "to" && isTaskVerb(sentence.text, phrase);
    const areDoers = phrase.owners.every((owner) => {
      const words = sentence.text.slice(owner.start, owner.end);
      return isBidden || (isAllTold && EVERYBODY.test(words))
        ? isOwner(words, people, true)
        : isProseOwner(words, sentence.text, phrase, people);
    });
    if (!areDoers || !(isBidden || isPromise(sentence.text, phrase)) || isAnswered(sentence, phrase, next)) return [];
    if (isWishOfPublic(sentence.text.slice(0, phrase.span.start), people)) return [];
    const draft = draftOf(sentence, phrase, isMarked, "action/prose");
    return [
      !isBidden && isThin(sentence.text.slice(phrase.task.start, phrase.task.end))
        ? withMatter(draft, sentence, phrase, previous)
        : draft,
    ];
  });
  return told.length > 0 ? told : distantDoerTasks(sentence, previous, people);
}

/** "All to read the policy": those who are told to do something at the start of a sentence. */
const EVERYBODY =
  /^(?:all|everyone|everybody)(?:\s+(?:members|councillors|governors|trustees|directors|partners|staff))?$|^(?:each|every)\s+\p{L}+$|^(?:members|councillors|governors|trustees|directors|officers|partners)$/iu;

function isTaskVerb(text: string, phrase: TaskPhrase): boolean {
  return TASK_VERBS.has(/^\p{Ll}[\p{L}-]*/u.exec(text.slice(phrase.task.start))?.[0] ?? "");
}

const PROMISED =
  /agree|offer|undert|volunteer|asked|tasked|requested|instructed|authori|delegated|directed|mandated|deputed|promised|committed|consented|took/;

/** Running text gives tasks in words alone: a colon or a dash behind a name is none of them. */
const PROMISE_SIGN = /\b(?:to|will|would|shall|should|must|that|if)\b|['’]ll\b|\baim/i;

/** One capitalised word is a person where it agrees or offers to do something; a group where it is asked to. */
function isProseOwner(words: string, sentence: string, phrase: TaskPhrase, people: readonly Attendee[]): boolean {
  if (isOwner(words, people, false)) return true;
  if (/^(?:[Cc]ity\s+|[Cc]ounty\s+|[Tt]own\s+|[Dd]istrict\s+)?staff$/i.test(words)) {
    const before = sentence.slice(0, phrase.span.start);
    const isTold = /^(?:will|to)$/.test(phrase.link) && before.trim() === "" && /^S/.test(words);
    if (isTold) return FOLLOW_UP.test(sentence.slice(phrase.task.start));
    if (phrase.link === "to" && IS_BIDDEN.test(before)) return true;
  }
  const { link } = phrase;
  if (!PROMISED.test(link)) return false;
  if (/^(?:the\s+)?(?:officers|staff)$/i.test(words)) return true;
  return (
    /^[A-Z][a-z’'-]{2,}$/.test(words) &&
    (!/s$/.test(words) || isNameOfPerson(words, people)) &&
    isOwner(words, people, true) &&
    !/^(?:Members|Councillors|Residents|Partners|Governors|Trustees|Directors|All|Everyone|Council|Board|Committee)$/.test(
      words,
    )
  );
}

const IS_BIDDEN =
  /\b(?:asked|requested|instructed|invited|tasked|authori[sz]ed|delegated|directed|charged|(?:agreed|resolved|decided|arranged)\s+for)\s*$/i;

/** "Staff will bring back a draft" is a task that staff were given; "Staff will receive training" only tells. */
const FOLLOW_UP =
  /^(?:report|follow\s+up|bring|return|come\s+back|obtain|get|gather|contact|research|look\s+into|investigate|check|prepare|draft|revise|send|notify|schedule|provide|present|explore|coordinate|work\s+with)\b/i;

function isPromise(text: string, phrase: TaskPhrase): boolean {
  const before = text.slice(0, phrase.span.start);
  const task = text.slice(phrase.task.start, phrase.task.end);
  if (
    /\b(?:had|previously|if|unless|whether|when|once|until|because|hoped|wondered|why|how)\b[^,]*$/i.test(
      before.slice(-40),
    )
  )
    return false;
  if (/\bauthori[sz]ed\s*$/.test(before) && /^(?:sign|execute|seal)\b/.test(task)) return false;
  if (/^(?:if|whether)\b/.test(phrase.link)) return /\basked\s*$/.test(before) && isDeed(task, phrase.link);
  if (isNobodysTask(text, phrase)) return false;
  if (/^had\b|\bhad\s/.test(phrase.link) || !isDeed(task, phrase.link)) return false;
  if (PROMISED.test(phrase.link)) return true;
  if (phrase.link === "")
    return (
      /\b(?:agreed|asked|requested|resolved|instructed)\s+that\s*$/i.test(before) &&
      !/\b(?:has|had|have)\b/i.test(before)
    );
  if (
    /^(?:said|confirmed|advised|stated|reported|noted|indicated|promised|added|explained|replied|responded)/.test(
      phrase.link,
    )
  )
    return !/\bif\b/.test(task);
  const isBidden = !/\b(?:has|have|had|been|was|were)\s+\w+\s*$/i.test(before) && IS_BIDDEN.test(before);
  if (/^(?:and |please |also |then )*to$/.test(phrase.link)) return isBidden || isOpening(before);
  const isDecided =
    /\b(?:agreed|resolved|decided)(?:\s+that)?\s*$/i.test(before) && !/\b(?:has|had|have)\b/i.test(before);
  if (/^(?:also |then |now |both )*(?:should|must|needs? to)/.test(phrase.link)) return isDecided;
  if (/^(?:also |then |now |both )*(?:will|shall)/.test(phrase.link)) return isDecided || isOpening(before);
  if (/^(?:also |then |now |both )*(?:is|are) (?:going )?to$/.test(phrase.link)) return isOpening(before);
  if (/^(?:also |then |now |both )*would/.test(phrase.link))
    return (isDecided || isOpening(before)) && !/\b(?:if|but|rather|prefer)\b/i.test(text);
  return false;
}

/** Nothing stands before the owner but what leads in: "Meanwhile", "The gate is broken,", "20 mph –". */
function isOpening(before: string): boolean {
  const lead = before.trim();
  if (lead === "" || /(?:[,;:.(–—-]|\band|\bso|\btherefore|\bthen|\bbut)$/i.test(lead))
    return !/\b(?:said|thought|felt|believes?|hopes?|suggest(?:ed|s)|asked|if|whether)\b[^.;,]*$/i.test(lead);
  return /\s/.test(lead)
    ? lead.split(/\s+/).length <= 6 &&
        !hasFiniteVerb(lead) &&
        /^(?:in|at|on|for|following|after|before|as|with|to|due|given)\b/i.test(lead)
    : /^\p{Lu}\p{Ll}+ly$|^(?:Meanwhile|Then|Therefore|However|Also|Next)$/u.test(lead);
}

const NO_DEED =
  /^(?:be|have(?!\s+a\s+(?:word|look|meeting|chat|conversation))|not|never|remain|been|no\s+longer|only|always|need|like|become|know|mean|cease|appear|seem|want|wish|love|prefer|welcome|depend|probably|possibly|normally|usually|often|still|retire|resign|leave|stand|miss|lose|receive|feel|think|expect|benefit|fall|pass|sit|step\s+(?:down|aside))\b/i;

/** Whether a task is something to do: a verb of doing, or whatever else somebody has agreed to do. */
function isDeed(task: string, link: string): boolean {
  const verb = /^(?:also\s+|then\s+|now\s+|both\s+|again\s+)?([\p{L}-]+)/u.exec(task)?.[1] ?? "";
  if (!/^\p{Ll}/u.test(verb)) return false;
  if (/^(?:resume|serve|stand|act\s+as|(?:continue|remain)\s+(?:as|in|to\s+(?:act|serve)))\b/.test(task)) return false;
  if (/agree|offer|undert|volunteer/.test(link))
    return (
      !/^(?:have|not|never|disagree|differ)\b/.test(task) &&
      (verb !== "be" ||
        (/^be\s+(?:the|a|an|on|our|responsible)\b/.test(task) &&
          !/\b(?:councillor|member|chair\w*|vice\S*|treasurer|secretary|president|trustee|director|governor)\b/i.test(
            task,
          )))
    );
  if (PROMISED.test(link)) return !NO_DEED.test(task) || /^(?:leave|stand|welcome)\b/.test(task);
  return TASK_VERBS.has(verb.toLowerCase()) && !NO_DEED.test(task);
}

/** Verbs that need no object: "Clerk to reply". */
const COMPLETE =
  /^(?:reply|respond|confirm|attend|report|liaise|investigate|check|help|assist|pursue|enquire|apply|follow|meet)$/i;

/** "to action", "agreed to this", "to amend and circulate": the matter is told in front of it. */
function isThin(task: string): boolean {
  const words = task.trim();
  if (/^(?:this|that|it|so|do\s+(?:this|that|so|it))$/i.test(words)) return true;
  return words.split(/\s+and\s+/).every((verb) => TASK_VERBS.has(verb.toLowerCase()) && !COMPLETE.test(verb));
}

/** The whole sentence, and where it is nothing but "NO to organise" the one before it. */
function withMatter(
  draft: TaskDraft,
  sentence: Sentence,
  phrase: TaskPhrase,
  previous: Sentence | undefined,
): TaskDraft {
  const isBare = sentence.text.slice(0, phrase.span.start).trim() === "";
  const isVerb = TASK_VERBS.has(sentence.text.slice(phrase.task.start, phrase.task.end).toLowerCase());
  const isLineOfItsOwn = sentence.text.length >= sentence.entry.node.view.text.length - 1;
  const hasMatter = isBare && isVerb && (previous?.entry === sentence.entry || isLineOfItsOwn);
  const start = hasMatter && previous !== undefined ? previous.span.start : sentence.span.start;
  const task = { start, end: draft.task.end };
  return { ...draft, task, span: task };
}

/** "**Clerk to** write …": the emphasis marks what a sentence alone would only say. */
function isEmphasised(sentence: Sentence, phrase: TaskPhrase): boolean {
  const { line } = sentence.entry.node.view;
  if (line.style.bold) return false;
  const owner = phrase.owners[0];
  if (owner === undefined) return false;
  const start = sentence.span.start + owner.start;
  const end = sentence.span.start + owner.end;
  return (
    line.emphases.some(({ kind, span }) => kind === "bold" && span.start <= start && span.end >= end) ||
    isSlanted(sentence)
  );
}

/** A line of its own in bold: "**Clerk to place it on the website**". */
function isSetApartTask({ entry, span }: Sentence, phrase: TaskPhrase): boolean {
  const { reading, view } = entry.node;
  const isHead = reading.token === t.HeadingLine && reading.number === null && span.start <= view.span.start + 1;
  return isHead && phrase.span.start === 0 && phrase.link === "to";
}

/** Whether emphasis begins right at a place of the sentence. */
function opensEmphasis(sentence: Sentence, at: number): boolean {
  const place = sentence.span.start + at;
  return sentence.entry.node.view.line.emphases.some(({ kind, span }) => kind === "bold" && span.start === place);
}

/** "***Arrange a visit for June.***" as a line of its own: a bid that stands out from the text is a task, whoever is to do it. */
function isEmphasisedBid({ entry, span, text }: Sentence): boolean {
  const { view } = entry.node;
  const isWhole = span.start <= view.span.start + 1 && span.end >= view.span.end - 1;
  return isWhole && view.line.style.bold && view.line.style.italic && /\.\s*$/.test(view.text) && isBidding(text);
}

function bidDraft({ span }: Sentence): TaskDraft {
  return { owners: [], task: span, span, isMarked: true, rule: "action/emphasised-bid", confidence: 0.7 };
}

/** A whole sentence in italics within a line that is not. */
function isSlanted({ entry, span }: Sentence): boolean {
  const { line } = entry.node.view;
  return (
    line.style.italic !== true &&
    line.emphases.some(
      (mark) => mark.kind === "italic" && mark.span.start <= span.start && mark.span.end >= span.end - 1,
    )
  );
}
