import { expect, test } from "vitest";
import { parseMinutes } from "../../../src/grammar/index.js";
import type { SourceText } from "../../../src/model/source.js";
import { sourceFrom } from "../read-invented.js";

const TEXT =
  "QUAY COMMITTEE\nMinutes of the meeting held on 4 March 2019\n\n1. Quay wall\nRESOLVED: that the wall be propped.\n\n2. Ladders\nThey are wet.\n";

/** As if the lines from the item on stood on a second page. */
async function onTwoPages(): Promise<SourceText> {
  const source = await sourceFrom(TEXT);
  const cut = source.text.indexOf("1. Quay");
  const lines = source.lines.map((line) => ({
    ...line,
    fragments: line.fragments.map((fragment) => ({ ...fragment, page: fragment.span.start < cut ? 1 : 2 })),
  }));
  return { ...source, lines, pages: 2 };
}

test("what stands on a page read by OCR is no surer than the page", async () => {
  const source = await onTwoPages();
  const plain = parseMinutes(source).value.parts[0];
  const scanned = parseMinutes({ ...source, ocrPages: [{ page: 2, confidence: 0.5 }] }).value.parts[0];
  expect(plain?.decisions).toHaveLength(1);
  expect(scanned?.date).toEqual(plain?.date);
  expect(scanned?.decisions[0]?.text.confidence).toBeCloseTo((plain?.decisions[0]?.text.confidence ?? 0) / 2);
  expect(scanned?.items[0]?.title?.confidence).toBeCloseTo((plain?.items[0]?.title?.confidence ?? 0) / 2);
});
