/** Invented truth files, and records of documents that say the same. */

import fc from "fast-check";
import type { TrueAction, TrueDecision, TruePart, Truth } from "../../src/evaluation/truth.js";
import type { Conversion } from "../../src/model/conversion.js";
import type { Action, Decision, Part, Sourced } from "../../src/model/minutes.js";
import type { SourceText, Span } from "../../src/model/source.js";
import { sourceOf } from "../store/conversion-builder.js";

const SENTENCES = [
  "the quay wall be propped before the spring tides",
  "a new ladder be bought for the north steps at £40",
  "that the budget of the harbour café be approved",
  "write to the ferry company about its timetable",
  "the minutes of the last meeting be signed by the chair",
  "count the mooring rings – all of them",
];

const sentence = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.constantFrom("", " again", " at once, please", "!"), fc.nat(4))
  .map(([words, ending, dropped]) => `${words.split(" ").slice(dropped).join(" ")}${ending}`);
const name = fc.constantFrom(
  "Cllr Ada Quill",
  "Ada Quill",
  "Ben Oak (Chair)",
  "B. Oak",
  "JP",
  "Mr Óscar Pike",
  "the Clerk",
);
const date = fc.constantFrom("2019-03-04", "2019-04-01", "2020-02-29");
const time = fc.constantFrom("10:00", "19:30");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 5 });

const votes = fc.oneof(
  fc.constant(null),
  fc.record({ for: fc.nat(3), against: maybe(fc.nat(2)), abstain: maybe(fc.nat(1)), result: fc.constant(null) }),
);

const truePart: fc.Arbitrary<TruePart> = fc
  .record({
    kind: fc.constantFrom("minutes", "minutes", "agenda", "action_log", "report"),
    title: maybe(sentence),
    body: maybe(fc.constantFrom("Harbour Committee", "Finance and Harbour Committee", "Allotments Group")),
    organisation: fc.constant(null),
    date: maybe(date),
    start: maybe(time),
    end: maybe(time),
    venue: maybe(fc.constantFrom("Old Mill, Quay Street", "The Old Mill", "Town Hall")),
    chair: maybe(name),
    attendance: few(
      fc.record({
        name,
        status: fc.constantFrom("present", "in_attendance", "apologies", "absent"),
        organisation: maybe(fc.constantFrom("Harbour Trust", "Ferry Company")),
        role: maybe(fc.constantFrom("Chair", "Harbour Master")),
      }),
    ),
    items: few(fc.record({ number: maybe(fc.constantFrom("1", "2", "2.1", "7 a", "7a")), title: sentence })),
    decisions: few(
      fc.record({ item: maybe(fc.nat(4)), text: sentence, proposer: maybe(name), seconder: maybe(name), votes }),
    ),
    actions: few(
      fc.record({
        item: maybe(fc.nat(4)),
        owners: fc.array(name, { maxLength: 2 }),
        text: sentence,
        due: maybe(date),
        status: fc.constant(null),
        marked: fc.boolean(),
      }),
    ),
    tables: few(
      fc.record({
        item: fc.constant(null),
        rows: fc.constant(2),
        cols: fc.constant(2),
        cells: fc.oneof(
          fc.constant(null),
          fc.array(fc.array(sentence, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
        ),
      }),
    ),
    next_meetings: few(fc.record({ date: maybe(date), time: maybe(time) })),
  })
  .map((part) => {
    const within = <T extends { item: number | null }>(fact: T) => ({ ...fact, item: placeWithin(fact.item, part) });
    return { ...part, decisions: part.decisions.map(within), actions: part.actions.map(within) };
  });

function placeWithin(item: number | null, part: { readonly items: readonly unknown[] }): number | null {
  return item === null || item >= part.items.length ? null : item + 1;
}

/** Parts as a clerk would write them down; two of them are often nearly alike. */
export const trueParts: fc.Arbitrary<TruePart[]> = fc.array(truePart, { maxLength: 3 });

/** A document that says just what a truth file says. Facts of the truth that have no words of their own in a record are left out. */
export function conversionOf(parts: readonly TruePart[], salt: string): Conversion & { status: "read" } {
  const writer = new Writer();
  writer.write(salt);
  const written = parts.map((part) => partOf(part, writer));
  const source: SourceText = sourceOf(writer.text);
  return { status: "read", source, minutes: { parts: written }, diagnostics: [] };
}

/** A truth file of the parts. */
export function truthOf(file: string, parts: readonly TruePart[]): Truth {
  return { file, parts: [...parts] };
}

/** Puts each value on a line of its own; a class because it holds the growing text. */
class Writer {
  text = "";

  write<T>(value: T, words = String(value)): Sourced<T> {
    const start = this.text.length;
    this.text += `${words}\n`;
    const span = { start, end: start + words.length };
    return { value, span, basis: "stated", rule: "test", confidence: 1 };
  }

  maybe<T>(value: T | null | undefined): Sourced<T> | null {
    return value === null || value === undefined ? null : this.write(value);
  }

  /** From an offset to the end of what is written. */
  since(start: number): Span & { start: number; end: number } {
    return { start, end: this.text.length };
  }
}

function partOf(part: TruePart, writer: Writer): Part {
  const start = writer.text.length;
  const header = {
    kind: part.kind,
    title: writer.maybe(part.title),
    body: writer.maybe(part.body),
    organisation: null,
    date: writer.maybe(part.date),
    startTime: writer.maybe(part.start),
    endTime: writer.maybe(part.end),
    venue: writer.maybe(part.venue),
    chair: writer.maybe(part.chair),
    status: null,
  };
  const attendance = part.attendance.map((attendee) => {
    const name = writer.write(attendee.name);
    const status = writer.write(attendee.status);
    const organisation = writer.maybe(attendee.organisation);
    return { name, status, organisation, role: writer.maybe(attendee.role), note: null, span: name.span };
  });
  const items = part.items.map((item) => {
    const title = writer.maybe(item.title);
    return {
      number: writer.maybe(item.number),
      title,
      parent: null,
      text: null,
      span: title?.span ?? writer.since(start),
    };
  });
  const decisions = part.decisions.map((decision) => decisionOf(decision, writer));
  const actions = part.actions.map((action) => actionOf(action, writer));
  const tables = part.tables.map((table) => {
    const tableStart = writer.text.length;
    const cells = (table.cells ?? [["one", "two"]]).flatMap((row, rowIndex) =>
      row.map((text, col) => {
        const { span } = writer.write(text ?? "");
        const place = { row: rowIndex, col, rowSpan: 1, colSpan: 1 };
        return { ...place, text: text ?? "", isHeader: false, value: null, unit: null, span };
      }),
    );
    const rows = table.cells?.length ?? 1;
    return { item: null, caption: null, rows, cols: 2, cells, span: writer.since(tableStart) };
  });
  const nextMeetings = part.next_meetings.map(({ date, time }) => {
    const nextStart = writer.text.length;
    return { date: writer.maybe(date), time: writer.maybe(time), venue: null, span: writer.since(nextStart) };
  });
  return { ...header, attendance, items, decisions, actions, tables, nextMeetings, span: writer.since(start) };
}

function decisionOf(decision: TrueDecision, writer: Writer): Decision {
  const text = writer.write(decision.text);
  return {
    item: indexOf(decision.item),
    kind: writer.write("resolved" as const),
    clause: null,
    text,
    proposer: writer.maybe(decision.proposer),
    seconder: writer.maybe(decision.seconder),
    votesFor: writer.maybe(decision.votes?.for),
    votesAgainst: writer.maybe(decision.votes?.against),
    votesAbstained: writer.maybe(decision.votes?.abstain),
    unanimous: null,
    result: null,
    span: text.span,
  };
}

function actionOf(action: TrueAction, writer: Writer): Action {
  const text = writer.write(action.text);
  return {
    item: indexOf(action.item),
    owners: (action.owners ?? []).map((owner) => ({ name: writer.write(owner), person: null })),
    text,
    dueDate: writer.maybe(action.due),
    dueText: null,
    status: null,
    state: null,
    isMarked: action.marked,
    span: text.span,
  };
}

function indexOf(place: number | null | undefined): number | null {
  return place === null || place === undefined ? null : place - 1;
}
