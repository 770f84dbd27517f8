/** One entry for one person, wherever the document names them. */

import type { Attendee } from "../../../model/minutes.js";
import { nameKey } from "../../phrases/person.js";
import { POST_LABEL } from "./people-line.js";

/** Somebody in two groups keeps the first; whom only the label of a post named first keeps the post and takes the status of the list. */
export function withoutRepeats(people: readonly Attendee[]): Attendee[] {
  const kept: Attendee[] = [];
  const places = new Map<string, number>();
  for (const person of people) {
    const key = keyOf(person);
    const place = places.get(key);
    const earlier = place === undefined ? undefined : kept[place];
    if (key === "") continue;
    if (place === undefined || earlier === undefined) {
      places.set(key, kept.length);
      kept.push(person);
    } else if (areNamesakes(earlier, person)) kept.push(person);
    else if (isFromPost(earlier) && !isFromPost(person))
      kept[place] = { ...person, role: person.role ?? earlier.role, note: person.note ?? earlier.note };
    else if (isFromPost(person) && earlier.role === null) kept[place] = { ...earlier, role: person.role };
  }
  return withoutShortNames(kept);
}

/** Of "Mr and Mrs Smith", whose first takes the surname of the second, only the titles differ. */
function keyOf({ name }: Attendee): string {
  const key = nameKey(name.value);
  return (key.includes(" ") && name.basis === "stated" ? key : name.value.toLowerCase()).replace(/[^\p{L}\d]/gu, "");
}

/** Two of one name from two organisations. */
function areNamesakes(one: Attendee, other: Attendee): boolean {
  const [first, second] = [one.organisation?.value, other.organisation?.value];
  return first !== undefined && second !== undefined && first !== second && one.status.value === other.status.value;
}

function isFromPost({ status }: Attendee): boolean {
  return status.rule === POST_LABEL;
}

/** "Chair: Ann" and "@ann" beside "Ann Lee (@ann)", "Chair Lee" beside "Ann Lee, Chair", and "Cllr Lee" who apologised beside "Cllr Ann Lee": the fuller entry stands. */
function withoutShortNames(people: readonly Attendee[]): Attendee[] {
  const names = new Set<string>();
  const posts = new Set<string>();
  for (const { name, note, role } of people) {
    const words = nameKey(name.value).split(" ");
    if (words.length > 1) for (const word of [words[0], words.at(-1)]) names.add(word ?? "");
    if (words.length > 1 && role !== null) posts.add(`${words.at(-1)} ${role.value.toLowerCase()}`);
    if (note !== null) names.add(note.value.toLowerCase());
  }
  return people.filter((person) => {
    const isHandle = person.name.value.startsWith("@");
    const key = nameKey(person.name.value);
    const isPostOf = person.role !== null && posts.has(`${key} ${person.role.value.toLowerCase()}`);
    const isShort = isHandle || (!key.includes(" ") && (isFromPost(person) || isFromProse(person) || isPostOf));
    return !isShort || !names.has(isHandle ? person.name.value.toLowerCase() : key);
  });
}

function isFromProse({ status, name }: Attendee): boolean {
  return (
    status.value === "apologies" &&
    /^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Revd|Fr|Canon|Sir|Dame|Lady)\b/.test(name.value)
  );
}
