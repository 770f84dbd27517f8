/** Whom of the attendance list an owner means. */

import type { ActionOwner, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { initialsFit, mayHold, nameKey } from "../../phrases/person.js";
import { NAMED_POST, POST_OWNERS } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import { derived, stated, wordsAt } from "../sourced.js";
import { INITIALS, initialsOf } from "./owners.js";

/** An owner with the attendee it means, where exactly one fits. */
export function ownerAt(context: PartContext, people: readonly Attendee[], span: Span): ActionOwner {
  const words = wordsAt(context.source, span).replace(/^(?:action\s+(?:by|for)\s*:?|by)\s+/i, "");
  const name = stated(words === "" ? "?" : words, span, "action/owner");
  const fitting = settle(words, people.filter(fitsTo(words)));
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

/** Initials, a surname with or without title, a first name, or a post of the attendance list. What the words are is asked once for all people. */
function fitsTo(words: string): (person: Attendee) => boolean {
  if (INITIALS.test(words) || /^[A-Z]{2,4}$/.test(words)) {
    return (person) => {
      const given = initialsOf(person);
      return given === null ? initialsFit(words, person.name.value) : given === words;
    };
  }
  if (POST_OWNERS.test(words) || NAMED_POST.test(words)) {
    const post = postKey(words);
    return (person) => person.role !== null && postsOf(person).has(post);
  }
  const key = nameKey(words);
  return key === "" ? () => false : ({ name }) => mayHold(name.value, key) && isNamed(key, nameKey(name.value));
}

/** Whether two keys are of one person: the same, a part of the other's name, or a surname and the initial in front of it. */
function isNamed(key: string, name: string): boolean {
  if (name === "") return false;
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

/** Of several who fit, those whom more evidence names: all initials, the same title, the surname rather than the first name. */
function settle(words: string, fitting: readonly Attendee[]): readonly Attendee[] {
  let left = fitting;
  for (const isBetter of STRONGER) {
    const better = left.filter((person) => isBetter(words, person));
    if (better.length > 0) left = better;
  }
  return left;
}

const STRONGER: readonly ((words: string, person: Attendee) => boolean)[] = [
  (words, person) => initialsOf(person) === words,
  (words, person) => allInitials(person.name.value) === words.replace(/[^A-Za-z]/g, "").toUpperCase(),
  (words, person) => titleOf(words) !== null && titleOf(words) === titleOf(person.name.value),
];

/** "Mrs J Martin" gives JM; "JJ Macnamara" gives JJM. */
function allInitials(name: string): string {
  return nameKey(name)
    .split(" ")
    .map((part, index, parts) =>
      index < parts.length - 1 && name.includes(part.toUpperCase()) ? part : part.slice(0, 1),
    )
    .join("")
    .toUpperCase();
}

function titleOf(name: string): string | null {
  const title = /^(Cllr|Clr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Revd?|Sir|Dame|Lord|Lady)\b/i
    .exec(name)?.[1]
    ?.toLowerCase();
  return title === undefined ? null : /^(?:cllr|clr|councillor)$/.test(title) ? "cllr" : title;
}

function postsOf(person: Attendee): ReadonlySet<string> {
  return new Set((person.role?.value ?? "").split(/\s*(?:[,/&;]|\band\b)\s*/).map(postKey));
}

/** One key for the spellings of a post: "the Chairman" and "Chair", "Clerk to the Council" and "Parish Clerk". */
function postKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|our)\s+/, "")
    .replace(
      /\s+(?:to|of)\s+(?:the\s+)?(?:\w+\s+)?(?:council|governors|board|committee|trustees|governing\s+body|meeting)$/,
      "",
    )
    .replace(/^(?:parish|town|community|council|hon(?:orary)?\.?|club)\s+/, "")
    .replace(/chair(?:man|person|woman)/, "chair")
    .replace(/head[\s-]*teacher|^head$/, "headteacher")
    .replace(/minutes\s+secretary/, "minute secretary")
    .replace(/^hon\.?\s+/, "")
    .replace(/[\s-]+/g, " ")
    .trim();
}
