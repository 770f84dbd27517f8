/** The public views: names, columns and their order are a promise to users. They are made anew at every change of the schema. */

/** Where a fact `f` stands: its part, its document, its place. */
const STANDS_AT = `p.part_id, p.kind AS part_kind, p.ordinal AS part_ordinal, p.document_id, d.path AS document_path,
  f.page, f.start_offset, f.end_offset`;

/** Body and date are the meeting's, so that all facts of one meeting agree on them. */
const OF_MEETING = "p.meeting_id, m.body, m.date";

const FROM_PART = `JOIN part p ON p.part_id = f.part_id
  JOIN document d ON d.document_id = p.document_id
  LEFT JOIN meeting m ON m.meeting_id = p.meeting_id`;

const UNDER_ITEM = "f.item_id, i.number AS item_number, i.title AS item_title";
const WITH_ITEM = "LEFT JOIN item i ON i.item_id = f.item_id";

/** View name → SELECT statement. */
export const VIEWS: Readonly<Record<string, string>> = {
  meeting_list: `SELECT meeting_id, body, organisation, title, date, start_time, end_time, venue, chair, status,
  present, apologies, items, decisions, actions, documents
  FROM meeting`,

  part_list: `SELECT f.part_id, f.kind AS part_kind, f.ordinal AS part_ordinal, f.title, f.body, f.organisation, f.date,
  f.start_time, f.end_time, f.venue, f.chair, f.status, f.is_current,
  f.meeting_id, f.document_id, d.path AS document_path, f.page, f.start_offset, f.end_offset
  FROM part f JOIN document d ON d.document_id = f.document_id`,

  attendance_list: `SELECT f.attendance_id, f.name, f.person_id, f.person, f.status, f.role, f.organisation, f.note, f.confidence,
  ${OF_MEETING}, ${STANDS_AT}, f.quote
  FROM attendance f ${FROM_PART}`,

  item_list: `SELECT f.item_id, f.parent_id, f.ordinal, f.number, f.title, f.text, f.confidence,
  ${OF_MEETING}, ${STANDS_AT}, f.quote
  FROM item f ${FROM_PART}`,

  decision_list: `SELECT f.decision_id, f.kind, f.clause, f.text, f.proposer, f.seconder,
  f.votes_for, f.votes_against, f.votes_abstained, f.unanimous, f.result, f.confidence,
  ${UNDER_ITEM}, ${OF_MEETING}, ${STANDS_AT}, f.quote
  FROM decision f ${FROM_PART} ${WITH_ITEM}`,

  action_list: `SELECT f.action_id, f.owners, f.text, f.due_date, f.due_text, f.status, f.state, f.marked, f.confidence,
  ${UNDER_ITEM}, ${OF_MEETING}, ${STANDS_AT}, f.quote
  FROM action f ${FROM_PART} ${WITH_ITEM}`,

  action_owner_list: `SELECT f.action_id, o.owner, o.person_id, o.person, f.text, f.due_date, f.state,
  i.number AS item_number, i.title AS item_title, ${OF_MEETING}, d.path AS document_path, f.page
  FROM action_owner o JOIN action f ON f.action_id = o.action_id ${FROM_PART} ${WITH_ITEM}`,

  table_list: `SELECT f.table_id, f.ordinal, f.caption, f.rows, f.cols, ${UNDER_ITEM},
  p.part_id, p.kind AS part_kind, p.ordinal AS part_ordinal, p.meeting_id, p.document_id, d.path AS document_path,
  f.page, f.start_offset, f.end_offset
  FROM data_table f JOIN part p ON p.part_id = f.part_id JOIN document d ON d.document_id = p.document_id ${WITH_ITEM}`,

  table_cell_list: `SELECT table_id, row, col, row_span, col_span, text, is_header, value, unit
  FROM table_cell`,

  next_meeting_list: `SELECT f.part_id, p.meeting_id, m.body, f.date, f.time, f.venue,
  d.path AS document_path, f.page, f.start_offset, f.end_offset
  FROM next_meeting f ${FROM_PART}`,

  evidence_list: `SELECT e.fact, e.fact_id, e.field, e.value, e.basis, e.rule, e.confidence, p.document_id,
  l.page, e.start_offset, e.end_offset, l.x0, l.y0, l.x1, l.y1, e.quote
  FROM evidence e JOIN part p ON p.part_id = e.part_id
  LEFT JOIN evidence_place l ON l.evidence_id = e.evidence_id`,

  document_list: `SELECT document_id, path, sha256, media_type, bytes, pages, extractor, status, error_code, error, warnings, ingested_at
  FROM document`,

  document_location_list: `SELECT document_id, root, path, size, modified_at, seen_at, is_gone
  FROM location`,

  document_text_list: `SELECT document_id, page, start_offset, end_offset, text
  FROM page_text`,

  document_metadata_list: `SELECT a.document_id, d.path AS document_path, a.field, a.value, a.level, a.page
  FROM document_metadata a JOIN document d ON d.document_id = a.document_id`,

  page_list: `SELECT t.document_id, d.path AS document_path, t.page, t.start_offset, t.end_offset,
  o.page IS NOT NULL AS is_ocr, o.confidence AS ocr_confidence
  FROM page_text t JOIN document d ON d.document_id = t.document_id
  LEFT JOIN ocr_page o ON o.document_id = t.document_id AND o.page = t.page
  WHERE t.page IS NOT NULL`,

  diagnostic_list: `SELECT g.document_id, d.path AS document_path, g.severity, g.code, g.message, g.page, g.start_offset, g.end_offset
  FROM diagnostic g JOIN document d ON d.document_id = g.document_id`,

  run_list: `SELECT run_id, started_at, ended_at, program_version, parser_version, paths, "new", "changed", "unchanged", "reread",
  "failed", "gone", "pruned", "left", "skipped", seconds, is_interrupted
  FROM run`,
};
