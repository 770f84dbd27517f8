/** What is kept among minutes and is none: a part says what it is, and no facts are made up. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTruth } from "../../src/evaluation/truth.js";
import type { Part } from "../../src/model/minutes.js";
import { convert } from "../../src/pipeline/convert.js";

const project = path.resolve(import.meta.dirname, "../..");
const corpus = path.join(project, "corpus", "not-minutes");
const truth = path.join(project, "corpus-sources", "truth", "not-minutes");

const documents = readdirSync(corpus);

it("is tried on ten documents or more", () => expect(documents.length).toBeGreaterThanOrEqual(10));

describe.each(documents)("%s", (name) => {
  const stem = path.parse(name).name;
  const expected = readTruth(stem, readFileSync(path.join(truth, `${stem}.json`), "utf8"))?.parts.map(
    ({ kind }) => kind,
  );

  it("is what it is, and nothing is found where nothing is", async () => {
    const parts = await partsOf(name);
    expect(parts.map(({ kind }) => kind)).toEqual(expected);
    for (const part of parts) {
      const { attendance, decisions, actions, chair } = part;
      expect({ attendance, decisions, actions, chair }).toEqual({
        attendance: [],
        decisions: [],
        actions: [],
        chair: null,
      });
      if (part.kind !== "agenda") expect(emptyOf(part)).toEqual(NOTHING);
    }
  });
});

const NOTHING = {
  body: null,
  date: null,
  startTime: null,
  endTime: null,
  venue: null,
  items: [],
  tables: [],
  nextMeetings: [],
};

function emptyOf({ body, date, startTime, endTime, venue, items, tables, nextMeetings }: Part): typeof NOTHING {
  return { body, date, startTime, endTime, venue, items, tables, nextMeetings } as typeof NOTHING;
}

async function partsOf(name: string): Promise<readonly Part[]> {
  const conversion = await convert(name, readFileSync(path.join(corpus, name)));
  if (conversion.status !== "read") throw new Error(conversion.message);
  return conversion.minutes.parts;
}
