/** Who took the chair. */

import type { Attendee, Sourced } from "../../../model/minutes.js";
import { personLikeness, readPerson } from "../../phrases/person.js";
import { flowLines, type PartContext } from "../context.js";
import { shift, statedText } from "../sourced.js";

const TOOK_CHAIR =
  /([^.;:\n]{3,60}?)\s*,?\s+(?:(?:took|in|assumed|occupied)\s+the\s+chair|(?:was|acted\s+as)\s+(?:in\s+the\s+)?chair(?:man|person|woman)?|(?:chaired|presided|presiding)\b)/i;

const CHAIRED_BY =
  /\b(?:chaired\s+by|presided\s+over\s+by|chair(?:man|person|woman)?\s*[:–-]|called\s+to\s+order\s+by)\s*(?:the\s+chair(?:man|person)?,?\s*)?([^.;\n]{3,60})/i;

/** Who took the chair: by role in the list, else by the words of the opening. */
export function findChair(context: PartContext, attendance: readonly Attendee[]): Sourced<string> | null {
  const listed = attendance.find(
    ({ role, status }) =>
      role !== null &&
      status.value !== "apologies" &&
      /(?:^|\b(?:in\s+the\s+|acting\s+|meeting\s+))chair(?:man|person|woman|ing)?\b/i.test(role.value) &&
      !/\bvice\b|\bgroup\s+chair|\bdeputy\b/i.test(role.value) &&
      role.value.split(/\s+/).length <= 5,
  );
  if (listed !== undefined) return { ...listed.name, rule: "header/chair-role" };
  for (const entry of flowLines(context.flow).slice(0, 60)) {
    const { text, span } = entry.node.view;
    const match = TOOK_CHAIR.exec(text) ?? CHAIRED_BY.exec(text);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const start = span.start + match.index + match[0].indexOf(words);
    const person = readPerson(words);
    if (person === null || personLikeness(words.slice(person.name.start, person.name.end)) < 0.5) continue;
    return statedText(context.source, shift(person.name, start), "header/chair-words", 0.85);
  }
  return null;
}
