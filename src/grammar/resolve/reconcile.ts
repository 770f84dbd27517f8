/** What a part says in one place against what it says in another: movers and owners against those who came, votes against their number. */

import type { Attendee, Decision, Part, Sourced } from "../../model/minutes.js";
import { initialsFit, nameKey, personLikeness } from "../phrases/person.js";
import type { PartContext } from "./context.js";

/** Lists shorter than this name the officers only, or were read in part. */
const LEAST_LIST = 3;

/** Reports what does not agree; nothing is changed. Without a list of those present there is nothing to compare with. */
export function reconcile(part: Part, report: PartContext["report"]): void {
  if (part.kind !== "minutes") return;
  const present = part.attendance.filter(({ status }) => CAME.has(status.value));
  if (present.filter(({ status }) => status.value === "present").length < LEAST_LIST) return;
  reportStrangers(part.decisions, present, report);
  for (const decision of part.decisions) {
    const votes = votesOf(decision);
    if (votes !== null && votes.value > present.length && !isOpenMeeting(part)) {
      const message = `${votes.value} votes, but ${present.length} people are listed as present`;
      report("decision/votes-exceed-present", votes.span, message);
    }
  }
  const listed = wordsOf(part.attendance);
  const owners = part.actions.flatMap((action) => action.owners.filter(({ person }) => person === null));
  for (const { name } of owners) {
    // An apology is no hindrance to being given a task, so those who are listed at all are known.
    if (isStranger(name.value, part.attendance, listed) && isFullName(name.value))
      report("action/owner-not-present", name.span, `${name.value} has a task but is not in the attendance list`);
  }
}

/** Where most movers are strangers it is the list that was not read whole, and nothing is said. */
function reportStrangers(
  decisions: readonly Decision[],
  present: readonly Attendee[],
  report: PartContext["report"],
): void {
  const known = wordsOf(present);
  const movers = decisions.flatMap(({ proposer, seconder }) => [
    ...(proposer === null ? [] : [{ ...proposer, deed: "proposed" }]),
    ...(seconder === null ? [] : [{ ...seconder, deed: "seconded" }]),
  ]);
  const strangers = movers.filter(({ value }) => isStranger(value, present, known));
  const names = (all: readonly Sourced<string>[]) => new Set(all.map(({ value }) => nameKey(value))).size;
  if (names(strangers) > Math.max(1, names(movers) / 3)) return;
  for (const { value, span, deed } of strangers)
    report("decision/mover-not-present", span, `${value} ${deed} but is not among those present`);
}

const CAME: ReadonlySet<string> = new Set(["present", "in_attendance"]);

/** Members and residents who are only counted vote at these, so the list says nothing of the number of votes. */
function isOpenMeeting(part: Part): boolean {
  const earlier = part.items.map(({ title }) => title?.value ?? "").filter((title) => /\bminutes\b/i.test(title));
  return /\b(?:annual|agm|general|parish|town|residents|members|assembly)\b.{0,20}\bmeeting\b|\bagm\b/i.test(
    [part.title?.value ?? "", part.body?.value ?? "", ...earlier].join(" "),
  );
}

/** All votes of a decision that gives counts. */
function votesOf(decision: Decision): Sourced<number> | null {
  const counts = [decision.votesFor, decision.votesAgainst, decision.votesAbstained].filter((count) => count !== null);
  const [first] = counts;
  return first === undefined ? null : { ...first, value: counts.reduce((sum, { value }) => sum + value, 0) };
}

/** Each word of the names and posts of a list. */
function wordsOf(people: readonly Attendee[]): ReadonlySet<string> {
  return new Set(
    people.flatMap(({ name, role, note }) =>
      [name, role, note].flatMap((words) => (words === null ? [] : nameKey(words.value).split(" "))),
    ),
  );
}

/** Whether words are a person's name of which no word, and no initials, are known. Posts and groups are no strangers. */
function isStranger(words: string, people: readonly Attendee[], known: ReadonlySet<string>): boolean {
  const key = nameKey(words);
  const surname = key.split(" ").at(-1) ?? "";
  if (surname.length < 3 || NO_PERSON.test(words) || personLikeness(words) < 0.5) return false;
  if (key.split(" ").some((word) => word.length >= 3 && (known.has(word) || isMisspelt(word, known)))) return false;
  return !people.some(({ name }) => initialsFit(words, name.value));
}

/** Words for posts and groups, which stand for somebody of the list. */
const NO_PERSON =
  /\b(?:chair(?:man|person|woman)?|vice|clerk|secretary|treasurer|president|mayor|all|members?|council|committee|board|group|officers?|trustees?|governors?|director|manager|team|proposer|seconder|unanimous|standing|orders|motion)\b/i;

/** Two or more words, or one behind a title: a lone word is too little to say that somebody is not there. */
function isFullName(words: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*\s+(?:\S+\s+)?\p{Lu}[\p{L}'’-]{2,}$/u.test(words.trim());
}

/** One letter more, less or other: "Tomson" for "Thomson". */
function isMisspelt(word: string, known: ReadonlySet<string>): boolean {
  return (
    word.length >= 4 &&
    [...known].some((other) => Math.abs(other.length - word.length) <= 1 && isOneLetterOff(word, other))
  );
}

function isOneLetterOff(one: string, other: string): boolean {
  let front = 0;
  while (front < one.length && one[front] === other[front]) front++;
  let back = 0;
  while (back < Math.min(one.length, other.length) - front && one.at(-1 - back) === other.at(-1 - back)) back++;
  return Math.max(one.length, other.length) - front - back <= 1;
}
