import { rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { extract } from "../../src/extractors/index.js";
import type { Conversion } from "../../src/model/conversion.js";
import { verifyDatabase } from "../../src/pipeline/verify.js";
import { MinutesStore } from "../../src/store/store.js";
import { attendeeOf, decisionOf, FACTS, partOf, read, readConversion, spanOf } from "../store/conversion-builder.js";
import { folderWith } from "./folder.js";

const TEXT = "Harbour Committee 😀\n\nPRESENT Ada Quill\n\nRESOLVED: That the wall be propped\n";

let folder: string;
let store: MinutesStore;

beforeEach(() => {
  folder = folderWith({ "2019/quay.txt": TEXT });
  store = MinutesStore.open(":memory:", "write");
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function save(root: string, path: string, conversion: Conversion): void {
  const sha256 = conversion.status === "read" ? conversion.source.id : conversion.id;
  store.save({ root, path, size: 1, modifiedAt: FACTS.ingestedAt, sha256 }, conversion, FACTS);
}

/** Saves the file as it is read; `shift` moves the offset of the decision, as a reader that went wrong would. */
async function saveQuay(shift = 0): Promise<Conversion & { status: "read" }> {
  const extraction = await extract("quay.txt", await readFile(join(folder, "2019/quay.txt")));
  if (!extraction.isRead) throw new Error(extraction.message);
  const { source } = extraction;
  const decision = decisionOf(source, "That the wall be propped");
  const { start, end } = decision.span;
  const part = partOf(source, {
    body: read(source, "Harbour Committee"),
    attendance: [attendeeOf(source, "Ada Quill", "present")],
    decisions: [{ ...decision, text: { ...decision.text, span: { start: start + shift, end: end + shift } } }],
  });
  const conversion = { ...readConversion(source, [part]), source } as Conversion & { status: "read" };
  save(folder, "2019/quay.txt", conversion);
  return conversion;
}

describe("what the database says is proved by the sources", () => {
  test("every quote stands at its offsets", async () => {
    await saveQuay();
    const { documents, failed } = await verifyDatabase(store);
    expect(failed).toBe(0);
    expect(documents).toEqual([{ path: "2019/quay.txt", outcome: "same", quotes: 7, failures: [] }]);
  });

  test("a missing source is told from a changed one", async () => {
    await saveQuay();
    writeFileSync(join(folder, "2019/quay.txt"), `${TEXT}And more.\n`);
    expect((await verifyDatabase(store)).documents[0]?.outcome).toBe("source-changed");
    rmSync(join(folder, "2019/quay.txt"));
    const { documents, failed } = await verifyDatabase(store);
    expect(documents[0]?.outcome).toBe("source-missing");
    expect(failed).toBe(1);
  });

  test("a changed reader is told from a changed source, and its quotes are shown", async () => {
    const { source, minutes } = await saveQuay();
    const text = `x${source.text}`;
    const moved = { ...source, text, lines: [], trailerStart: text.length };
    const part = partOf(moved, {
      body: { ...read(moved, "Harbour Committee"), span: { ...spanOf(moved, "Harbour Committee") } },
    });
    expect(minutes.parts).toHaveLength(1);
    save(folder, "2019/quay.txt", readConversion(moved, [part]));
    const { documents, failed } = await verifyDatabase(store);
    expect(failed).toBe(1);
    expect(documents[0]).toMatchObject({ outcome: "reader-changed", quotes: 1 });
    expect(documents[0]?.failures).toEqual([
      { fact: expect.stringMatching(/^part /), field: "body", quote: "Harbour Committee", found: "arbour Committee " },
    ]);
  });

  test("a source that was moved is found below another root or in another folder", async () => {
    await saveQuay();
    const elsewhere = folderWith({ "2019/quay.txt": TEXT });
    rmSync(join(folder, "2019/quay.txt"));
    expect((await verifyDatabase(store, { roots: { [folder]: elsewhere } })).failed).toBe(0);
    expect((await verifyDatabase(store, { folders: [elsewhere] })).failed).toBe(0);
    rmSync(elsewhere, { recursive: true });
  });

  test("of a document that could not be read there is nothing to prove", async () => {
    const { source } = await saveQuay();
    save(folder, "2019/quay.txt", {
      status: "unreadable",
      id: source.id,
      code: "document/timeout",
      message: "too long",
    });
    const { documents, failed } = await verifyDatabase(store);
    expect(documents).toEqual([{ path: "2019/quay.txt", outcome: "unverifiable", quotes: 0, failures: [] }]);
    expect(failed).toBe(0);
  });
});
