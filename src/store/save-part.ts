/** One part of a document → its rows. */

import type { Attendee, DataTable, Item, NextMeeting, Part } from "../model/minutes.js";
import { quote } from "../model/source.js";
import { bodyKey, personId } from "./identity.js";
import { type PartWriter, placeOf, saveEvidence } from "./save-evidence.js";
import { saveAction, saveDecision } from "./save-outcomes.js";

/** Kinds of parts that can share a meeting with parts of other documents. */
const OF_A_MEETING: readonly Part["kind"][] = ["minutes", "agenda", "action_log"];

/** Writes a part with all its facts and their evidence; which meeting it belongs to is settled afterwards. */
export function savePart(document: Omit<PartWriter, "partId" | "personScope">, part: Part, ordinal: number): void {
  const partId = `${document.documentId}.p${ordinal}`;
  const key = bodyKey(part.body?.value ?? null);
  const writer: PartWriter = { ...document, partId, personScope: key ?? partId };
  saveHeader(writer, part, ordinal, key);
  part.items.forEach((item, index) => {
    saveItem(writer, item, index);
  });
  part.attendance.forEach((attendee, index) => {
    saveAttendee(writer, attendee, index);
  });
  part.decisions.forEach((decision, index) => {
    saveDecision(writer, decision, index);
  });
  part.actions.forEach((action, index) => {
    saveAction(writer, action, index);
  });
  part.tables.forEach((table, index) => {
    saveTable(writer, table, index);
  });
  part.nextMeetings.forEach((meeting, index) => {
    saveNextMeeting(writer, meeting, index);
  });
}

function saveHeader(writer: PartWriter, part: Part, ordinal: number, key: string | null): void {
  const { title, body, organisation, date, startTime, endTime, venue, chair, status } = part;
  writer.insert.add("part", {
    part_id: writer.partId,
    document_id: writer.documentId,
    ordinal,
    kind: part.kind,
    title: title?.value ?? null,
    body: body?.value ?? null,
    organisation: organisation?.value ?? null,
    date: date?.value ?? null,
    start_time: startTime?.value ?? null,
    end_time: endTime?.value ?? null,
    venue: venue?.value ?? null,
    chair: chair?.value ?? null,
    status: status?.value ?? null,
    body_key: OF_A_MEETING.includes(part.kind) && date !== null ? key : null,
    meeting_id: null,
    is_current: 0,
    ...placeOf(writer.source, part.span),
  });
  const fields = { title, body, organisation, date, start_time: startTime, end_time: endTime, venue, chair, status };
  saveEvidence(writer, "part", writer.partId, fields);
}

function saveItem(writer: PartWriter, item: Item, index: number): void {
  const { number, title, text } = item;
  const itemId = `${writer.partId}.i${index + 1}`;
  writer.insert.add("item", {
    item_id: itemId,
    part_id: writer.partId,
    parent_id: item.parent === null ? null : `${writer.partId}.i${item.parent + 1}`,
    ordinal: index + 1,
    number: number?.value ?? null,
    title: title?.value ?? null,
    text: text?.value ?? null,
    confidence: (title ?? number ?? text)?.confidence ?? null,
    ...placeOf(writer.source, item.span),
    quote: quote(writer.source, item.span),
  });
  saveEvidence(writer, "item", itemId, { number, title, text });
}

function saveAttendee(writer: PartWriter, attendee: Attendee, index: number): void {
  const { name, status, role, organisation, note } = attendee;
  const attendanceId = `${writer.partId}.n${index + 1}`;
  writer.insert.add("attendance", {
    attendance_id: attendanceId,
    part_id: writer.partId,
    name: name.value,
    person_id: personId(writer.personScope, name.value),
    person: name.value,
    status: status.value,
    role: role?.value ?? null,
    organisation: organisation?.value ?? null,
    note: note?.value ?? null,
    confidence: name.confidence,
    ...placeOf(writer.source, attendee.span),
    quote: quote(writer.source, attendee.span),
  });
  saveEvidence(writer, "attendance", attendanceId, { name, status, role, organisation, note });
}

function saveTable(writer: PartWriter, table: DataTable, index: number): void {
  const tableId = `${writer.partId}.t${index + 1}`;
  writer.insert.add("data_table", {
    table_id: tableId,
    part_id: writer.partId,
    item_id: table.item === null ? null : `${writer.partId}.i${table.item + 1}`,
    ordinal: index + 1,
    caption: table.caption?.value ?? null,
    rows: table.rows,
    cols: table.cols,
    ...placeOf(writer.source, table.span),
  });
  saveEvidence(writer, "table", tableId, { caption: table.caption });
  for (const { row, col, rowSpan, colSpan, text, isHeader, value, unit, span } of table.cells) {
    writer.insert.add("table_cell", {
      table_id: tableId,
      row,
      col,
      row_span: rowSpan,
      col_span: colSpan,
      text,
      is_header: isHeader ? 1 : 0,
      value,
      unit,
    });
    if (text === "") continue;
    const read = { value: text, span, basis: "stated", rule: "table-cell", confidence: 1 } as const;
    saveEvidence(writer, "table_cell", `${tableId}.r${row}c${col}`, { text: read });
  }
}

function saveNextMeeting(writer: PartWriter, meeting: NextMeeting, index: number): void {
  const { date, time, venue } = meeting;
  const nextMeetingId = `${writer.partId}.m${index + 1}`;
  writer.insert.add("next_meeting", {
    next_meeting_id: nextMeetingId,
    part_id: writer.partId,
    date: date?.value ?? null,
    time: time?.value ?? null,
    venue: venue?.value ?? null,
    ...placeOf(writer.source, meeting.span),
  });
  saveEvidence(writer, "next_meeting", nextMeetingId, { date, time, venue });
}
