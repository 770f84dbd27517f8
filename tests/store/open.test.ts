import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { MIGRATIONS, migrate } from "../../src/store/migrations.js";
import { openDatabase } from "../../src/store/open-database.js";
import { StoreReader } from "../../src/store/reader.js";
import { APPLICATION_ID, schemaVersion } from "../../src/store/schema-version.js";
import { MinutesStore } from "../../src/store/store.js";
import { withStoreErrors } from "../../src/store/store-error.js";
import { newDatabasePath, partOf, readConversion, saveRead, sourceOf } from "./conversion-builder.js";

const oneLine = (code: string, words: RegExp) =>
  expect.objectContaining({ name: "StoreError", code, message: expect.stringMatching(words) });

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    expect(String(error)).not.toMatch(/\n/);
    return error;
  }
  return null;
}

describe("opening", () => {
  test("write makes a database with its settings; opening again keeps what it holds", () => {
    const file = newDatabasePath();
    const source = sourceOf("Words\n");
    const store = MinutesStore.open(file, "write");
    saveRead(store, "a.txt", readConversion(source, [partOf(source)]));
    store.close();
    const db = openDatabase(file, "write");
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(db.pragma("synchronous", { simple: true })).toBe(1);
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(db.pragma("busy_timeout", { simple: true })).toBe(5000);
    expect(db.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    db.close();
    const reader = MinutesStore.open(file, "read");
    expect(reader.query("SELECT path FROM document_list").rows).toEqual([["a.txt"]]);
    const saving = thrownBy(() => saveRead(reader, "a.txt", readConversion(source, [])));
    expect(saving).toEqual(oneLine("store/not-writable", /cannot be written/));
    reader.close();
    expect(readdirSync(dirname(file)), "nothing is left beside the file").toEqual(["minutes.db"]);
  });

  test("a reader sees the last state while a writer is open", () => {
    const file = newDatabasePath();
    const writer = MinutesStore.open(file, "write");
    const reader = MinutesStore.open(file, "read");
    const source = sourceOf("Words\n");
    saveRead(writer, "a.txt", readConversion(source, [partOf(source)]));
    expect(reader.query("SELECT count(*) FROM part_list").rows).toEqual([[1]]);
    reader.close();
    writer.close();
  });

  test("who only asks sees what is stored, and can change nothing", async () => {
    const file = newDatabasePath();
    await expect(StoreReader.openToRead(file)).rejects.toEqual(oneLine("store/missing", /Run ingest first/));
    const writer = MinutesStore.open(file, "write");
    const source = sourceOf("Words\n");
    saveRead(writer, "a.txt", readConversion(source, [partOf(source)]));
    writer.close();
    const reader = await StoreReader.openToRead(file);
    expect(reader.query("SELECT path FROM document_list").rows).toEqual([["a.txt"]]);
    expect(() => reader.query("DELETE FROM document")).toThrow(/Only statements that read/);
    reader.close();
    expect(readdirSync(dirname(file)), "nothing is left beside the file").toEqual(["minutes.db"]);
  });

  test("who only asks a database of an older schema has it brought up to date", async () => {
    const file = newDatabasePath();
    const old = new Database(file);
    old.pragma(`application_id = ${APPLICATION_ID}`);
    old.close();
    const reader = await StoreReader.openToRead(file);
    expect(reader.query("SELECT count(*) FROM meeting_list").rows).toEqual([[0]]);
    reader.close();
  });

  test("what is not there, or is a folder, or lies in no folder", () => {
    const file = newDatabasePath();
    expect(thrownBy(() => MinutesStore.open(file, "read"))).toEqual(oneLine("store/missing", /Run ingest first/));
    expect(thrownBy(() => MinutesStore.open(`${file}/deep/x.db`, "write"))).toEqual(
      oneLine("store/not-writable", /folder/),
    );
    mkdirSync(file);
    expect(thrownBy(() => MinutesStore.open(file, "write"))).toEqual(oneLine("store/not-a-database", /is a folder/));
  });

  test.each(["write", "read"] as const)("other files are refused and left as they are (%s)", (mode) => {
    const file = newDatabasePath();
    writeFileSync(file, "Minutes of the annual picnic. ".repeat(100));
    expect(thrownBy(() => MinutesStore.open(file, mode))).toEqual(oneLine("store/not-a-database", /not a SQLite/));
    expect(readFileSync(file, "utf8")).toMatch(/^Minutes of the annual picnic/);

    const foreign = newDatabasePath();
    const db = new Database(foreign);
    db.exec("CREATE TABLE recipe (name TEXT)");
    db.close();
    expect(thrownBy(() => MinutesStore.open(foreign, mode))).toEqual(
      oneLine("store/not-a-database", /not a database of minutes/),
    );
    const after = new Database(foreign);
    expect(after.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["recipe"]);
    after.close();
  });

  test("an empty file becomes a database for a writer, not for a reader", () => {
    const file = newDatabasePath();
    writeFileSync(file, "");
    expect(thrownBy(() => MinutesStore.open(file, "read"))).toEqual(oneLine("store/not-a-database", /Run ingest/));
    MinutesStore.open(file, "write").close();
    MinutesStore.open(file, "read").close();
  });

  test.each(["write", "read"] as const)("a newer schema is refused (%s)", (mode) => {
    const file = newDatabasePath();
    const db = openDatabase(file, "write");
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    expect(thrownBy(() => MinutesStore.open(file, mode))).toEqual(oneLine("store/newer-schema", /newer release/));
  });

  test("a database that another program has locked", () => {
    const file = newDatabasePath();
    const holder = openDatabase(file, "write");
    holder.exec("BEGIN IMMEDIATE");
    const other = openDatabase(file, "write", 20);
    const work = () => withStoreErrors(file, () => other.exec("BEGIN IMMEDIATE"));
    expect(thrownBy(work)).toEqual(oneLine("store/locked", /in use/));
    other.close();
    holder.close();
  });

  test("a full disk", () => {
    const file = newDatabasePath();
    const db = openDatabase(file, "write");
    db.pragma(`max_page_count = ${Number(db.pragma("page_count", { simple: true })) + 2}`);
    db.exec("CREATE TEMP TABLE t AS SELECT 1");
    const work = () => withStoreErrors(file, () => db.exec("CREATE TABLE big AS SELECT randomblob(100000) AS bytes"));
    expect(thrownBy(work)).toEqual(oneLine("store/disk-full", /disk is full/));
    db.close();
  });

  test("a bug is no trouble of the file", () => {
    expect(() =>
      withStoreErrors("x.db", () => {
        throw new RangeError("bug");
      }),
    ).toThrow(RangeError);
  });
});

describe("migrations", () => {
  const LATER = [...MIGRATIONS, "ALTER TABLE document ADD COLUMN language TEXT"];

  test("the missing steps are done once, in order, and the views stand again", () => {
    const file = newDatabasePath();
    const db = openDatabase(file, "write");
    migrate(db, LATER);
    migrate(db, LATER);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length + 1);
    expect(db.prepare("SELECT language FROM document").all()).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM document_list").pluck().get()).toBe(0);
    db.close();
  });

  test("a step that fails leaves the schema before it, views included", () => {
    const db = openDatabase(newDatabasePath(), "write");
    expect(() => migrate(db, [...LATER, "CREATE TABLE half (a TEXT); CREATE TABLE nonsense"])).toThrow(
      /incomplete|syntax/,
    );
    expect(schemaVersion(db)).toBe(MIGRATIONS.length + 1);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    migrate(db, LATER);
    db.close();
  });
});
