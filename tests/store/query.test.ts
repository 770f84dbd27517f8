import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../src/store/schema-version.js";
import { matchExpression } from "../../src/store/search.js";
import { MinutesStore, QueryError } from "../../src/store/store.js";
import {
  actionOf,
  decisionOf,
  itemOf,
  newDatabasePath,
  partOf,
  read,
  readConversion,
  saveRead,
  sourceOf,
  valueAt,
} from "./conversion-builder.js";

let store: MinutesStore;
beforeEach(() => {
  store = MinutesStore.open(newDatabasePath(), "write");
  const source = sourceOf("Café repairs\nThe roof leaks badly.\nThat the roof be repaired\nOskar to obtain quotes\n");
  const part = partOf(source, {
    body: valueAt(source, "Café", "Hall Trust"),
    date: valueAt(source, "Café", "2018-09-10"),
    items: [itemOf(source, "Café repairs", { text: read(source, "The roof leaks badly.") })],
    decisions: [decisionOf(source, "That the roof be repaired", { item: 0 })],
    actions: [actionOf(source, "obtain quotes", { item: 0, owners: [{ name: read(source, "Oskar"), person: null }] })],
  });
  saveRead(store, "hall.txt", readConversion(source, [part]));
});
afterEach(() => {
  store.close();
});

describe("query", () => {
  test("gives columns and rows, also where two columns share a name", () => {
    expect(store.query("SELECT 1 AS a, ? AS a", ["x"])).toEqual({ columns: ["a", "a"], rows: [[1, "x"]] });
    expect(store.query("PRAGMA table_info(meeting_list)").rows.length).toBe(16);
    expect(store.query("WITH t AS (SELECT 2 AS n) SELECT n FROM t;").rows).toEqual([[2]]);
  });

  test.each([
    "DELETE FROM document",
    "DELETE FROM document RETURNING document_id",
    "INSERT INTO document DEFAULT VALUES",
    "DROP VIEW meeting_list",
    "ATTACH 'other.db' AS other",
    "VACUUM INTO 'copy.db'",
    "BEGIN",
    "PRAGMA user_version = 9",
    "PRAGMA user_version(9)",
    "PRAGMA journal_mode = DELETE",
    "/* harmless */ PRAGMA main.journal_mode(delete)",
    "-- harmless\nPRAGMA foreign_keys = OFF",
    "PRAGMA wal_checkpoint",
    "PRAGMA writable_schema = ON",
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP TABLE document",
    "SELECT * FROM no_such_table",
    "SELECT ?",
    "",
  ])("refuses %j and changes nothing", (sql) => {
    expect(() => store.query(sql)).toThrow(QueryError);
    expect(store.query("SELECT count(*) FROM document_list").rows).toEqual([[1]]);
    expect(store.query("PRAGMA user_version").rows).toEqual([[SCHEMA_VERSION]]);
  });
});

describe("search", () => {
  test("finds other forms of a word, accents or not, in all three kinds", () => {
    const hits = store.search("repair", 10);
    expect(hits.map(({ kind }) => kind).sort()).toEqual(["decision", "item"]);
    expect(hits[0]).toMatchObject({
      ...{ kind: "item", snippet: "Café [repairs]", itemTitle: "Café repairs" },
      ...{ body: "Hall Trust", date: "2018-09-10", documentPath: "hall.txt" },
    });
    expect(store.search("cafe", 10)).toHaveLength(1);
    expect(store.search("oskar quote", 10)).toMatchObject([{ kind: "action" }]);
    expect(store.search("quotes", 10)).toMatchObject([{ kind: "action", itemTitle: "Café repairs" }]);
    expect(store.search("roof", 1)).toHaveLength(1);
  });

  test("phrases stand together, and a minus excludes", () => {
    expect(store.search('"roof leaks"', 10)).toHaveLength(1);
    expect(store.search('"leaks roof"', 10)).toHaveLength(0);
    expect(store.search("roof -leaks", 10)).toMatchObject([{ kind: "decision" }]);
    expect(store.search('roof -"roof leaks"', 10)).toMatchObject([{ kind: "decision" }]);
  });

  test.each([
    ["", null],
    ["-roof", null],
    ["— … *", null],
    ['"', null],
    ["a OR b", '"a" AND "OR" AND "b"'],
    ['title:x* NEAR("y z', '"title:x*" AND "NEAR( y" AND "z"'],
    ["sub-committee", '"sub-committee"'],
  ])("%j becomes %j", (words, expected) => {
    expect(matchExpression(words)).toBe(expected);
    expect(() => store.search(words, 5)).not.toThrow();
  });
});
