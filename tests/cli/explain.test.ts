/** `explain`: lines, their looks and places, the facts read from them, why others are prose, and a page as a picture. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { pdfOf } from "../pipeline/small-pdf.js";
import { run, runAt } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "minutebook-explain-"));
const pdf = join(folder, "quay.pdf");
const plain = join(folder, "quay.txt");
writeFileSync(pdf, pdfOf("Minutes of the Quay Committee"));
writeFileSync(plain, "Minutes of the Quay Committee\n\nName     Berth\nAda Pell     4\nMoss Stoat     5\n");

test("each line has its look and its place", async () => {
  const { out } = await run("explain", pdf, "--page", "1", "--format", "json");
  const text = "Minutes of the Quay Committee";
  expect(JSON.parse(out)).toMatchObject([{ page: 1, style: "12 pt", place: "", text }]);
  const rows = JSON.parse((await run("explain", plain, "--format", "json")).out) as { place: string }[];
  expect(rows.map(({ place }) => place)).toContain("columns 1, row 2, column 2");
});

const minutes = join(folder, "minutes.txt");
writeFileSync(
  minutes,
  `QUAY COMMITTEE

Minutes of the meeting held on Tuesday 4 March 2025

Present:
Ada Pell (Chair)
Moss Stoat

1. Moorings
The rings are rusty and everybody knows it.
The committee was minded to be agreed on nothing.
RESOLVED: that the rings be counted before the spring tides, all of them, on the north side and on the south side.
ACTION: MS to count the rings by 1 April 2025.

2. Any other business
There was none.

Signed ................ Chairman
`,
);

interface Line {
  readonly text: string;
  readonly facts: readonly { fact: string; ordinal: number; field: string; value: unknown; rule: string }[];
  readonly within: readonly { fact: string; ordinal: number }[];
  readonly whyProse: string | null;
}

test("each fact is told where it was read, with its rule, and each line without one why it is prose", async () => {
  const lines = JSON.parse((await run("explain", minutes, "--format", "json")).out) as Line[];
  const told = (start: string) => lines.find(({ text }) => text.startsWith(start));
  const person = { part: 1, fact: "attendance", ordinal: 2 };
  expect(told("Moss Stoat")?.facts).toMatchObject([
    { ...person, field: "name", value: "Moss Stoat", rule: "attendance/entry", basis: "stated" },
    { ...person, field: "status", value: "present" },
    { part: 1, fact: "action", ordinal: 1, field: "person", value: "Moss Stoat", basis: "derived" },
  ]);
  expect(told("ACTION")?.facts.map(({ field, value }) => [field, value])).toEqual([
    ...[
      ["owner", "MS"],
      ["text", "count the rings by 1 April 2025"],
    ],
    ...[
      ["due_date", "2025-04-01"],
      ["due_text", "by 1 April 2025"],
    ],
  ]);
  expect(told("RESOLVED")).toMatchObject({ within: [{ fact: "item", ordinal: 1 }], whyProse: null });
  expect(told("Present")?.whyProse).toBe("the label of a list: 2 below it as present");
  expect(told("The rings")?.whyProse).toMatch(/^no marker, label or number .* no sentence in it decides/);
  expect(told("The committee")?.whyProse).toMatch(/^“agreed” stands in it, but not in the form of a decision/);
  expect(lines.at(-1)?.whyProse).toBe("a line for a signature");
});

test("every value of the record is told once", async () => {
  const lines = JSON.parse((await run("explain", minutes, "--format", "json")).out) as Line[];
  const parsed = (await run("parse", minutes)).out;
  const rules = [...parsed.matchAll(/"rule": "([^"]+)"/g)].map((match) => match[1]);
  const told = lines.flatMap(({ facts }) => facts.flatMap(({ rule }) => rule ?? []));
  expect(told.sort()).toEqual(rules.sort());
});

test("for people it fits the terminal", async () => {
  const { out } = await runAt(80, "explain", minutes);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).toContain("= part 1  date  2025-03-04  [header/date, stated, 0.95]");
  expect(out).toContain("prose: the label of a list");
  expect(out).toMatch(
    / 7 {2}The rings are rusty .*\n {7}TextLine by text.*\n {7}= item 1 {2}text {2}from here on .*\n {7}prose: /,
  );
});

test("as CSV the facts of a line are words in one field", async () => {
  const { out } = await run("explain", minutes, "--format", "csv");
  expect(out).toMatch(/^line,page,reading,rule,style,place,text,start,end,facts,within,whyProse,diagnostics\n/);
  expect(out).toContain("decision 1 kind = resolved [decision/marked, stated, 0.95]; decision 1 text = that the rings");
});

test("a page as a picture shows the page and frames round its lines", async () => {
  const image = join(folder, "page.png");
  const { code, err } = await run("explain", pdf, "--image", image);
  expect(code).toBe(0);
  expect(err).toContain("page 1 drawn");
  const picture = await loadImage(readFileSync(image));
  expect(Math.abs(picture.width / picture.height - 595 / 842)).toBeLessThan(0.01);
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let blue = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at + 2] ?? 0) > (data[at] ?? 0) + 60) blue++;
  expect(blue).toBeGreaterThan(200);
});

test.each([
  [["--page", "2"], pdf, "there is no page 2: it has 1"],
  [["--image", "x.png"], plain, "only pages of a PDF can be drawn, this is text"],
  [["--page", "1"], plain, "this format has no pages"],
])("%j is refused in plain words", async (options, file, words) => {
  const { code, err } = await run("explain", file, ...options);
  expect(code).toBe(2);
  expect(err).toContain(words);
});
