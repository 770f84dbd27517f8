import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MinutesStore } from "../../src/store/store.js";
import {
  fileOf,
  newDatabasePath,
  partOf,
  readConversion,
  rowsOf,
  saveRead,
  sourceOf,
  valueAt,
} from "./conversion-builder.js";

describe("places of documents", () => {
  let store: MinutesStore;
  beforeEach(() => {
    store = MinutesStore.open(newDatabasePath(), "write");
  });
  afterEach(() => {
    store.close();
  });

  const notes = (text: string) => {
    const source = sourceOf(text);
    const body = valueAt(source, "Board", "Board");
    return readConversion(source, [partOf(source, { body, date: valueAt(source, "Board", "2020-02-03") })]);
  };

  test("a document at two places is one document; its path is the first of them by name", () => {
    const sha256 = saveRead(store, "z.txt", notes("Board\n"));
    store.addLocation(fileOf(sha256, "b.txt"), "2021-06-01T00:00:00.000Z");
    expect(rowsOf(store, "SELECT path FROM document_list")).toEqual([{ path: "b.txt" }]);
    expect(rowsOf(store, "SELECT path, is_gone FROM document_location_list ORDER BY path")).toEqual([
      { path: "b.txt", is_gone: 0 },
      { path: "z.txt", is_gone: 0 },
    ]);
    expect(store.knownFile("archive", "b.txt")).toEqual({ size: 100, modifiedAt: "2020-01-01T00:00:00.000Z", sha256 });
    expect(store.knownFile("archive", "c.txt")).toBeNull();
    expect(store.knownFile("elsewhere", "b.txt")).toBeNull();
  });

  test("a place that holds other bytes now: the document before is gone from it and no longer the best record", () => {
    const versions = ["Board one\n", "Board two\n"].map(notes);
    for (const [first, second] of [versions, [...versions].reverse()]) {
      if (first === undefined || second === undefined) continue;
      const before = saveRead(store, "board.txt", first);
      const after = saveRead(store, "board.txt", second);
      expect(store.knownFile("archive", "board.txt")?.sha256).toBe(after);
      expect(rowsOf(store, "SELECT document_id, is_gone FROM document_location_list ORDER BY is_gone")).toEqual([
        { document_id: after.slice(0, 16), is_gone: 0 },
        { document_id: before.slice(0, 16), is_gone: 1 },
      ]);
      expect(rowsOf(store, "SELECT document_id FROM part_list WHERE is_current")).toEqual([
        { document_id: after.slice(0, 16) },
      ]);
      expect(rowsOf(store, "SELECT documents FROM meeting_list")).toEqual([{ documents: 2 }]);
    }
  });

  test("seeing a file again only renews the time", () => {
    const sha256 = saveRead(store, "a.txt", notes("Board\n"));
    store.addLocation(
      { ...fileOf(sha256, "a.txt"), modifiedAt: "2022-01-01T00:00:00.000Z" },
      "2022-02-02T00:00:00.000Z",
    );
    expect(rowsOf(store, "SELECT seen_at, modified_at FROM document_location_list")).toEqual([
      { seen_at: "2022-02-02T00:00:00.000Z", modified_at: "2022-01-01T00:00:00.000Z" },
    ]);
  });
});
