/** What people really have in their folders: each file ends with a documented code, and the rest is read. Real readers, real child processes. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIAGNOSTICS } from "../../src/model/diagnostic.js";
import { type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";
import { pdfOf } from "./small-pdf.js";

const MINUTES = `Minutes of the Meeting of Nether Wallop Parish Council held on Monday 4 March 2019 at 7.30 pm in the Village Hall

PRESENT: Cllr A Baker (Chairman), Cllr C Dyer, Cllr E Fuller
Apologies: Cllr G Hooper

1. Minutes of the last meeting
RESOLVED: that the minutes of 4 February be approved.

2. Footpaths
ACTION: Clerk to write to the county about the stile.

The meeting closed at 8.45 pm.
`;

const RUBBISH = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256));

/** File → the code that it ends with; null where it is read. */
const FILES: Record<string, { bytes: string | Uint8Array; code: keyof typeof DIAGNOSTICS | null; warning?: string }> = {
  "empty.txt": { bytes: "", code: "document/empty" },
  "blank.txt": { bytes: " \n\n\t\n", code: "document/empty" },
  "truncated.pdf": { bytes: pdfOf("Minutes of a meeting").subarray(0, 200), code: "document/damaged" },
  "encrypted.pdf": { bytes: pdfOf("Minutes of a meeting", { isEncrypted: true }), code: "document/encrypted" },
  "scan.pdf": { bytes: pdfOf(null), code: "document/no-text" },
  "no-zip.docx": { bytes: Buffer.concat([RUBBISH, RUBBISH]), code: "document/unknown-format" },
  "broken-zip.docx": {
    bytes: Buffer.concat([Buffer.from("PK\x03\x04word/document.xml"), RUBBISH]),
    code: "document/damaged",
  },
  "rubbish.txt": { bytes: RUBBISH, code: "document/unknown-format" },
  "old.doc": {
    bytes: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), RUBBISH]),
    code: "document/unsupported-format",
  },
  "rich.rtf": { bytes: "{\\rtf1\\ansi Minutes}", code: "document/unsupported-format" },
  "text.docx": { bytes: `${MINUTES}\nIt is text.\n`, code: null, warning: "document/wrong-extension" },
  "recipe.txt": {
    bytes: "Take four eggs and some flour.\nStir well and bake.\n",
    code: null,
    warning: "document/no-minutes",
  },
  "good.txt": { bytes: MINUTES, code: null },
};

let store: MinutesStore;
let summary: IngestSummary;

beforeAll(async () => {
  const folder = folderWith(Object.fromEntries(Object.entries(FILES).map(([path, { bytes }]) => [path, bytes])));
  store = MinutesStore.open(join(folderWith({}), "minutes.db"), "write");
  summary = await ingest([folder], store, { jobs: 2, timeoutSeconds: 60 });
});

afterAll(() => store.close());

test.each(Object.entries(FILES))("%s", (path, { code, warning }) => {
  const [row] = store.query("SELECT status, error_code, error FROM document_list WHERE path = ?", [path]).rows;
  const [status, errorCode, error] = row ?? [];
  expect(errorCode).toBe(code);
  expect(status === "failed").toBe(code !== null);
  if (code !== null) expect(error).toMatch(/^[^\n]+$/);
  if (warning === undefined) return;
  const codes = store.query("SELECT code FROM diagnostic_list WHERE document_path = ?", [path]).rows.flat();
  expect(codes).toContain(warning);
});

test("each failure is named once, with a documented code", () => {
  const expected = Object.keys(FILES).filter((path) => FILES[path]?.code !== null);
  expect(summary.failed.map(({ path }) => path).sort()).toEqual(expected.sort());
  for (const { code } of summary.failed) expect(DIAGNOSTICS).toHaveProperty([code]);
});

const SENTENCE = "The committee talked at some length about the state of the footpaths in the parish.\n";

/** Reads a text file of 50 MB and a good one behind it; gives the code of the large one, null where it was read. */
async function codeOfHuge(text: string): Promise<string | null> {
  const huge = text.repeat(Math.ceil((50 * 1024 * 1024) / text.length));
  const folder = folderWith({ "huge.txt": huge, "next.txt": `${MINUTES}\n${text}` });
  const { failed } = await ingest([folder], store, { jobs: 1, timeoutSeconds: 20 });
  rmSync(folder, { recursive: true });
  expect(failed.filter(({ path }) => path !== "huge.txt")).toEqual([]);
  return failed[0]?.code ?? null;
}

test("a text file of 50 MB is read or given up in good time, and the next one is read", async () => {
  expect([null, "document/too-large", "document/timeout"]).toContain(await codeOfHuge(`${SENTENCE.repeat(20)}\n`));
}, 120_000);

// The text reader spreads the lines of a run over the parameters of a function, of which there cannot be so many.
test("wrong: a text file of 50 MB without a blank line crashes its reader", async () => {
  expect(await codeOfHuge(SENTENCE)).toBe("document/crashed");
}, 120_000);
