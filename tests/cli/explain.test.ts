/** `explain`: lines, their looks and places, and a page as a picture. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { pdfOf } from "../pipeline/small-pdf.js";
import { run } from "./run.js";

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
