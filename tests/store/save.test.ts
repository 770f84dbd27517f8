import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Conversion } from "../../src/model/conversion.js";
import type { Part } from "../../src/model/minutes.js";
import { MinutesStore } from "../../src/store/store.js";
import {
  actionOf,
  attendeeOf,
  decisionOf,
  dumpOf,
  FACTS,
  fileOf,
  itemOf,
  newDatabasePath,
  partOf,
  read,
  readConversion,
  rowsOf,
  saveRead,
  sourceOf,
  spanOf,
  valueAt,
} from "./conversion-builder.js";

const TEXT = `Harbour Committee 😀
Held on 4 March 2019
PRESENT Cllr Ada Quill, Ben Oak
1. Quay wall
The wall 🧱 leans. (a) That the wall be propped
by June. Carried.
\f1.1 Ladders
ACTION AQ to buy ladders by Friday
Cost\tRow\n£1,022.94\ttotal
Next: 1 April 2019 at 10:00
`;

function harbour(): { conversion: Conversion; part: Part } {
  const source = sourceOf(TEXT, "page header 🧾");
  const part = partOf(source, {
    body: read(source, "Harbour Committee"),
    date: valueAt(source, "4 March 2019", "2019-03-04"),
    attendance: [attendeeOf(source, "Cllr Ada Quill", "present"), attendeeOf(source, "Ben Oak", "apologies")],
    items: [
      itemOf(source, "Quay wall", { number: read(source, "1"), text: read(source, "The wall 🧱 leans.") }),
      itemOf(source, "Ladders", { number: read(source, "1.1"), parent: 0 }),
    ],
    decisions: [
      decisionOf(source, "That the wall be propped\nby June", {
        item: 0,
        clause: read(source, "a"),
        text: valueAt(source, "That the wall be propped\nby June", "That the wall be propped by June"),
        result: valueAt(source, "Carried", "carried"),
        unanimous: valueAt(source, "Carried", true),
        votesFor: valueAt(source, "4", 4),
      }),
    ],
    actions: [
      actionOf(source, "buy ladders", {
        item: 1,
        owners: [
          { name: read(source, "AQ"), person: { ...read(source, "Cllr Ada Quill"), basis: "derived" } },
          { name: read(source, "Ben"), person: null },
        ],
        dueText: read(source, "by Friday"),
      }),
    ],
    tables: [
      {
        item: 1,
        caption: null,
        rows: 2,
        cols: 2,
        cells: [
          cell(0, 0, "Cost", null, null, spanOf(source, "Cost")),
          cell(1, 0, "£1,022.94", 1022.94, "GBP", spanOf(source, "£1,022.94")),
        ],
        span: { ...spanOf(source, "Cost") },
      },
    ],
    nextMeetings: [
      {
        date: valueAt(source, "1 April 2019", "2019-04-01"),
        time: read(source, "10:00"),
        venue: null,
        span: { ...spanOf(source, "1 April 2019 at 10:00") },
      },
    ],
  });
  return { conversion: readConversion(source, [part]), part };
}

function cell(row: number, col: number, text: string, value: number | null, unit: string | null, span: object) {
  const { start, end } = span as { start: number; end: number };
  return { row, col, rowSpan: 1, colSpan: 1, text, isHeader: row === 0, value, unit, span: { start, end } };
}

describe("saving a document", () => {
  let store: MinutesStore;
  beforeEach(() => {
    store = MinutesStore.open(newDatabasePath(), "write");
  });
  afterEach(() => {
    store.close();
  });

  test("every fact comes out of its view", () => {
    saveRead(store, "a/harbour.pdf", harbour().conversion);
    expect(rowsOf(store, "SELECT * FROM meeting_list")).toMatchObject([
      { body: "Harbour Committee", date: "2019-03-04", present: 1, apologies: 1, items: 2, decisions: 1, actions: 1 },
    ]);
    expect(rowsOf(store, "SELECT * FROM item_list ORDER BY ordinal")).toMatchObject([
      { ordinal: 1, number: "1", title: "Quay wall", parent_id: null, quote: "Quay wall", page: 1 },
      { ordinal: 2, number: "1.1", title: "Ladders", text: null, page: 2 },
    ]);
    expect(rowsOf(store, "SELECT * FROM decision_list")).toMatchObject([
      {
        ...{ kind: "resolved", clause: "a", text: "That the wall be propped by June", votes_for: 4, unanimous: 1 },
        ...{ result: "carried", item_number: "1", item_title: "Quay wall", body: "Harbour Committee" },
        ...{ date: "2019-03-04", document_path: "a/harbour.pdf", quote: "That the wall be propped\nby June" },
      },
    ]);
    expect(rowsOf(store, "SELECT * FROM action_list")).toMatchObject([
      { owners: "AQ; Ben", text: "buy ladders", due_text: "by Friday", marked: 1, state: null, item_number: "1.1" },
    ]);
    expect(rowsOf(store, "SELECT * FROM table_list")).toMatchObject([{ rows: 2, cols: 2, item_number: "1.1" }]);
    expect(rowsOf(store, "SELECT * FROM table_cell_list WHERE row = 1")).toMatchObject([
      { text: "£1,022.94", value: 1022.94, unit: "GBP", is_header: 0 },
    ]);
    expect(rowsOf(store, "SELECT * FROM next_meeting_list")).toMatchObject([
      { body: "Harbour Committee", date: "2019-04-01", time: "10:00", venue: null },
    ]);
  });

  test("an owner who is known carries the id of the attendee", () => {
    saveRead(store, "harbour.pdf", harbour().conversion);
    const attendees = rowsOf(store, "SELECT person_id FROM attendance_list WHERE name = 'Cllr Ada Quill'");
    expect(rowsOf(store, "SELECT owner, person, person_id FROM action_owner_list ORDER BY owner")).toEqual([
      { owner: "AQ", person: "Cllr Ada Quill", person_id: attendees[0]?.person_id },
      { owner: "Ben", person: null, person_id: null },
    ]);
  });

  test("ids are made from the document and the place of the fact in it", () => {
    const id = saveRead(store, "harbour.pdf", harbour().conversion).slice(0, 16);
    const ids = (column: string, view: string) => rowsOf(store, `SELECT ${column} AS id FROM ${view} ORDER BY 1`);
    expect(ids("document_id", "document_list")).toEqual([{ id }]);
    expect(ids("part_id", "part_list")).toEqual([{ id: `${id}.p1` }]);
    expect(ids("attendance_id", "attendance_list")).toEqual([{ id: `${id}.p1.n1` }, { id: `${id}.p1.n2` }]);
    expect(ids("item_id", "item_list")).toEqual([{ id: `${id}.p1.i1` }, { id: `${id}.p1.i2` }]);
    expect(ids("parent_id", "item_list WHERE ordinal = 2")).toEqual([{ id: `${id}.p1.i1` }]);
    expect(ids("decision_id", "decision_list")).toEqual([{ id: `${id}.p1.d1` }]);
    expect(ids("action_id", "action_list")).toEqual([{ id: `${id}.p1.a1` }]);
    expect(ids("table_id", "table_list")).toEqual([{ id: `${id}.p1.t1` }]);
  });

  test("each quote is the text at its offsets, also behind an emoji", () => {
    const { conversion } = harbour();
    saveRead(store, "harbour.pdf", conversion);
    const text = conversion.status === "read" ? conversion.source.text : "";
    for (const view of ["attendance_list", "item_list", "decision_list", "action_list", "evidence_list"]) {
      const rows = store.query(`SELECT start_offset, end_offset, quote FROM ${view}`).rows;
      expect(rows.length, view).toBeGreaterThan(0);
      for (const [start, end, quote] of rows) expect(quote, view).toBe(text.slice(Number(start), Number(end)));
    }
  });

  test("a value that runs over two printed lines has one row of evidence a line", () => {
    saveRead(store, "harbour.pdf", harbour().conversion);
    const rows = rowsOf(store, "SELECT * FROM evidence_list WHERE fact = 'decision' AND field = 'text' ORDER BY y0");
    expect(rows).toMatchObject([
      { value: "That the wall be propped by June", page: 1, basis: "stated", rule: "test", confidence: 0.9, y0: 80 },
      { value: "That the wall be propped by June", page: 1, y0: 100 },
    ]);
    expect(rows[0]?.quote).toBe(rows[1]?.quote);
  });

  test("the evidence names the columns of the views", () => {
    saveRead(store, "harbour.pdf", harbour().conversion);
    const fields = rowsOf(store, "SELECT DISTINCT fact || '.' || field AS field FROM evidence_list ORDER BY 1");
    expect(fields.map(({ field }) => field)).toEqual([
      ...["action.due_text", "action.owner", "action.person", "action.text", "attendance.name", "attendance.status"],
      ...["decision.clause", "decision.kind", "decision.result", "decision.text", "decision.unanimous"],
      ...["decision.votes_for", "item.number", "item.text", "item.title", "next_meeting.date", "next_meeting.time"],
      ...["part.body", "part.date", "table_cell.text"],
    ]);
  });

  test("the stretches of the pages and the trailer are the whole text", () => {
    const { conversion } = harbour();
    saveRead(store, "harbour.pdf", conversion);
    const rows = rowsOf(store, "SELECT * FROM document_text_list ORDER BY start_offset");
    expect(rows.map(({ page }) => page)).toEqual([1, 2, null]);
    expect(rows.map(({ text }) => text).join("")).toBe(conversion.status === "read" ? conversion.source.text : "");
    expect(String(rows[1]?.text)).toMatch(/^1\.1 Ladders/);
  });

  test("saving again replaces everything, and changes nothing where nothing is new", () => {
    const { conversion, part } = harbour();
    saveRead(store, "harbour.pdf", conversion);
    const before = dumpOf(store);
    saveRead(store, "harbour.pdf", conversion);
    expect(dumpOf(store)).toEqual(before);
    if (conversion.status !== "read") return;
    saveRead(
      store,
      "harbour.pdf",
      readConversion(conversion.source, [{ ...part, items: [], decisions: [], tables: [], actions: [] }]),
    );
    expect(store.query("SELECT count(*) FROM item_list").rows).toEqual([[0]]);
    expect(store.query("SELECT items, present FROM meeting_list").rows).toEqual([[0, 1]]);
    expect(store.search("ladders", 10)).toEqual([]);
  });

  test("a save that fails half-way leaves what was there", () => {
    const { conversion, part } = harbour();
    saveRead(store, "harbour.pdf", conversion);
    const before = dumpOf(store);
    if (conversion.status !== "read") return;
    const broken = { ...part, decisions: part.decisions.map((decision) => ({ ...decision, item: 77 })) };
    expect(() => saveRead(store, "harbour.pdf", readConversion(conversion.source, [broken]))).toThrow(/FOREIGN KEY/);
    expect(dumpOf(store)).toEqual(before);
    expect(store.search("propped", 10)).toHaveLength(1);
  });

  test("removing a document leaves nothing of it", () => {
    const empty = dumpOf(store);
    const sha256 = saveRead(store, "harbour.pdf", harbour().conversion);
    expect(store.remove(sha256)).toBe(true);
    expect(dumpOf(store)).toEqual(empty);
    expect(store.search("ladders", 10)).toEqual([]);
    expect(store.remove(sha256)).toBe(false);
  });

  test("what the file says of itself, and which pages were read by OCR", () => {
    const source = sourceOf("Notes\n\fof two pages\n");
    const outline = [{ title: "Notes", level: 1, page: 2 }];
    const metadata = {
      title: "Quay",
      author: null,
      created: "2019-03-04",
      modified: null,
      outline,
      links: ["https://a.example/"],
    };
    saveRead(store, "notes.pdf", readConversion({ ...source, metadata, ocrPages: [{ page: 2, confidence: 0.9 }] }, []));
    expect(rowsOf(store, "SELECT field, value, level, page FROM document_metadata_list ORDER BY field")).toEqual([
      { field: "bookmark", value: "Notes", level: 1, page: 2 },
      { field: "created", value: "2019-03-04", level: null, page: null },
      { field: "link", value: "https://a.example/", level: null, page: null },
      { field: "title", value: "Quay", level: null, page: null },
    ]);
    expect(rowsOf(store, "SELECT document_path, page, is_ocr, ocr_confidence FROM page_list ORDER BY page")).toEqual([
      { document_path: "notes.pdf", page: 1, is_ocr: 0, ocr_confidence: null },
      { document_path: "notes.pdf", page: 2, is_ocr: 1, ocr_confidence: 0.9 },
    ]);
  });

  test("the status follows from what went wrong", () => {
    const source = sourceOf("Notes\n");
    const at = { span: { start: 0, end: 5 }, message: "m" };
    const withWarnings = readConversion(
      source,
      [],
      [
        { code: "document/no-minutes", ...at },
        { code: "items/number-gap", span: null, message: "m" },
      ],
    );
    const sha256 = saveRead(store, "notes.txt", withWarnings);
    expect(rowsOf(store, "SELECT status, warnings FROM document_list")).toEqual([{ status: "ok", warnings: 1 }]);
    expect(rowsOf(store, "SELECT severity, start_offset, document_path FROM diagnostic_list ORDER BY 1")).toEqual([
      { severity: "info", start_offset: null, document_path: "notes.txt" },
      { severity: "warning", start_offset: 0, document_path: "notes.txt" },
    ]);
    saveRead(store, "notes.txt", readConversion(source, [], [{ code: "pdf/page-unreadable", ...at }]));
    const by = { programVersion: "0.1.0", parserVersion: 1, runId: null };
    expect(store.documentOf(sha256)).toEqual({ status: "partial", ...by, errorCode: null });
    const failed = {
      status: "unreadable",
      id: sha256,
      code: "document/damaged",
      message: "It ends too early.",
    } as const;
    store.save(fileOf(sha256, "notes.txt"), failed, FACTS);
    expect(store.documentOf(sha256)).toEqual({
      status: "failed",
      ...by,
      errorCode: "document/damaged",
    });
    expect(rowsOf(store, "SELECT status, error, warnings, pages FROM document_list")).toEqual([
      { status: "failed", error: "It ends too early.", warnings: 0, pages: null },
    ]);
    expect(store.documentOf("0".repeat(64))).toBeNull();
  });
});
