/** Who can own a task, by the words alone and by the people of the meeting. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { initialsFit, mayHold, nameKey, organisationLikeness, personLikeness } from "../../phrases/person.js";
import { NAMED_POST, OWN_BODY, POST_OWNERS, TASK_VERBS } from "../../vocabulary/actions.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import { GIVEN_NAMES } from "../../vocabulary/people.js";
import type { PartContext } from "../context.js";

export const INITIALS = /^[A-Z][A-Za-z]?[A-Z][a-z]?$/;
const ACRONYM = /^[A-Z]{2,6}$/;
const TITLED =
  /^(?:(?:Cllrs?|Clr|Councillor|Mrs?|Ms|Miss|Dr|Prof|Revd?|Fr|Insp|Inspector|Sgt|PC|PCSO|Sir|Lord|Lady|Dame)\b\.?\s*\p{L}|(?:Officer|Deputy|Captain|Sergeant|Constable|Ranger|Warden|Councilor|Council\s?member|Commissioner|Supervisor|Trustee|Mayor|Superintendent|Selectman|Alderman|Secretary|Treasurer|President|Chair(?:man|woman|person)?|Manager|Director|Administrator|Clerk)\s+\p{Lu}\p{Ll}+$)/u;
/** Capitalised words that begin sentences and own nothing. */
const NO_OWNER =
  /^(?:the|it|this|that|these|those|there|they|he|she|we|you|i|due|in|at|on|for|as|if|by|a|an|all|both|some|subject|members?|residents?|people|police|meeting|report|action|item|agenda|minutes|update|not|no|need|needs|want|how|what|when|where|who|why|unable|able|thanks|next|date|time|also|please|going|back|up|according|prior|owing|apologies|new|and|or|but|nothing|further|discussion|option|options|ways?|ok|uk|eu|us|uk|nb|re|pm|am|tbc|tba|asap|gdpr|vat|agm|aob|faq|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|whilst|maybe|perhaps|possibly|probably|hopefully|later|then|currently|soon|once|again|still|only|ideally|potentially|alternatively|otherwise|instead|etc|following|because|unfortunately|however|therefore|meanwhile|yes|none|letter|letters|quotes?|funding|work|works|costs?|noted|agreed|resolved|approved|passed|carried|lost|done|closed|completed|ongoing|outstanding|moved|seconded|proposed|deferred|present|absent|draft|invitation|response|application|meeting|motion|proposal|vote|budget|training|appointment|request|approval|consent|access|right|time|need|plan|plans|link|links)$/i;
/** More than a name: "Ben Marl to paint". */
const HAS_VERB = /\s(?:to|will|shall|would|should|must|can|has|have|had|was|were|is|are|be|asked|agreed|said)\b/;
/** Groups of people too wide to promise anything in running prose. */
const GROUPS =
  /^(?:the\s+|our\s+)?(?:all|each|every|link\s+governors|members|councillors|cllrs|partners|governors|trustees|directors|executive(?!\s+(?:director|officer|head|member|assistant))|everyone|exec|staff|officers?|practices|schools|agencies|parents|volunteers|providers|teams|residents|leads)\b/i;
const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES);

/** How sure the words of an owner must be: `marked` where the document itself marks the action. */
export function isOwner(text: string, people: readonly Attendee[], isMarked: boolean): boolean {
  const words = text.trim();
  if (words === "" || OWN_BODY.test(words) || HAS_VERB.test(words) || /[:–—?!]|\s-\s/.test(words)) return false;
  if (/^@[\w-]+$/.test(words)) return true;
  // "Cllrs Quill" is one of several, "Cllrs" all of them.
  if (GROUPS.test(words) && !/^(?:Cllrs|Councillors)\.?\s+\p{Lu}/u.test(words)) return isMarked;
  if (POST_OWNERS.test(words) || NAMED_POST.test(words)) return true;
  const isKnown = INITIALS.test(words) && people.some((person) => isShortFor(words, person));
  // "NO" and "AS" are people where the list has a Nora Oak and an Alan Sand.
  if (isKnown) return true;
  if (NO_OWNER.test(words) || TASK_VERBS.has(words.toLowerCase())) return false;
  if (/\s[A-Z]\.?$/.test(words)) return isNameOfPerson(words.split(" ", 1)[0] ?? "", people);
  if (INITIALS.test(words)) return isMarked || (words.length === 2 && people.length < 3);
  if (TITLED.test(words)) return true;
  if (isNamedIn(words, people)) return true;
  if (isMarked && (ACRONYM.test(words) || isOrganisationOf(words, people))) return true;
  if (BODY_WORDS.test(words))
    return isMarked && /^(?:the\s+)?\p{Lu}/u.test(words) && organisationLikeness(words) >= 0.5;
  if (!words.includes(" ")) return isMarked && /^[A-Z][a-z’'-]+$/.test(words);
  const isGiven = /^\p{Lu}\.?\s?\p{Lu}/u.test(words) || GIVEN.has((/^[\p{L}-]+/u.exec(words)?.[0] ?? "").toLowerCase());
  if (!isMarked && !isGiven && people.length >= 3) return false;
  const likeness = personLikeness(words);
  return likeness >= 0.5 && likeness > organisationLikeness(words);
}

/** Whether all the spans of a text can own a task. */
export function areOwners(
  text: string,
  spans: readonly Span[],
  people: readonly Attendee[],
  isMarked: boolean,
): boolean {
  return spans.every((span) => isOwner(text.slice(span.start, span.end), people, isMarked));
}

/** Whether a word is a given name or a name, whole or in part, of somebody who came: small letters count as well ("john"). */
export function isNameOfPerson(word: string, people: readonly Attendee[]): boolean {
  return GIVEN.has(word.toLowerCase()) || isNamedIn(word, people);
}

/** Whether initials stand for a person: those that the list gives in brackets, or those of the name. */
export function isShortFor(initials: string, person: Attendee): boolean {
  return initialsOf(person) === initials || initialsFit(initials, person.name.value);
}

/** Initials that the attendance list itself gives: "John Smith (JS)". */
export function initialsOf(person: Attendee): string | null {
  return /(?:^|\()([A-Z][A-Za-z]{0,2}[A-Z][a-z]?)(?:\)|$)/.exec(person.note?.value ?? "")?.[1] ?? null;
}

function isNamedIn(words: string, people: readonly Attendee[]): boolean {
  const key = nameKey(words);
  return (
    key !== "" &&
    people.some(({ name: { value } }) => {
      if (!mayHold(value, key)) return false;
      const parts = nameKey(value).split(" ");
      return (
        key === parts.join(" ") || (key.length > 2 && parts.includes(key)) || (key.length === 2 && parts[0] === key)
      );
    })
  );
}

function isOrganisationOf(words: string, people: readonly Attendee[]): boolean {
  const key = words.toLowerCase();
  return people.some(({ organisation }) => organisation !== null && organisation.value.toLowerCase() === key);
}

const PARTS = /\s*(?:[/,;&+\n\t]|\band\b|\bwith\b|$)\s*/g;

/** Owners as they are written in one place: "KL/MS", "J Robinson and the Clerk", "T.McCabe/M.Allingham". */
export function splitOwners(context: PartContext, span: Span): Span[] {
  const text = context.source.text.slice(span.start, span.end);
  const spans: Span[] = [];
  let start = 0;
  // Where other marks part the owners, the end of a line may stand within a name: "Ada Quill/Ben\nMarl".
  const parts = /[/,;&]/.test(text)
    ? /\s*(?:[/,;&+\t]|(?<=[/,;&]\s*|[A-Z])\n(?=[A-Z]{2}|$)|\band\b|\bwith\b|$)\s*/g
    : PARTS;
  for (const match of text.matchAll(parts)) {
    const piece = text.slice(start, match.index);
    if (/[\p{L}]/u.test(piece)) {
      const lead = /^[\s([*“"‘]*/.exec(piece)?.[0].length ?? 0;
      const from = span.start + start + lead;
      spans.push({ start: from, end: from + piece.slice(lead).replace(/[\s)\].:*]+$/, "").length });
    }
    start = match.index + match[0].length;
  }
  return spans;
}

/** The owners at a span where it holds nothing but owners, so many words at most; null else. */
export function onlyOwners(context: PartContext, span: Span, people: readonly Attendee[], most = 8): Span[] | null {
  const whole = context.source.text.slice(span.start, span.end);
  const text = whole.replace(
    /[\s,(–-]+(?:by|before|due|asap)\s+(?=\S*\d|the\s+next|next|end|the\s+end)(?:(?!\s-\s)[^.;:–—]){3,40}$|[\s,(–-]+asap\)?$/i,
    "",
  );
  if (text.trim() === "" || text.trim().split(/\s+/).length > most) return null;
  const owners = splitOwners(context, { start: span.start, end: span.start + text.length });
  return owners.length > 0 && areOwners(context.source.text, owners, people, true) ? owners : null;
}

/** Key by which an owner in a margin is matched with one in a sentence. */
export function ownerKey(text: string): string {
  return nameKey(text.replace(/^the\s+/i, "")) || text.toLowerCase();
}
