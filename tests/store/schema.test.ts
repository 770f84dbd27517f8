import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { DIAGNOSTICS } from "../../src/model/diagnostic.js";
import {
  ActionState,
  AttendanceStatus,
  Basis,
  DecisionKind,
  DecisionResult,
  MeetingStatus,
  PartKind,
} from "../../src/model/minutes.js";
import { MinutesStore } from "../../src/store/store.js";
import { newDatabasePath } from "./conversion-builder.js";

const ITEM = "item_id item_number item_title";
const MEETING = "meeting_id body date";
const PLACE = "part_id part_kind part_ordinal document_id document_path page start_offset end_offset";

/** The columns that the public contract promises, in its order, and those of three views that we add to it. */
const CONTRACT: Record<string, string> = {
  meeting_list:
    "meeting_id body organisation title date start_time end_time venue chair status present apologies items decisions actions documents",
  part_list:
    "part_id part_kind part_ordinal title body organisation date start_time end_time venue chair status is_current meeting_id document_id document_path page start_offset end_offset",
  attendance_list: `attendance_id name person_id person status role organisation note confidence ${MEETING} ${PLACE} quote`,
  item_list: `item_id parent_id ordinal number title text confidence ${MEETING} ${PLACE} quote`,
  decision_list: `decision_id kind clause text proposer seconder votes_for votes_against votes_abstained unanimous result confidence ${ITEM} ${MEETING} ${PLACE} quote`,
  action_list: `action_id owners text due_date due_text status state marked confidence ${ITEM} ${MEETING} ${PLACE} quote`,
  action_owner_list: `action_id owner person_id person text due_date state item_number item_title ${MEETING} document_path page`,
  table_list: `table_id ordinal caption rows cols ${ITEM} part_id part_kind part_ordinal meeting_id document_id document_path page start_offset end_offset`,
  table_cell_list: "table_id row col row_span col_span text is_header value unit",
  next_meeting_list: "part_id meeting_id body date time venue document_path page start_offset end_offset",
  evidence_list:
    "fact fact_id field value basis rule confidence document_id page start_offset end_offset x0 y0 x1 y1 quote",
  document_list:
    "document_id path sha256 media_type bytes pages extractor status error_code error warnings ingested_at",
  document_location_list: "document_id root path size modified_at seen_at is_gone",
  document_text_list: "document_id page start_offset end_offset text",
  document_metadata_list: "document_id document_path field value level page",
  page_list: "document_id document_path page start_offset end_offset is_ocr ocr_confidence",
  run_list:
    "run_id started_at ended_at program_version parser_version paths new changed unchanged reread failed gone pruned left skipped seconds is_interrupted",
  diagnostic_list: "document_id document_path severity code message page start_offset end_offset",
};

/** Words of a CHECK, by table and column. */
const WORDS: Record<string, readonly string[]> = {
  "part.kind": PartKind.options,
  "part.status": MeetingStatus.options,
  "meeting.status": MeetingStatus.options,
  "attendance.status": AttendanceStatus.options,
  "decision.kind": DecisionKind.options,
  "decision.result": DecisionResult.options,
  "action.state": ActionState.options,
  "evidence.basis": Basis.options,
  "diagnostic.severity": ["error", "warning", "info"],
};

describe("schema", () => {
  let store: MinutesStore | null = null;
  afterEach(() => store?.close());

  test("the views are those of the contract, column by column", () => {
    store = MinutesStore.open(newDatabasePath(), "write");
    const views = store.query("SELECT name FROM sqlite_schema WHERE type = 'view'").rows.flat();
    expect([...views].sort()).toEqual(Object.keys(CONTRACT).sort());
    for (const [view, columns] of Object.entries(CONTRACT)) {
      const names = store.query(`SELECT name FROM pragma_table_info('${view}') ORDER BY cid`).rows.flat();
      expect(names, view).toEqual(columns.split(" "));
    }
  });

  test("every checked column allows exactly the words of the model", () => {
    const file = newDatabasePath();
    MinutesStore.open(file, "write").close();
    const db = new Database(file);
    for (const [column, words] of Object.entries(WORDS)) {
      const [table = "", name = ""] = column.split(".");
      const sql = String(db.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").pluck().get(table));
      const listed = new RegExp(`CHECK \\(${name} IN \\(([^)]*)\\)`).exec(sql)?.[1] ?? "";
      expect(listed.replaceAll("'", "").split(", "), column).toEqual(words);
    }
    db.close();
    expect([...new Set(Object.values(DIAGNOSTICS).map(({ severity }) => severity))].sort()).toEqual([
      "error",
      "info",
      "warning",
    ]);
  });

  test("each table is strict, and each foreign key has an index that a cascade can use", () => {
    store = MinutesStore.open(newDatabasePath(), "write");
    const open = store;
    const tables = open.query(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    ).rows;
    expect(tables.length).toBeGreaterThan(10);
    for (const [table, strict] of tables) {
      expect(strict, String(table)).toBe(1);
      for (const [column] of open.query(`SELECT "from" FROM pragma_foreign_key_list('${table}')`).rows) {
        const leading = open.query(
          `SELECT l.name FROM pragma_index_list('${table}') l, pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = ?`,
          [column],
        );
        expect(leading.rows.length, `${table}.${column}`).toBeGreaterThan(0);
      }
    }
  });
});
