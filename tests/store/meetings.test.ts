import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Conversion } from "../../src/model/conversion.js";
import type { MeetingStatus, PartKind } from "../../src/model/minutes.js";
import { bodyKey } from "../../src/store/identity.js";
import { MinutesStore } from "../../src/store/store.js";
import {
  attendeeOf,
  dumpOf,
  FACTS,
  itemOf,
  newDatabasePath,
  partOf,
  read,
  readConversion,
  rowsOf,
  saveRead,
  sourceOf,
  valueAt,
} from "./conversion-builder.js";

interface Stated {
  readonly kind: PartKind;
  readonly body: string | null;
  readonly date: string | null;
  readonly start: string | null;
  readonly status: MeetingStatus | null;
  readonly organisation: string | null;
}

const STATED: Stated = {
  ...{ kind: "minutes", body: "Ferry Board", date: "2020-05-06", start: null, status: null, organisation: null },
};

/** A document of a part for each of the statements; `mark` makes its bytes its own. */
function documentOf(mark: string, ...statements: readonly Partial<Stated>[]): Conversion {
  const source = sourceOf(`Document ${mark}\nRita Moss\nHeading ${mark}\n`);
  const at = <T>(value: T | null) => (value === null ? null : valueAt(source, "Document", value));
  const parts = (statements.length === 0 ? [{}] : statements).map((stated) => {
    const { kind, body, date, start, status, organisation } = { ...STATED, ...stated };
    return partOf(source, {
      ...{ kind, body: at(body), date: at(date), startTime: at(start), status: at(status) },
      organisation: at(organisation),
      title: read(source, `Document ${mark}`),
      attendance: [attendeeOf(source, "Rita Moss", "present")],
      items: [itemOf(source, `Heading ${mark}`)],
    });
  });
  return readConversion(source, parts);
}

describe("bodies", () => {
  test.each([
    ["The Ferry & Pier Board", "ferry and pier board"],
    ["FERRY AND PIER BOARD.", "ferry and pier board"],
    ["  Ferry and Pier  Board (Joint)", "ferry and pier board joint"],
    ["Comité d'Été", "comite dete"],
    ["—", null],
    [null, null],
  ])("%s is known as %s", (body, key) => {
    expect(bodyKey(body)).toBe(key);
  });
});

describe("meetings", () => {
  let store: MinutesStore;
  beforeEach(() => {
    store = MinutesStore.open(newDatabasePath(), "write");
  });
  afterEach(() => {
    store.close();
  });
  const meetings = (columns: string) => store.query(`SELECT ${columns} FROM meeting_list ORDER BY 1, 2`).rows;

  test("parts of one body and date are one meeting, told by its best record", () => {
    saveRead(store, "agenda.txt", documentOf("agenda", { kind: "agenda", body: "the FERRY board", start: "18:00" }));
    saveRead(store, "draft.txt", documentOf("draft", { status: "draft" }));
    expect(meetings("title, start_time, status, documents")).toEqual([["Document draft", "18:00", "draft", 2]]);
    const approved = saveRead(store, "approved.txt", documentOf("approved", { status: "approved" }));
    expect(meetings("title, body, start_time, status, documents, present, items")).toEqual([
      ["Document approved", "Ferry Board", "18:00", "approved", 3, 1, 1],
    ]);
    expect(rowsOf(store, "SELECT title FROM part_list WHERE is_current")).toEqual([{ title: "Document approved" }]);
    store.remove(approved);
    expect(meetings("title, status, documents")).toEqual([["Document draft", "draft", 2]]);
  });

  test("a web page gives way to minutes of the same standing, not to an agenda", () => {
    saveRead(store, "page.html", documentOf("page"), { ...FACTS, mediaType: "text/html" });
    saveRead(store, "agenda.txt", documentOf("agenda", { kind: "agenda" }));
    expect(meetings("title, documents")).toEqual([["Document page", 2]]);
    saveRead(store, "minutes.pdf", documentOf("minutes"));
    expect(meetings("title, documents")).toEqual([["Document minutes", 3]]);
  });

  test("two starts on one day are two meetings; who states none is with the earlier", () => {
    saveRead(store, "a.txt", documentOf("a", { start: "18:00" }));
    const [[alone]] = meetings("meeting_id, 1") as [[string]];
    const late = saveRead(store, "b.txt", documentOf("b", { start: "20:00" }));
    saveRead(store, "c.txt", documentOf("c"));
    expect(meetings("start_time, documents")).toEqual([
      ["18:00", 2],
      ["20:00", 1],
    ]);
    store.remove(late);
    expect(meetings("meeting_id, documents")).toEqual([[alone, 2]]);
  });

  test("bodies of one name in several organisations are several bodies", () => {
    const [east, west] = [{ organisation: "East Fenwold Council" }, { organisation: "West Fenwold Council" }];
    saveRead(store, "a.txt", documentOf("a", east));
    saveRead(store, "b.txt", documentOf("b"));
    const [[alone]] = meetings("meeting_id, 1") as [[string]];
    expect(meetings("organisation, documents")).toEqual([["East Fenwold Council", 2]]);
    saveRead(store, "c.txt", documentOf("c", { organisation: "EAST FENWOLD COUNCIL" }));
    expect(meetings("meeting_id, documents")).toEqual([[alone, 3]]);

    const other = saveRead(store, "d.txt", documentOf("d", west));
    saveRead(store, "e.txt", documentOf("e", {}, { ...west, date: "2020-06-03" }));
    expect(meetings("date, organisation, documents")).toEqual([
      ["2020-05-06", null, 1],
      ["2020-05-06", "East Fenwold Council", 2],
      ["2020-05-06", "West Fenwold Council", 2],
      ["2020-06-03", "West Fenwold Council", 1],
    ]);
    store.remove(other);
    expect(meetings("meeting_id, documents")).toContainEqual([alone, 4]);
  });

  test("what does not say enough is never merged, and reports have no meeting", () => {
    saveRead(store, "a.txt", documentOf("a", { date: null }));
    saveRead(store, "b.txt", documentOf("b", { date: null }));
    saveRead(store, "c.txt", documentOf("c", { kind: "agenda", body: null }));
    saveRead(store, "d.txt", documentOf("d", { kind: "action_log", body: null }));
    saveRead(store, "e.txt", documentOf("e", { kind: "report" }));
    expect(meetings("title, body, date")).toEqual([
      ["Document a", "Ferry Board", null],
      ["Document b", "Ferry Board", null],
      ["Document c", null, "2020-05-06"],
    ]);
    expect(rowsOf(store, "SELECT title, is_current FROM part_list WHERE meeting_id IS NULL ORDER BY 1")).toEqual([
      { title: "Document d", is_current: 0 },
      { title: "Document e", is_current: 0 },
    ]);
    saveRead(store, "f.txt", documentOf("f", { kind: "action_log" }));
    expect(store.query("SELECT title FROM meeting_list WHERE body IS NOT NULL AND date IS NOT NULL").rows).toEqual([
      ["Document f"],
    ]);
  });

  test("a document that is read differently moves to another meeting", () => {
    saveRead(store, "a.txt", documentOf("a"));
    saveRead(store, "b.txt", documentOf("b"));
    saveRead(store, "b.txt", documentOf("b", { date: "2020-05-07" }));
    expect(meetings("date, documents")).toEqual([
      ["2020-05-06", 1],
      ["2020-05-07", 1],
    ]);
    saveRead(store, "b.txt", documentOf("b", { kind: "other" }));
    expect(meetings("date, documents")).toEqual([["2020-05-06", 1]]);
  });
});

const anyStatement = fc.record<Stated>({
  kind: fc.constantFrom("minutes", "agenda", "action_log", "report"),
  body: fc.constantFrom("Ferry Board", "The ferry board", "Pier & Quay", null),
  date: fc.constantFrom("2020-05-06", "2020-05-07", null),
  start: fc.constantFrom("18:00", "20:00", null),
  status: fc.constantFrom("draft", "approved", null),
  organisation: fc.constantFrom("East Council", "The EAST council", "West Council", null, null),
});
const anyDocuments = fc.array(fc.array(anyStatement, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

describe("any documents", () => {
  test("whatever order they are saved, saved again and removed in, the rows of all views are the same", () => {
    const runs = anyDocuments.chain((documents) =>
      fc.record({
        documents: fc.constant(documents),
        order: fc.shuffledSubarray([...documents.keys()], { minLength: documents.length }),
        again: fc.shuffledSubarray([...documents.keys()]),
        removed: fc.shuffledSubarray([...documents.keys()]),
      }),
    );
    fc.assert(
      fc.property(runs, ({ documents, order, again, removed }) => {
        const conversions = documents.map((statements, index) => documentOf(`d${index}`, ...statements));
        const save = (store: MinutesStore, index: number) => {
          const conversion = conversions[index];
          return conversion === undefined ? "" : saveRead(store, `d${index}.txt`, conversion);
        };
        const inOrder = MinutesStore.open(":memory:", "write");
        for (const index of conversions.keys()) save(inOrder, index);
        const mixed = MinutesStore.open(":memory:", "write");
        for (const index of order) save(mixed, index);
        for (const index of removed) mixed.remove(conversions[index]?.status === "read" ? save(mixed, index) : "");
        for (const index of removed) save(mixed, index);
        for (const index of again) save(mixed, index);
        expect(dumpOf(mixed)).toEqual(dumpOf(inOrder));
        inOrder.close();
        mixed.close();
      }),
      { numRuns: 40 },
    );
  });

  test("a meeting is of one body, one date and one organisation, and no part of a sitting is without one", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const store = MinutesStore.open(":memory:", "write");
        documents.forEach((statements, index) => {
          saveRead(store, `d${index}.txt`, documentOf(`d${index}`, ...statements));
        });
        const parts = rowsOf(store, "SELECT meeting_id, part_kind, body, date, organisation FROM part_list");
        const keyOf = (value: unknown) => bodyKey(typeof value === "string" ? value : null);
        for (const meeting of new Set(parts.map((part) => part.meeting_id))) {
          if (meeting === null) continue;
          const group = parts.filter((part) => part.meeting_id === meeting);
          expect(new Set(group.map(({ body }) => keyOf(body))).size).toBe(1);
          expect(new Set(group.map(({ date }) => date)).size).toBe(1);
          const stated = group.flatMap(({ organisation }) => keyOf(organisation) ?? []);
          expect(new Set(stated).size).toBeLessThan(2);
        }
        for (const { part_kind: kind, meeting_id: meeting, body, date } of parts) {
          const hasMeeting = kind === "minutes" || kind === "agenda" || (kind === "action_log" && body && date);
          expect(meeting !== null).toBe(Boolean(hasMeeting));
        }
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});
