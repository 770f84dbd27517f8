/** Who can own a task, and whom of the attendance list an owner means. */

import type { ActionOwner, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { initialsFit, nameKey, organisationLikeness, personLikeness } from "../../phrases/person.js";
import { POST_OWNERS } from "../../vocabulary/actions.js";
import { BODY_WORDS } from "../../vocabulary/bodies.js";
import type { PartContext } from "../context.js";
import { derived, stated, wordsAt } from "../sourced.js";

const INITIALS = /^[A-Z][A-Za-z]?[A-Z][a-z]?$/;
const TITLED =
  /^(?:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr|Prof|Revd?|Insp|Inspector|Sgt|PC|PCSO|Sir|Lord|Lady|Dame)\b\.?\s+\p{L}/u;
/** Capitalised words that begin sentences and own nothing. */
const NO_OWNER =
  /^(?:the|it|this|that|these|those|there|they|he|she|we|you|i|due|in|at|on|for|as|if|by|a|an|all|subject|members?|residents?|people|police|meeting|report|action|item|agenda|minutes|update|not|no|need|needs|want|how|what|when|where|who|why|unable|able|thanks|next|date|time|also|please|going|back|up|according|prior|owing|apologies|new|and|or|but|write|speak|talk|reply|respond|arrange|contact|ask|send|look|continue|agree|try|report|add|apply|refer|go|return|invite|listen|attend|prior|thank|welcome|nothing|further|discussion|option|options|ways?)$/i;

/** How sure the words of an owner must be: `marked` where the document itself marks the action. */
export function isOwner(text: string, people: readonly Attendee[], isMarked: boolean): boolean {
  const words = text.trim();
  if (POST_OWNERS.test(words))
    return (
      isMarked ||
      !/^(?:the\s+)?(?:all|members|councillors|partners|governors|trustees|board|committee|executive|everyone|exec|staff|officers?)\b/i.test(
        words,
      )
    );
  const isKnown = INITIALS.test(words) && people.some((person) => initialsFit(words, person.name.value));
  // "NO" and "AS" are people where the list has a Nora Oak and an Alan Sand.
  if (NO_OWNER.test(words) && !isKnown) return false;
  if (INITIALS.test(words))
    return isMarked || words.length === 2 || people.some((person) => initialsFit(words, person.name.value));
  if (TITLED.test(words)) return true;
  if (people.some((person) => isSameOrPart(words, person.name.value))) return true;
  if (BODY_WORDS.test(words)) return false;
  const isName = personLikeness(words) >= 0.5 && personLikeness(words) > organisationLikeness(words);
  return words.includes(" ") ? isName : isMarked && /^[A-Z][a-z’'-]+$/.test(words);
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

function isSameOrPart(words: string, name: string): boolean {
  const key = nameKey(words);
  const parts = nameKey(name).split(" ");
  return key !== "" && (key === parts.join(" ") || (key.length > 2 && parts.includes(key)));
}

/** Owners as they are written in one place: "KL/MS", "J Robinson and the Clerk", "T.McCabe/M.Allingham". */
export function splitOwners(context: PartContext, span: Span): Span[] {
  const text = context.source.text.slice(span.start, span.end);
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\s*(?:[/,;&+\n\t]|\band\b|$)\s*/g)) {
    const piece = text.slice(start, match.index);
    if (/[\p{L}]/u.test(piece)) {
      const from = span.start + start + (piece.length - piece.trimStart().length);
      spans.push({ start: from, end: from + piece.trim().length });
    }
    start = match.index + match[0].length;
  }
  return spans;
}

/** An owner with the attendee it means, where exactly one fits. */
export function ownerAt(context: PartContext, people: readonly Attendee[], span: Span): ActionOwner {
  const words = wordsAt(context.source, span).replace(/^(?:action\s+(?:by|for)\s*:?|by)\s+/i, "");
  const name = stated(words === "" ? "?" : words, span, "action/owner");
  const fitting = people.filter((person) => fits(words, person));
  const keys = new Set(fitting.map((person) => nameKey(person.name.value)));
  const person = fitting[0];
  if (person === undefined) return { name, person: null };
  if (keys.size > 1) {
    context.report(
      "action/owner-ambiguous",
      span,
      `${words} fits ${fitting.map((other) => other.name.value).join(" and ")}`,
    );
    return { name, person: null };
  }
  return { name, person: derived(person.name.value, person.name.span, "action/owner-person") };
}

/** Initials, a surname with or without title, a first name, or a post of the attendance list. */
function fits(words: string, person: Attendee): boolean {
  if (INITIALS.test(words) || /^[A-Z]{2,4}$/.test(words)) return initialsFit(words, person.name.value);
  if (POST_OWNERS.test(words)) {
    const post = words.replace(/^the\s+/i, "").toLowerCase();
    const posts = (person.role?.value ?? "").toLowerCase().split(/\s*[,/&]\s*/);
    return posts.includes(post);
  }
  const key = nameKey(words);
  const name = nameKey(person.name.value);
  if (key === "" || name === "") return false;
  if (key === name) return true;
  const [first, ...rest] = key.split(" ");
  const parts = name.split(" ");
  if (rest.length === 0) return parts.at(-1) === first || parts[0] === first;
  return (
    parts.at(-1) === rest.at(-1) &&
    (parts[0]?.[0] ?? "") === (first?.[0] ?? "-") &&
    (first?.length === 1 || parts[0]?.length === 1)
  );
}

/** Key by which an owner in a margin is matched with one in a sentence. */
export function ownerKey(text: string): string {
  return nameKey(text.replace(/^the\s+/i, "")) || text.toLowerCase();
}
