/** A read document as an outline for people: each part with its meeting, people, items, decisions and actions. */

import type { Conversion } from "../model/conversion.js";
import { severityOf } from "../model/diagnostic.js";
import type { Action, Attendee, Decision, Item, Part } from "../model/minutes.js";
import { pageAt } from "../model/source.js";

type ReadDocument = Extract<Conversion, { status: "read" }>;

/** A value with its place, of which the outline shows the value only. */
type Value = { readonly value: string } | null;

const STATUS_TITLES: Record<Attendee["status"]["value"], string> = {
  present: "Present",
  in_attendance: "In attendance",
  apologies: "Apologies",
  absent: "Absent",
};

export function outline({ source, minutes, diagnostics }: ReadDocument): string {
  const lines = minutes.parts.flatMap((part, index) => [...(index > 0 ? [""] : []), ...partLines(part, index + 1)]);
  if (diagnostics.length > 0) lines.push("", "Diagnostics");
  for (const { code, message, span } of diagnostics) {
    const page = span === null ? null : pageAt(source, span.start);
    lines.push(`  ${severityOf(code)}${page === null ? "" : ` p.${page}`}: ${message} [${code}]`);
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function partLines(part: Part, number: number): string[] {
  const times = joined([part.startTime, part.endTime], "–");
  const heading = [
    joined([part.body, part.organisation], ", "),
    joined([part.date], ""),
    times,
    joined([part.venue], ""),
  ];
  const title = part.title === null ? [] : [`  ${inLine(part.title.value)}`];
  return [
    `${number}. ${part.kind.replace("_", " ")}: ${heading.filter((words) => words !== "").join(", ")}`,
    ...title,
    ...(part.chair === null ? [] : [`  Chair: ${part.chair.value}`]),
    ...attendanceLines(part.attendance),
    ...outcomeLines(part, null, "  "),
    ...itemLines(part, null, "  "),
    ...part.nextMeetings.map(({ date, time, venue }) => `  Next meeting: ${joined([date, time, venue], ", ")}`),
  ];
}

function attendanceLines(attendance: readonly Attendee[]): string[] {
  const lines: string[] = [];
  for (const [status, title] of Object.entries(STATUS_TITLES)) {
    const people = attendance.filter((attendee) => attendee.status.value === status);
    if (people.length > 0)
      lines.push(`  ${title} (${people.length})`, ...people.map((person) => `    ${personWords(person)}`));
  }
  return lines;
}

function personWords({ name, role, organisation, note }: Attendee): string {
  const more = joined([role, organisation, note], ", ");
  return more === "" ? inLine(name.value) : `${inLine(name.value)} (${more})`;
}

function itemLines(part: Part, parent: number | null, indent: string): string[] {
  return part.items.flatMap((item, index) => {
    if (item.parent !== parent) return [];
    const inner = `${indent}  `;
    return [`${indent}${itemWords(item)}`, ...outcomeLines(part, index, inner), ...itemLines(part, index, inner)];
  });
}

function itemWords({ number, title, text }: Item): string {
  const words = joined([number, title], " ");
  return title === null && text !== null ? `${words} ${shortened(text.value)}`.trim() : words;
}

/** Decisions, actions and tables under an item, or under none. */
function outcomeLines(part: Part, item: number | null, indent: string): string[] {
  return [
    ...part.decisions.filter((decision) => decision.item === item).map((decision) => indent + decisionWords(decision)),
    ...part.actions.filter((action) => action.item === item).map((action) => indent + actionWords(action)),
    ...part.tables
      .filter((table) => table.item === item)
      .map((table) => {
        return `${indent}TABLE ${table.rows} × ${table.cols}${table.caption === null ? "" : `: ${inLine(table.caption.value)}`}`;
      }),
  ];
}

function decisionWords({ kind, clause, text, proposer, seconder, result }: Decision): string {
  const movers = joined([proposer, seconder], " / ");
  const more = [movers, result?.value ?? ""].filter((words) => words !== "").join("; ");
  const marker = clause === null ? "" : `(${clause.value}) `;
  return `${kind.value.toUpperCase()} ${marker}${inLine(text.value)}${more === "" ? "" : ` [${more}]`}`;
}

function actionWords({ owners, text, dueDate, dueText, status, state }: Action): string {
  const names = owners.map(({ name, person }) => (person === null ? name.value : `${name.value} = ${person.value}`));
  const more = joined([dueDate ?? dueText, status ?? state], "; ");
  return `ACTION ${names.join(", ") || "nobody named"}: ${inLine(text.value)}${more === "" ? "" : ` [${more}]`}`;
}

function joined(values: readonly Value[], between: string): string {
  return values.flatMap((value) => (value === null ? [] : [inLine(value.value)])).join(between);
}

function inLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ");
}

function shortened(text: string): string {
  const line = inLine(text);
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
