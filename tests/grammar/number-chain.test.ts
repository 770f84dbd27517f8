/** The chain of numbers: which series is heaviest, and that finding it stays linear. */

import { expect, test } from "vitest";
import { findChain, type NumberCandidate } from "../../src/grammar/number-chain.js";
import { readItemNumber } from "../../src/grammar/phrases/item-number.js";

function candidates(lines: readonly (readonly [text: string, weight: number])[]): NumberCandidate[] {
  return lines.flatMap(([text, weight], index) => {
    const number = readItemNumber(text);
    return number === null ? [] : [{ index, number, weight, looks: "" }];
  });
}

const labelsOf = (chain: readonly NumberCandidate[]) => chain.map(({ number }) => number.label);

test("heavy numbers go before light ones of the same value", () => {
  const lines = [
    ["1. A", 2],
    ["1. b", 0.4],
    ["2. c", 0.4],
    ["2. B", 2],
    ["3. C", 2],
  ] as const;
  expect(findChain(candidates(lines)).map(({ index }) => index)).toEqual([0, 3, 4]);
});

test("sections go before the titles counted in them", () => {
  const lines = [
    ["1. A", 1.5],
    ["1.1 B", 1.5],
    ["1.2 C", 1.5],
    ["2. D", 1.5],
    ["2.1 E", 1.5],
    ["2.2 F", 1.5],
  ] as const;
  expect(labelsOf(findChain(candidates(lines)))).toEqual(["1", "2"]);
});

test("without sections the dotted numbers go on from one to the next", () => {
  const lines = [
    ["1.1 A", 1.5],
    ["1.2 B", 1.5],
    ["2.1 C", 1.5],
    ["3.1 D", 1.5],
  ] as const;
  expect(labelsOf(findChain(candidates(lines)))).toEqual(["1.1", "1.2", "2.1", "3.1"]);
});

test("a chain over 20,000 numbers is found at once", () => {
  const lines = Array.from({ length: 20_000 }, (_, place) => [`${(place % 50) + 1}. A`, 1 + (place % 3)] as const);
  const all = candidates(lines);
  const start = performance.now();
  findChain(all);
  expect(performance.now() - start).toBeLessThan(500);
});
