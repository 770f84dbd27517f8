/** Our figures against those of the script that users may run over the database. */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDocument, emptyEvaluation } from "../../src/evaluation/evaluation.js";
import { formatFigures } from "../../src/evaluation/report.js";
import { reportJson } from "../../src/evaluation/report-json.js";
import { scoreDocument } from "../../src/evaluation/score-document.js";
import type { Truth } from "../../src/evaluation/truth.js";
import type { Part } from "../../src/model/minutes.js";
import { MinutesStore } from "../../src/store/store.js";
import { saveRead } from "../store/conversion-builder.js";
import { conversionOf, trueParts, truthOf } from "./invented-records.js";

const SCRIPT = join(import.meta.dirname, "../../../shared/score.py");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const canCompare = hasPython && existsSync(SCRIPT);
if (!canCompare) console.warn("skipped: score.py is compared only where python3 and ../shared/score.py are");

interface Scored {
  readonly truth: Truth;
  /** Null: the document is not in the database. */
  readonly parts: readonly Part[] | null;
}

/** Documents of two families; of every seventh nothing is stored. */
function saveInvented(folder: string, count: number): Scored[] {
  const store = MinutesStore.open(join(folder, "minutes.db"), "write");
  const samples = fc.sample(fc.tuple(trueParts, trueParts, fc.boolean()), { numRuns: count, seed: 20210304 });
  const scored = samples.map(([stated, other, isAlike], index): Scored => {
    const truth = truthOf(`${index % 2 === 0 ? "even" : "odd"}/${index}.txt`, stated);
    const truthPath = join(folder, "truth", truth.file.replace(".txt", ".json"));
    mkdirSync(dirname(truthPath), { recursive: true });
    writeFileSync(truthPath, JSON.stringify(truth));
    if (index % 7 === 6) return { truth, parts: null };
    const found = isAlike
      ? stated.map((part, place) => ({ ...part, items: other[place]?.items ?? part.items }))
      : other;
    const conversion = conversionOf(found.map(withinItems), `document ${index}`);
    saveRead(store, truth.file, conversion);
    return { truth, parts: conversion.minutes.parts };
  });
  store.close();
  return scored;
}

/** No fact may point behind the last item. */
function withinItems(part: Truth["parts"][number]): Truth["parts"][number] {
  const place = (item: number | null | undefined) => ((item ?? 0) > part.items.length ? null : item);
  return {
    ...part,
    decisions: part.decisions.map((decision) => ({ ...decision, item: place(decision.item) })),
    actions: part.actions.map((action) => ({ ...action, item: place(action.item) })),
  };
}

test.skipIf(!canCompare)("every figure is that of score.py", () => {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-score-"));
  try {
    const scored = saveInvented(folder, 60).sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
    const evaluation = emptyEvaluation();
    for (const { truth, parts } of scored) addDocument(evaluation, truth, scoreDocument(truth, parts ?? []));
    const command = [SCRIPT, join(folder, "minutes.db"), join(folder, "truth")];
    const run = (...options: string[]) => execFileSync("python3", [...command, ...options], { encoding: "utf8" });
    expectSameFigures(JSON.parse(reportJson(evaluation)), JSON.parse(run("--json")), "");
    expect(countsIn(formatFigures(evaluation))).toEqual(countsIn(run()));
    expect(formatFigures(evaluation).split("\n").map(layoutOf)).toEqual(run().trimEnd().split("\n").map(layoutOf));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function pathOf({ truth }: Scored): string {
  return truth.file.replace(".txt", ".json");
}

/** Numbers to 0.005, all else the same; ours may have more. */
function expectSameFigures(ours: unknown, theirs: unknown, place: string): void {
  if (typeof theirs === "number" && typeof ours === "number") {
    expect(Math.abs(ours - theirs), `${place}: ours ${ours}, score.py's ${theirs}`).toBeLessThan(0.005);
  } else if (typeof theirs === "object" && theirs !== null && typeof ours === "object" && ours !== null) {
    expect(Object.keys(ours), place).toEqual(expect.arrayContaining(Object.keys(theirs)));
    for (const key of Object.keys(theirs)) {
      expectSameFigures(Reflect.get(ours, key), Reflect.get(theirs, key), `${place}.${key}`);
    }
  } else expect(ours, place).toEqual(theirs);
}

/** The right, found and true facts of each field: whole numbers, so exactly the same. */
function countsIn(report: string): string[] {
  return [...report.matchAll(/^ {2}(\S+) +[\d.]+ +[\d.]+ +[\d.]+ +(\d+) +(\d+) +(\d+)$/gm)].map((line) =>
    line.slice(1).join(" "),
  );
}

/** A line with its digits made alike: a last digit may be rounded the other way. */
function layoutOf(line: string): string {
  return line.replace(/\d/g, "0");
}
