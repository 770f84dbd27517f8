/** Files made to harm, or harmed: each ends with a code or is read as far as it goes, and none takes for ever. */

import { describe, expect, test } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readPdf } from "../../src/extractors/pdf/read-pdf.js";
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from "../../src/model/reading-options.js";
import { bombOf } from "../pipeline/small-pdf.js";
import { encryptedPdf } from "./encrypted-pdf.js";
import { makePdf } from "./pdf-maker.js";

/** Codes and text of a file; the text is null where nothing was read. */
async function outcomeOf(bytes: Uint8Array, options: Partial<ReadingOptions> = {}) {
  const reading = await readPdf(bytes, { ...DEFAULT_READING_OPTIONS, ocr: "never", ...options });
  if (!reading.isRead) return { codes: [reading.code], text: null, message: reading.message };
  const { text } = layOut("id", reading.document);
  return { codes: reading.diagnostics.map(({ code }) => code), text, message: "" };
}

const page = (text: string) => ({ words: [{ x: 50, y: 100, text }] });

describe("passwords", () => {
  test("the right one opens the file", async () => {
    expect(await outcomeOf(encryptedPdf("Minutes of May", "oak"), { password: "oak" })).toMatchObject({
      codes: [],
      text: "Minutes of May\n",
    });
  });

  test.each([
    [null, "The PDF needs a password: --password gives one."],
    ["elm", "The password does not open the PDF."],
  ])("%j does not", async (password, message) => {
    expect(await outcomeOf(encryptedPdf("Minutes of May", "oak"), { password })).toMatchObject({
      codes: ["document/encrypted"],
      text: null,
      message,
    });
  });

  test("a file that anybody may open is opened", async () => {
    expect((await outcomeOf(encryptedPdf("Minutes of May", ""))).text).toBe("Minutes of May\n");
  });
});

test("pages beyond the limit are not read, and that is said", async () => {
  const bytes = makePdf(["One.", "Two.", "Three."].map(page));
  expect(await outcomeOf(bytes, { maxPages: 2 })).toMatchObject({
    codes: ["pdf/too-many-pages"],
    text: "One.\nTwo.\n",
  });
  expect((await outcomeOf(bytes, { maxPages: 3 })).codes).toEqual([]);
});

test("2,000 pages are read", async () => {
  const pages = Array.from({ length: 2000 }, (_, index) => page(`The clerk reported on matter ${index}.`));
  const { codes, text } = await outcomeOf(makePdf(pages));
  expect(codes).toEqual([]);
  expect(text?.match(/The clerk/g)).toHaveLength(2000);
}, 60_000);

test("of a page of a million letters the first are read", async () => {
  const line = "(aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd) Tj 0 -1 Td\n";
  const operators = `BT /regular 1 Tf 50 800 Td ${line.repeat(25_000)} ET`;
  const { codes, text } = await outcomeOf(makePdf([{ operators }, page("the next page")]));
  expect(codes).toEqual(["pdf/page-cut"]);
  expect(text).toContain("the next page");
}, 60_000);

test("of letters strewn over a page by the ten thousand the first are read", async () => {
  const strewn = Array.from({ length: 40_000 }, (_, index) => {
    const [x, y] = [20 + ((index * 7919) % 5500) / 10, 20 + ((index * 104_729) % 8000) / 10];
    return `1 0 0 1 ${x} ${y} Tm (x) Tj`;
  });
  const { codes } = await outcomeOf(makePdf([{ operators: `BT /regular 6 Tf ${strewn.join("\n")} ET` }]));
  expect(codes).toEqual(["pdf/page-cut"]);
}, 60_000);

test("a kilobyte that unpacks to a gigabyte is too large", async () => {
  expect((await outcomeOf(new Uint8Array(bombOf(1)))).codes).toEqual(["document/too-large"]);
});

test("a tree of pages that bites its tail ends", async () => {
  const { codes } = await outcomeOf(replaced(makePdf([page("one")]), "/Kids [6 0 R]", "/Kids [2 0 R]"));
  expect(codes).toHaveLength(1);
  expect(["document/damaged", "document/no-text"]).toContain(codes[0]);
});

test("a form that draws itself ends", async () => {
  const form =
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /again 8 0 R >> >> /Length 9 >>\nstream\n/again Do\nendstream";
  const bytes = makePdf([{ ...page("beside it"), operators: "/again Do" }], {
    objects: [form],
    resources: "/XObject << /again 8 0 R >>",
  });
  expect((await outcomeOf(bytes)).text).toBe("beside it\n");
});

test("bookmarks that bite their tail end", async () => {
  const objects = [
    "<< /Type /Outlines /First 9 0 R /Last 9 0 R >>",
    "<< /Title (Again) /Parent 8 0 R /Next 9 0 R /First 9 0 R >>",
  ];
  expect((await outcomeOf(makePdf([page("one")], { catalog: "/Outlines 8 0 R", objects }))).text).toBe("one\n");
});

test("a page with a script that would end the program is only a page", async () => {
  const script = "<< /S /JavaScript /JS (process.exit(1)) >>";
  const catalog = `/OpenAction ${script} /Names << /JavaScript << /Names [(a) ${script}] >> >>`;
  expect((await outcomeOf(makePdf([page("one")], { catalog }))).text).toBe("one\n");
});

test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
  "a file cut off after %s of it ends with a code or is read in part",
  async (share) => {
    const whole = makePdf(["one", "two", "three"].map(page));
    const { codes, text } = await outcomeOf(whole.slice(0, Math.floor(share * whole.length)));
    if (text === null) expect(["document/damaged", "document/no-text"]).toContain(codes[0]);
    else expect(text).toContain("one");
  },
);

test.each([
  ["a size of nothing", "/regular 0 Tf"],
  ["a size beyond all measure", "/regular 1e30 Tf"],
  ["a size below nothing", "/regular -10 Tf"],
  ["a font that is not there", "/nowhere 10 Tf"],
  ["stretching to nothing", "/regular 10 Tf 0 Tz"],
])("text of %s harms no other", async (_, font) => {
  const operators = `BT ${font} 50 300 Td (odd words) Tj ET`;
  expect((await outcomeOf(makePdf([{ ...page("plain words"), operators }]))).text).toContain("plain words");
});

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));
}
