/** Invented minutes, written in a test as plain text, through the text reader and the grammar, and short words for what was found. */

import { readHtml } from "../../src/extractors/html/read-html.js";
import { documentId, layOut } from "../../src/extractors/lay-out.js";
import { readText } from "../../src/extractors/text/read-text.js";
import { parseMinutes } from "../../src/grammar/index.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Part } from "../../src/model/minutes.js";
import type { SourceText } from "../../src/model/source.js";

/** A text as the text reader lays it out, or where it begins with a tag as the HTML reader does; one without words is laid out as nothing. */
export async function sourceFrom(text: string): Promise<SourceText> {
  const bytes = new TextEncoder().encode(text);
  const reading = await (/^\s*<\w/.test(text) ? readHtml : readText)(bytes);
  const nothing = { format: "text", body: [], trailer: [], pages: null, metadata: {} } as const;
  return layOut(documentId(bytes), reading.isRead ? reading.document : nothing);
}

export interface Found {
  readonly source: SourceText;
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readInvented(text: string): Promise<Found> {
  const source = await sourceFrom(text);
  const { value, diagnostics } = parseMinutes(source);
  return { source, parts: value.parts, diagnostics };
}

/** The only part of a text; a text that was split into several is an error of the test or of the program. */
export async function readPart(text: string): Promise<Part> {
  const { parts } = await readInvented(text);
  const [part] = parts;
  if (part === undefined || parts.length > 1) throw new Error(`${parts.length} parts where one was expected`);
  return part;
}

/** The only part of minutes that open with a title which names their body and day. */
export function readBusiness(business: string): Promise<Part> {
  return readPart(`${TITLE}\n\n${business}`);
}

const TITLE = "Minutes of a meeting of the Penmere Quay and Harbour Committee held on Tuesday 4 May 2021";

/** "7a < 7 Strategic Group": number, the number of the item that it is nested in, title. */
export function itemsIn(part: Part): string[] {
  return part.items.map(({ number, title, parent }) => {
    const outer = parent === null ? "" : ` < ${part.items[parent]?.number?.value ?? "?"}`;
    return `${number?.value ?? "-"}${outer} ${title?.value ?? "-"}`;
  });
}

/** "present A Smith (Chair), Anytown Council": status, name, role, organisation, note behind a semicolon. */
export function peopleIn(part: Part): string[] {
  return part.attendance.map(({ name, status, role, organisation, note }) => {
    const post = role === null ? "" : ` (${role.value})`;
    const place = organisation === null ? "" : `, ${organisation.value}`;
    return `${status.value} ${name.value}${post}${place}${note === null ? "" : `; ${note.value}`}`;
  });
}

/** "2 resolved (a) the gate be mended": number of the item, kind, clause, text. */
export function decisionsIn(part: Part): string[] {
  return part.decisions.map(({ item, kind, clause, text }) => {
    const label = clause === null ? "" : ` (${clause.value})`;
    return `${itemName(part, item)} ${kind.value}${label} ${text.value}`;
  });
}

/** "2 [JS, Clerk] mend the gate": number of the item, owners as written, task; "~" in front where nothing marks it. */
export function actionsIn(part: Part): string[] {
  return part.actions.map(({ item, owners, text, isMarked }) => {
    const names = owners.map((owner) => owner.name.value).join(", ");
    return `${isMarked ? "" : "~"}${itemName(part, item)} [${names}] ${text.value}`;
  });
}

function itemName(part: Part, item: number | null): string {
  if (item === null) return "-";
  return part.items[item]?.number?.value ?? part.items[item]?.title?.value ?? "?";
}
