/** Facts of the five real documents: numbers, dates, counts and names. No sentence of theirs is kept here. */

import { describe, expect, test } from "vitest";
import type { AttendanceStatus, Part } from "../../src/model/minutes.js";
import { convertSeed, hasCorpus, type Seed } from "./real-documents.js";

async function partsOf(seed: Seed): Promise<readonly Part[]> {
  return (await convertSeed(seed)).minutes.parts;
}

async function minutesOf(seed: Seed): Promise<Part> {
  const part = (await partsOf(seed)).find(({ kind }) => kind === "minutes");
  if (part === undefined) throw new Error(`${seed} has no minutes`);
  return part;
}

const numbersIn = (part: Part) => part.items.map((item) => item.number?.value ?? null);
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
const ownersIn = (part: Part) =>
  part.actions.map((action) => action.owners.map((owner) => owner.name.value).join(", "));
const nextIn = (part: Part) =>
  part.nextMeetings.map((next) =>
    [next.date?.value, next.time?.value].filter((value) => value !== undefined).join(" "),
  );

function countIn(part: Part, status: AttendanceStatus): number {
  return part.attendance.filter((person) => person.status.value === status).length;
}

describe.skipIf(!hasCorpus)("000: a portal's page without numbers", () => {
  test("header, people and next meetings", async () => {
    const part = await minutesOf("000");
    expect([part.date?.value, part.startTime?.value]).toEqual(["2017-12-11", "13:30"]);
    expect(part.attendance).toHaveLength(4);
    expect(countIn(part, "apologies")).toBe(4);
    expect(part.attendance.filter((person) => person.organisation !== null)).toHaveLength(4);
    expect(nextIn(part)).toEqual(["2018-02-12", "2018-04-16"]);
  });

  test("items without numbers", async () => {
    const part = await minutesOf("000");
    expect(new Set(numbersIn(part))).toEqual(new Set([null]));
    expect(Math.abs(part.items.length - 14)).toBeLessThanOrEqual(1);
  });

  test("one action a task, each marked", async () => {
    const part = await minutesOf("000");
    expect(ownersIn(part).slice(0, 2)).toEqual(["CW", "KL"]);
    expect(part.actions.map((action) => action.isMarked)).toEqual([true, true, true, true]);
  });

  test("the table of counts", async () => {
    const { tables } = await minutesOf("000");
    expect(tables.map(({ rows, cols }) => [rows, cols])).toEqual([[11, 2]]);
    expect(
      tables[0]?.cells.filter((cell) => cell.col === 1 && cell.value !== null).map((cell) => cell.value),
    ).toContain(875);
  });
});

describe.skipIf(!hasCorpus)("001: OCR of a table of three columns", () => {
  test("header and people", async () => {
    const part = await minutesOf("001");
    expect([part.date?.value, part.startTime?.value, part.endTime?.value]).toEqual(["2017-02-20", "14:00", "16:15"]);
    expect(part.attendance).toHaveLength(12);
    expect([countIn(part, "present"), countIn(part, "in_attendance"), countIn(part, "apologies")]).toEqual([1, 10, 1]);
    expect(part.chair?.value).toContain("Loydall");
  });

  test("items 28 to 40", async () => {
    expect(numbersIn(await minutesOf("001"))).toEqual(range(28, 40));
  });

  test("the initials of the last column are owners", async () => {
    const part = await minutesOf("001");
    expect(part.actions.filter((action) => action.isMarked)).toHaveLength(12);
    expect(part.actions.every((action) => action.owners.length > 0)).toBe(true);
  });

  test("two tables of a budget, with amounts", async () => {
    const { tables } = await minutesOf("001");
    expect(tables.map(({ rows, cols, item }) => [rows, cols, item])).toEqual([
      [15, 2, 2],
      [14, 2, 2],
    ]);
    for (const table of tables) expect(table.cells.filter((cell) => cell.value !== null).length).toBeGreaterThan(10);
  });
});

describe.skipIf(!hasCorpus)("002: a portal's page whose lead-ins were lost", () => {
  test("items, decisions and next meetings", async () => {
    const part = await minutesOf("002");
    expect(part.date?.value).toBe("2015-12-10");
    expect(part.items).toHaveLength(12);
    expect(part.decisions).toHaveLength(15);
    expect(nextIn(part)).toEqual(["2016-03-17 10:00", "2016-06-08 10:00", "2016-09-08 10:00", "2016-12-08 10:00"]);
  });
});

describe.skipIf(!hasCorpus)("003: formal minutes of a board", () => {
  test("28 people with their organisations, and the chair", async () => {
    const part = await minutesOf("003");
    expect(part.attendance).toHaveLength(28);
    expect([countIn(part, "present"), countIn(part, "in_attendance"), countIn(part, "apologies")]).toEqual([7, 15, 6]);
    expect(part.attendance.filter((person) => person.organisation !== null).length).toBeGreaterThanOrEqual(26);
    expect(part.chair?.value).toContain("Ould");
  });

  test("items 43 to 54, with 12 decisions under 11 or more of them", async () => {
    const part = await minutesOf("003");
    expect(numbersIn(part)).toEqual(range(43, 54));
    expect(part.decisions).toHaveLength(12);
    expect(part.decisions.every((decision) => decision.item !== null)).toBe(true);
    expect(nextIn(part)).toEqual(["2019-06-14 10:00"]);
  });
});

describe.skipIf(!hasCorpus)("004: a pack", () => {
  test("four parts and the reports apart", async () => {
    const kinds = (await partsOf("004")).map((part) => part.kind);
    expect(kinds.slice(0, 4)).toEqual(["agenda", "minutes", "action_log", "action_log"]);
    expect(new Set(kinds.slice(4))).toEqual(new Set(["report"]));
    expect(Math.abs(kinds.length - 11)).toBeLessThanOrEqual(1);
  });

  test("each part has its own meeting", async () => {
    const dates = (await partsOf("004")).slice(0, 4).map((part) => part.date?.value);
    expect(dates).toEqual(["2021-09-29", "2021-05-20", "2021-02-25", "2021-05-20"]);
  });

  test("sub-items under their items", async () => {
    const [agenda, minutes] = await partsOf("004");
    const nested = (part: Part | undefined) =>
      part?.items.flatMap(({ number, parent }) =>
        parent === null ? [] : [`${number?.value} < ${part.items[parent]?.number?.value}`],
      );
    expect(nested(agenda)).toEqual(["7a < 7", "7b < 7"]);
    expect(nested(minutes)).toEqual(["8a < 8", "8b < 8"]);
    expect([agenda?.items.length, minutes?.items.length]).toEqual([17, 17]);
  });

  test("19 people of two columns, each with an organisation", async () => {
    const part = await minutesOf("004");
    expect([countIn(part, "present"), countIn(part, "apologies")]).toEqual([15, 4]);
    expect(part.attendance.filter((person) => person.organisation !== null)).toHaveLength(19);
  });

  test("clauses are decisions and, where they name a doer, actions", async () => {
    const part = await minutesOf("004");
    expect(part.decisions).toHaveLength(9);
    expect(part.actions.filter((action) => action.isMarked)).toHaveLength(4);
  });

  test("both action logs with owners, one with status", async () => {
    const logs = (await partsOf("004")).filter((part) => part.kind === "action_log");
    expect(logs.map((part) => part.actions.length)).toEqual([8, 6]);
    expect(logs.map((part) => part.actions.filter((action) => action.status !== null).length)).toEqual([4, 0]);
    expect(logs.every((part) => part.actions.every((action) => action.owners.length > 0))).toBe(true);
  });
});
