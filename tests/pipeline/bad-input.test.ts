/** What people really have in their folders: each file ends with a documented code, and the rest is read. Real readers, real child processes. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIAGNOSTICS } from "../../src/model/diagnostic.js";
import { type IngestSummary, ingest } from "../../src/pipeline/ingest.js";
import { MinutesStore } from "../../src/store/store.js";
import { folderWith } from "./folder.js";
import { bombOf, pdfOf } from "./small-pdf.js";

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
    code: "document/damaged",
  },
  "cut.rtf": { bytes: "{\\rtf1\\ansi {\\b Minutes", code: null },
  "hidden.rtf": { bytes: "{\\rtf1\\ansi {\\v Minutes}}", code: "document/empty" },
  "perfect.doc": { bytes: Buffer.from("\xffWPC\x10\0\0\0", "latin1"), code: "document/unsupported-format" },
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

/** Reads a file, and a good one behind it with the same child; gives the code of the first, null where it was read. */
async function codeOf(name: string, bytes: string | Uint8Array): Promise<string | null> {
  const folder = folderWith({ [name]: bytes, "next.txt": `${MINUTES}\nAfter ${name} of ${bytes.length} bytes.\n` });
  const { failed, new: added } = await ingest([folder], store, { jobs: 1, timeoutSeconds: 15 });
  rmSync(folder, { recursive: true });
  expect(failed.filter(({ path }) => path !== name)).toEqual([]);
  expect(added).toBe(2 - failed.length);
  return failed[0]?.code ?? null;
}

const SENTENCE = "The committee talked at some length about the state of the footpaths in the parish.\n";

function textOf(piece: string, megabytes: number): string {
  return piece.repeat(Math.ceil((megabytes * 1024 * 1024) / piece.length));
}

test("a text file of 50 MB is refused, and the next one is read", async () => {
  expect(await codeOf("huge.txt", textOf(`${SENTENCE.repeat(20)}\n`, 50))).toBe("document/too-large");
}, 60_000);

// Each would overflow the parameters of a function, were they spread over them; how long it may take depends on the machine.
test.each([
  ["lines without a blank one", SENTENCE],
  ["words on a single line", "footpath "],
  ["rows of columns", "Cllr A Baker\tChairman\n"],
])(
  "many %s end no reader",
  async (_, piece) => {
    expect([null, "document/timeout"]).toContain(await codeOf("large.txt", textOf(piece, 3)));
  },
  60_000,
);

test.runIf(process.platform === "linux")(
  "a PDF of a kilobyte that unpacks to gigabytes is given up, and the next file is read",
  async () => {
    const bomb = bombOf(3);
    expect(bomb.length).toBeLessThan(10_000);
    const code = await codeOf("bomb.pdf", bomb);
    expect(["document/too-large", "document/damaged", "document/timeout"]).toContain(code);
  },
  60_000,
);
