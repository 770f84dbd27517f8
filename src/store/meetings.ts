/** Which parts speak of one meeting, and what the meeting is made of: always worked out from all its parts, so the order of saving does not matter. */

import type { Database } from "better-sqlite3";
import type { PartKind } from "../model/minutes.js";
import { bodyKey, meetingId, ownMeetingId } from "./identity.js";

/** What a change of documents can have an effect on; collected before and after the change. */
export interface Affected {
  /** Body and date, by a key made of both. */
  readonly sittings: Map<string, Sitting>;
  /** Parts that have a meeting of their own. */
  readonly lonelyParts: Set<string>;
  readonly meetings: Set<string>;
}

export interface Meetings {
  /** Adds what the parts of a document, as they are now, have to do with. */
  collect(documentId: string, affected: Affected): void;
  /** Makes the affected meetings anew and removes those that no part speaks of any more. */
  regroup(affected: Affected): void;
}

export function nothingAffected(): Affected {
  return { sittings: new Map(), lonelyParts: new Set(), meetings: new Set() };
}

const HEADER = ["body", "organisation", "title", "date", "start_time", "end_time", "venue", "chair", "status"] as const;

/** A body as it is known by its name, and a day on which it met. */
interface Sitting {
  readonly body: string;
  readonly date: string;
}

interface PartRow extends Readonly<Record<(typeof HEADER)[number], string | null>> {
  readonly part_id: string;
  readonly document_id: string;
  readonly ordinal: number;
  readonly kind: PartKind;
  readonly body_key: string | null;
  readonly meeting_id: string | null;
  readonly media_type: string;
  readonly is_gone: number;
}

/** Prepares the statements; the functions may run inside any transaction. */
export function prepareMeetings(db: Database): Meetings {
  const statements = prepareStatements(db);
  return {
    collect: (documentId, affected) => {
      for (const part of statements.partsOfDocument.all(documentId)) {
        if (part.meeting_id !== null) affected.meetings.add(part.meeting_id);
        if (part.body_key !== null && part.date !== null) {
          affected.sittings.set(`${part.date} ${part.body_key}`, { body: part.body_key, date: part.date });
        } else if (part.kind === "minutes" || part.kind === "agenda") affected.lonelyParts.add(part.part_id);
      }
    },
    regroup: ({ sittings, lonelyParts, meetings }) => {
      const leftOver = new Set(meetings);
      for (const { body, date } of sittings.values()) {
        const parts = statements.partsOfSitting.all(body, date);
        for (const { meeting_id: before } of parts) if (before !== null) leftOver.add(before);
        for (const [id, group] of groupsOf(statements, { body, date }, parts)) writeMeeting(statements, id, group);
      }
      for (const partId of lonelyParts) {
        const part = statements.part.get(partId);
        if (part !== undefined) writeMeeting(statements, ownMeetingId(partId), [part]);
      }
      for (const id of leftOver) statements.removeEmpty.run({ id });
    },
  };
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(db: Database) {
  const parts = `SELECT p.part_id, p.document_id, p.ordinal, p.kind, p.body_key, p.meeting_id, d.media_type,
    ${HEADER.map((column) => `p.${column}`).join(", ")},
    (SELECT coalesce(min(l.is_gone), 0) FROM location l WHERE l.document_id = p.document_id) AS is_gone
    FROM part p JOIN document d ON d.document_id = p.document_id`;
  const columns = ["meeting_id", ...HEADER, "present", "apologies", "items", "decisions", "actions", "documents"];
  return {
    part: db.prepare<[string], PartRow>(`${parts} WHERE p.part_id = ?`),
    partsOfDocument: db.prepare<[string], PartRow>(`${parts} WHERE p.document_id = ?`),
    partsOfSitting: db.prepare<[string, string], PartRow>(`${parts} WHERE p.body_key = ? AND p.date = ?`),
    organisationsOfDocument: db
      .prepare<[string], string>("SELECT organisation FROM part WHERE document_id = ? AND organisation IS NOT NULL")
      .pluck(),
    counts: db.prepare<[{ part: string }], Record<"present" | "apologies" | "items" | "decisions" | "actions", number>>(
      `SELECT (SELECT count(*) FROM attendance WHERE part_id = @part AND status = 'present') AS present,
        (SELECT count(*) FROM attendance WHERE part_id = @part AND status = 'apologies') AS apologies,
        (SELECT count(*) FROM item WHERE part_id = @part) AS items,
        (SELECT count(*) FROM decision WHERE part_id = @part) AS decisions,
        (SELECT count(*) FROM action WHERE part_id = @part) AS actions`,
    ),
    write: db.prepare(
      `INSERT INTO meeting (${columns.join(", ")}) VALUES (${columns.map((column) => `@${column}`).join(", ")})
        ON CONFLICT (meeting_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`,
    ),
    assign: db.prepare("UPDATE part SET meeting_id = @meeting_id, is_current = @is_current WHERE part_id = @part_id"),
    removeEmpty: db.prepare(
      "DELETE FROM meeting WHERE meeting_id = @id AND NOT EXISTS (SELECT 1 FROM part WHERE meeting_id = @id)",
    ),
  };
}

/** The meetings that the parts of one sitting speak of, by their ids. */
function groupsOf(statements: Statements, sitting: Sitting, parts: readonly PartRow[]): Map<string, PartRow[]> {
  const organisations = keysOf(parts.map(({ organisation }) => organisation));
  if (organisations.size < 2) return splitByStart(sitting, null, parts);
  const groups = new Map<string, PartRow[]>();
  const byOrganisation = new Map<string, PartRow[]>();
  for (const part of parts) {
    const key = bodyKey(part.organisation) ?? organisationOfDocument(statements, part.document_id);
    if (key === null) groups.set(ownMeetingId(part.part_id), [part]);
    else byOrganisation.set(key, [...(byOrganisation.get(key) ?? []), part]);
  }
  for (const [key, group] of byOrganisation) {
    for (const [id, meeting] of splitByStart(sitting, key, group)) groups.set(id, meeting);
  }
  return groups;
}

/** The organisation of a document whose parts name but one; null where they name none or several. */
function organisationOfDocument(statements: Statements, documentId: string): string | null {
  const [key, ...others] = keysOf(statements.organisationsOfDocument.all(documentId));
  return key === undefined || others.length > 0 ? null : key;
}

/** Organisations are told apart as bodies are: by their words. */
function keysOf(organisations: readonly (string | null)[]): Set<string> {
  return new Set(organisations.flatMap((organisation) => bodyKey(organisation) ?? []));
}

/** Minutes tell when a meeting opened, its agenda when it was called: starts less than this apart are one sitting. In minutes. */
const SAME_SITTING = 60;

/** Starts of which each is less than an hour after the one before, by the first of them. */
function sittingStarts(starts: readonly string[]): Map<string, string> {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const first = new Map<string, string>();
  starts.forEach((start, index) => {
    const before = starts[index - 1];
    const isSame = before !== undefined && minutes(start) - minutes(before) < SAME_SITTING;
    first.set(start, isSame ? (first.get(before) ?? start) : start);
  });
  return first;
}

/** A body that met twice that day has two meetings; a part that states no start belongs to the earliest. */
function splitByStart(
  { body, date }: Sitting,
  organisation: string | null,
  parts: readonly PartRow[],
): Map<string, PartRow[]> {
  const starts = [...new Set(parts.flatMap(({ start_time: start }) => start ?? []))].sort();
  const first = sittingStarts(starts);
  const isSplit = new Set(first.values()).size > 1;
  const groups = new Map<string, PartRow[]>();
  for (const part of parts) {
    const start = isSplit ? (first.get(part.start_time ?? starts[0] ?? "") ?? null) : null;
    const id = meetingId(body, date, { organisation, start });
    groups.set(id, [...(groups.get(id) ?? []), part]);
  }
  return groups;
}

/** What the best part does not say is taken from the next best. */
function writeMeeting(statements: Statements, id: string, parts: readonly PartRow[]): void {
  const ranked = [...parts].sort(compareRecords);
  const best = ranked[0];
  if (best === undefined) return;
  const counts = statements.counts.get({ part: best.part_id });
  const header = Object.fromEntries(
    HEADER.map((column) => [column, ranked.find((part) => part[column] !== null)?.[column] ?? null]),
  );
  const documents = new Set(ranked.map((part) => part.document_id)).size;
  statements.write.run({ meeting_id: id, ...header, ...counts, documents });
  for (const part of ranked) {
    statements.assign.run({ meeting_id: id, is_current: part === best ? 1 : 0, part_id: part.part_id });
  }
}

const KINDS: readonly PartKind[] = ["minutes", "agenda", "action_log", "report", "other"];

/** The best record of a meeting first. */
function compareRecords(a: PartRow, b: PartRow): number {
  return (
    a.is_gone - b.is_gone ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    statusRank(a) - statusRank(b) ||
    Number(isPortalPage(a)) - Number(isPortalPage(b)) ||
    (a.document_id < b.document_id ? -1 : a.document_id > b.document_id ? 1 : a.ordinal - b.ordinal)
  );
}

/** Minutes that do not say are between: a draft says that it is one. */
function statusRank(part: PartRow): number {
  return part.status === "approved" ? 0 : part.status === "draft" ? 2 : 1;
}

/** A web page usually shortens the minutes that were signed. */
function isPortalPage(part: PartRow): boolean {
  return part.media_type.startsWith("text/html");
}
