/** The same minutes as .fodt, .odt, .docx, .rtf and .doc: the same lines, numbers and facts, and those that LibreOffice prints. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { extract } from "../../src/extractors/index.js";
import { parseMinutes } from "../../src/grammar/index.js";
import { DEFAULT_READING_OPTIONS, type OfficeMode } from "../../src/model/reading-options.js";
import type { SourceText } from "../../src/model/source.js";
import { hasOffice, officeConverts, officeLines, plainLines } from "./office-program.js";

const fodt = readFileSync(join(import.meta.dirname, "numbered-minutes.fodt"));

async function read(bytes: Buffer, format: string, office: OfficeMode = "auto") {
  const extraction = await extract(`minutes.${format}`, bytes, { ...DEFAULT_READING_OPTIONS, office });
  if (!extraction.isRead) throw new Error(extraction.message);
  return extraction;
}

/** The body's lines; the calls of notes as LibreOffice prints them. */
function bodyLines(source: SourceText): string[] {
  return plainLines(source.text.slice(0, source.trailerStart).replace(/\[(\d)\]/g, "$1"));
}

/** What the minutes say, without places. */
function factsOf(source: SourceText): unknown {
  const { parts } = parseMinutes(source).value;
  return parts.map((part) => ({
    date: part.date?.value,
    people: part.attendance.map((person) => [person.name.value, person.status.value, person.organisation?.value]),
    items: part.items.map((item) => [item.number?.value, item.title?.value, item.parent]),
    decisions: part.decisions.map((decision) => decision.text.value),
    actions: part.actions.map((action) => [action.text.value, action.owners.map((owner) => owner.name.value)]),
    tables: part.tables.map((table) => table.cells.map((cell) => [cell.row, cell.col, cell.text])),
    next: part.nextMeetings.map((next) => next.date?.value),
  }));
}

const NUMBER = /^(?:\(?[a-z]\)|[A-Z]\)|[ivxIVX]+\.(?:[a-z]\.)?|\d{1,2}\.(?:\d{1,2})?)\s/;

it("an automatic number stands before 28 paragraphs of the flat file", async () => {
  const { source, diagnostics } = await read(fodt, "fodt");
  const numbers = bodyLines(source).flatMap((line) => NUMBER.exec(line)?.[0].trim() ?? []);
  expect(diagnostics).toEqual([]);
  expect(numbers.join(" ")).toBe(
    "43. 43.1 43.2 (a) (b) 44. 44.1 44.2 45. 45.1 45.2 A) B) A) B) i. ii. C) I. I.a. I.b. II. 9. 10. 1. 1.1 1.2 2.",
  );
});

describe.skipIf(!hasOffice)("minutes made by LibreOffice", () => {
  const files = new Map<string, Buffer>();
  let flat: SourceText;

  beforeAll(async () => {
    for (const format of ["odt", "docx", "rtf", "doc"]) files.set(format, officeConverts(fodt, "fodt", format));
    flat = (await read(fodt, "fodt")).source;
  }, 120_000);

  const fileOf = (format: string) => files.get(format) ?? Buffer.alloc(0);

  it("has the lines that LibreOffice prints", () => {
    expect(bodyLines(flat)).toEqual(officeLines(fodt, "fodt"));
  }, 60_000);

  it.each(["odt", "docx", "rtf", "doc"])(
    "is the same as .%s",
    async (format) => {
      const { source } = await read(fileOf(format), format);
      expect(source.format).toBe(format);
      expect(bodyLines(source)).toEqual(bodyLines(flat));
      expect(source.grids.map(({ kind, rows, cols }) => [kind, rows, cols])).toEqual(
        flat.grids.map(({ kind, rows, cols }) => [kind, rows, cols]),
      );
      expect(factsOf(source)).toEqual(factsOf(flat));
      expect(source.text.slice(source.trailerStart)).toMatch(/Footpath Trust[\s\S]*without tax/);
    },
    60_000,
  );

  it("as .rtf needs no LibreOffice", async () => {
    const { source, diagnostics } = await read(fileOf("rtf"), "rtf", "never");
    expect(source.text).toBe((await read(fodt, "fodt")).source.text);
    expect(diagnostics).toEqual([]);
  }, 60_000);

  it("as .doc without LibreOffice misses nothing but the numbers, and says so", async () => {
    const { source, diagnostics } = await read(fileOf("doc"), "doc", "never");
    const withoutNumbers = bodyLines(flat).map((line) => line.replace(NUMBER, ""));
    expect(bodyLines(source)).toEqual(withoutNumbers);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document/numbers-missing"]);
    expect(source.metadata).toMatchObject({ title: "Trustees’ minutes", author: "O Pennick" });
    const kinds = new Set(source.lines.flatMap((line) => line.emphases.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(["bold", "italic", "underline"]);
  }, 60_000);
});
