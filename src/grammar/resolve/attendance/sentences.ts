/** Who came and who did not, told in sentences: "Apologies were received from A Smith", "B Jones had sent hers", "The meeting was attended by …". */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { looksLikePerson, personLikeness } from "../../phrases/person.js";
import { meantBy, readSectionLabel } from "../../phrases/section-label.js";
import { APOLOGY_SENTENCES, PRESENCE_SENTENCES, type SentencePattern } from "../../vocabulary/attendance-sentences.js";
import type { PartContext } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import type { ItemScope } from "../items/items.js";
import { proseSentences, type Sentence, sentencesOf } from "../prose.js";
import { KnownPeople } from "./known-people.js";
import { readStretches } from "./labelled-people.js";
import { isRun } from "./name-run.js";
import { labelAt, readLine } from "./people-line.js";
import { GROUP_TITLED, toldIn } from "./told.js";

/** Names that stand in an item of apologies in a sentence or a line, not in a list; those already known are left out. */
export function apologiesInItems(
  context: PartContext,
  scopes: readonly ItemScope[],
  known: readonly Attendee[],
): Attendee[] {
  const people = scopes
    .filter((scope) => namesApologies(scope.item.title?.value ?? ""))
    .flatMap((scope) => apologiesIn(context, scope));
  return new KnownPeople(known).newAmong(people);
}

function namesApologies(title: string): boolean {
  if (/\b(?:apolog|absence|regrets)/i.test(title)) return true;
  return (title.match(/[A-Za-z]{6,12}/g) ?? []).some((word) => /^apolog/.test(meantBy(word.toLowerCase()) ?? ""));
}

function apologiesIn(context: PartContext, scope: Pick<ItemScope, "entries" | "textStart">): Attendee[] {
  return proseSentences(context, scope.entries, scope.textStart).flatMap((sentence) => {
    const told = peopleTold(context, sentence, APOLOGY_SENTENCES);
    if (told !== null) return told;
    const label = labelAt(sentence.text);
    if (label !== null) return surePeople(readStretches(context, sentence.span, label.status, null, null).people);
    const isShort = sentence.text.split(/\s+/).length <= 16;
    const isNames = isShort && (isRun(sentence.text, true) || looksLikePerson(sentence.text.split(/[,(]/, 1)[0] ?? ""));
    return isNames ? surePeople(readLine(context, sentence.span, "apologies", null, true)) : [];
  });
}

/** People told of by the prose in front of the business, which an entry holds or a stretch of it. */
export function peopleInProse(context: PartContext, entry: FlowEntry, span?: Span): Attendee[] {
  if (entry.kind !== "line" || !MAY_TELL.test(entry.node.view.text)) return [];
  const people: Attendee[] = [];
  for (const sentence of sentencesOf(context, entry, span ?? entry.node.view.span)) {
    const told = peopleTold(context, sentence, ATTENDANCE_SENTENCES);
    // "Absent: Member Hill." behind a sentence that told who was there.
    const label = told === null && people.length > 0 ? readSectionLabel(sentence.text) : null;
    if (told !== null) people.push(...new KnownPeople(people).newAmong(told));
    else if (label !== null && label.mark === "colon" && label.label.role === null)
      people.push(...readStretches(context, sentence.span, label.label.status, null, null).people);
  }
  return people;
}

const ATTENDANCE_SENTENCES = [...PRESENCE_SENTENCES, ...APOLOGY_SENTENCES];

const MAY_TELL = /\b(?:present|attend|app?olog|regrets|absent|chair\b|roll\b|to\s+order\b)/i;

/** The people of a sentence that one of the patterns fits; null where none does. */
function peopleTold(context: PartContext, sentence: Sentence, patterns: readonly SentencePattern[]): Attendee[] | null {
  for (const { names, status } of toldIn(sentence.text, patterns)) {
    const people = names.flatMap((span) => peopleAt(context, sentence, span, status));
    if (people.length > 0) return people;
  }
  return null;
}

function peopleAt(context: PartContext, sentence: Sentence, span: Span, status: AttendanceStatus): Attendee[] {
  const start = sentence.span.start + span.start;
  const read = readStretches(context, { start, end: sentence.span.start + span.end }, status, null, null);
  return GROUP_TITLED.test(sentence.text.slice(span.start, span.end)) ? read.people : surePeople(read.people);
}

/** In running words only what is written like a person, or named by a post, is one; a surname alone beside others that are. */
function surePeople(people: readonly Attendee[]): Attendee[] {
  const sure = people.filter(({ name, role }) => personLikeness(name.value) >= 0.5 || role !== null);
  return sure.length > 0 ? people.filter(({ name }) => personLikeness(name.value) >= 0.4) : [];
}
