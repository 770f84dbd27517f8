/** The same minutes in eight formats say the same: three sets, each made from one source, against the one record of what it says. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type FoundPart, toFoundPart } from "../../src/evaluation/found-part.js";
import { scoreDocument } from "../../src/evaluation/score-document.js";
import { readTruth, type TruePart, type Truth } from "../../src/evaluation/truth.js";
import { normalise } from "../../src/evaluation/words.js";
import type { Part } from "../../src/model/minutes.js";
import { convert } from "../../src/pipeline/convert.js";

const project = path.resolve(import.meta.dirname, "../..");
const corpus = path.join(project, "corpus");
const records = path.join(project, "corpus-sources", "one-shape");

const FORMATS = ["pdf", "docx", "doc", "odt", "rtf", "html", "txt"] as const;

const FACTS = ["meeting", "people", "items", "decisions", "actions", "tables", "next meetings"] as const;

type Facts = Readonly<Record<(typeof FACTS)[number], readonly string[]>>;

/** Formats that keep automatic numbers only through LibreOffice. */
const NEED_OFFICE: ReadonlySet<string> = new Set(["doc", "rtf"]);

/** What a scan may lose of the core F1 that the same pages have as a PDF with text. */
const SCAN_LOSS = 0.03;

/** Reading a scan takes some seconds a page. */
const SCAN_TIMEOUT = 240_000;

const isOfficeThere = hasOffice();

const stems = readdirSync(records)
  .filter((name) => name.endsWith(".json"))
  .map((name) => path.basename(name, ".json"));

describe.each(stems)("%s", (stem) => {
  const truth = truthOf(stem);
  const expected = factsOfTruth(truth.parts);

  it("has a truth file a document, all from one record", () => {
    for (const [file, name] of [
      ...FORMATS.map((format) => [`${stem}.${format}`, `${stem}-${format}`]),
      [`${stem}-scan.pdf`, `${stem}-scan`],
    ]) {
      const json: unknown = JSON.parse(
        readFileSync(path.join(project, "corpus-sources/truth/one-shape", `${name}.json`), "utf8"),
      );
      expect(json).toEqual({ file: `one-shape/${file}`, ...(recordOf(stem) as object) });
    }
  });

  describe.each(FORMATS)("as .%s", (format) => {
    let found = factsOfParts([]);
    const isLeftOut = NEED_OFFICE.has(format) && !isOfficeThere;

    beforeAll(async () => {
      if (!isLeftOut) found = factsOfParts(await partsOf(`${stem}.${format}`));
    }, 120_000);

    it.skipIf(isLeftOut).each(FACTS)("says the same of its %s", (kind) => {
      expect(found[kind]).toEqual(expected[kind]);
    });
  });

  it(`loses at most ${SCAN_LOSS * 100} points of core F1 as a scan`, { timeout: SCAN_TIMEOUT }, async () => {
    const [whole, scanned] = await Promise.all([partsOf(`${stem}.pdf`), partsOf(`${stem}-scan.pdf`)]);
    const loss = scoreDocument(truth, whole).tally.core() - scoreDocument(truth, scanned).tally.core();
    expect(loss).toBeLessThanOrEqual(SCAN_LOSS);
  });
});

/** Nothing where the document cannot be read: then every fact is missing. */
async function partsOf(name: string): Promise<Part[]> {
  const conversion = await convert(name, readFileSync(path.join(corpus, "one-shape", name)));
  return conversion.status === "read" ? conversion.minutes.parts : [];
}

function factsOfTruth(parts: readonly TruePart[]): Facts {
  return {
    meeting: parts.map((part) => line(part.kind, part.body, part.date, part.start, part.end, part.venue, part.chair)),
    people: parts.flatMap(({ attendance }) =>
      attendance.map(({ status, name, role, organisation }) => line(status, name, role, organisation)),
    ),
    items: parts.flatMap(({ items }) => items.map(({ number, title }) => line(number, title))),
    decisions: parts.flatMap(({ decisions }) =>
      decisions.map(({ item, text, proposer, seconder, votes }) =>
        line(item, text, proposer, seconder, votes?.for, votes?.against, votes?.abstain),
      ),
    ),
    actions: parts.flatMap(({ actions }) =>
      actions.map(({ item, owners, text, due }) => line(item, owners?.join("; "), text, due)),
    ),
    tables: parts.flatMap(({ tables }) =>
      tables.map(({ item, cols, cells }) => line(item, cols, ...(cells ?? []).flat().filter(Boolean))),
    ),
    "next meetings": parts.flatMap((part) => part.next_meetings.map(({ date, time }) => line(date, time))),
  };
}

function factsOfParts(parts: readonly Part[]): Facts {
  const found = parts.map(toFoundPart);
  const each = (facts: (part: FoundPart) => readonly string[]): string[] => found.flatMap(facts);
  return {
    meeting: each((part) => [line(part.kind, part.body, part.date, part.start, part.end, part.venue, part.chair)]),
    people: each(({ attendance }) =>
      attendance.map(({ status, name, role, organisation }) => line(status, name, role, organisation)),
    ),
    items: each(({ items }) => items.map(({ number, title }) => line(number, title))),
    decisions: each(({ decisions }) =>
      decisions.map(({ item, text, proposer, seconder, votesFor, votesAgainst, votesAbstained }) =>
        line(item, text, proposer, seconder, votesFor, votesAgainst, votesAbstained),
      ),
    ),
    actions: each(({ actions }) => actions.map(({ item, owners, text, dueDate }) => line(item, owners, text, dueDate))),
    tables: parts.flatMap(({ tables }) =>
      tables.map(({ item, cols, cells }) => {
        return line(item === null ? null : item + 1, cols, ...cells.map(({ text }) => text).filter(Boolean));
      }),
    ),
    "next meetings": parts.flatMap(({ nextMeetings }) =>
      nextMeetings.map(({ date, time }) => line(date?.value, time?.value)),
    ),
  };
}

/** Word for word and number for number; case, marks and kinds of dashes are not facts. */
function line(...values: readonly (string | number | null | undefined)[]): string {
  return values.map((value) => normalise(String(value ?? ""))).join(" | ");
}

function recordOf(stem: string): unknown {
  return JSON.parse(readFileSync(path.join(records, `${stem}.json`), "utf8"));
}

function truthOf(stem: string): Truth {
  const truth = readTruth(stem, JSON.stringify({ file: stem, ...(recordOf(stem) as object) }));
  if (truth === null) throw new Error(`${stem} is no record`);
  return truth;
}

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe", timeout: 60_000 });
    return true;
  } catch {
    process.stderr.write("tests/corpus/one-shape.test.ts: no soffice here, so .doc and .rtf are not compared\n");
    return false;
  }
}
