/**
 * Which of the numbers at the starts of lines form the chain of items (1, 2, 3 … or 28 … 40 or 24/017 … 24/031).
 * Numbered paragraphs inside an item, page numbers and lists have numbers too; the chain is the rising sequence that gathers most weight.
 */

import type { ItemNumber } from "../phrases/item-number.js";

export interface NumberCandidate {
  /** Place in the flow. */
  readonly index: number;
  readonly number: ItemNumber;
  /** How much the line looks like a heading: 0 (a sentence) to 3. */
  readonly weight: number;
}

/** Widest gap in a chain: minutes leave out a number now and then, lists do not jump. */
const WIDEST_GAP = 4;
const GAP_COST = 0.35;

/** The heaviest chain, in order. Empty where no two numbers follow each other and none is a heading for sure. */
export function findChain(candidates: readonly NumberCandidate[]): NumberCandidate[] {
  const series = new Map<string, NumberCandidate[]>();
  for (const candidate of candidates) {
    const key = seriesOf(candidate.number);
    if (key !== null) series.set(key, [...(series.get(key) ?? []), candidate]);
  }
  let best: { chain: NumberCandidate[]; weight: number } = { chain: [], weight: 0 };
  for (const members of series.values()) {
    const found = heaviest(members);
    if (found.weight > best.weight) best = found;
  }
  return best.chain.length >= 2 || best.weight >= 2 ? best.chain : [];
}

/** Numbers are only compared with numbers of their own kind: 23/104 with 23/105, not with 24/105. */
function seriesOf(number: ItemNumber): string | null {
  switch (number.kind) {
    case "decimal":
      return "decimal";
    case "reference":
      return `reference ${number.values.slice(0, -1).join("/")} ${number.label.replace(/\d.*$/, "")}`;
    case "roman":
      return /^[ivx]+$/.test(number.label) ? null : "roman";
    case "letter":
      return /^[A-Z]$/.test(number.label) ? "letter" : null;
    case "dotted":
      // "1.0", "2.0" count by their first number; "02.23.01", "02.23.02" by their last.
      return isCountedByFirst(number) ? "dotted" : `dotted ${number.values.slice(0, -1).join(".")}`;
    case "suffixed":
      return null;
    default:
      return number.kind satisfies never;
  }
}

function isCountedByFirst(number: ItemNumber): boolean {
  return number.kind === "dotted" && number.values.length === 2 && number.values[1] === 0;
}

function placeInSeries(number: ItemNumber): number {
  return (isCountedByFirst(number) ? number.values[0] : number.values.at(-1)) ?? 0;
}

/** Longest-path over the candidates in document order. */
function heaviest(members: readonly NumberCandidate[]): { chain: NumberCandidate[]; weight: number } {
  const weights: number[] = [];
  const previous: number[] = [];
  members.forEach((member, position) => {
    let weight = member.weight;
    let from = -1;
    for (let back = 0; back < position; back++) {
      const step = placeInSeries(member.number) - placeInSeries((members[back] as NumberCandidate).number);
      if (step < 1 || step > WIDEST_GAP) continue;
      const total = (weights[back] ?? 0) + member.weight - GAP_COST * (step - 1);
      if (total >= weight) [weight, from] = [total, back];
    }
    weights.push(weight);
    previous.push(from);
  });
  let end = weights.indexOf(Math.max(...weights));
  const weight = weights[end] ?? 0;
  const chain: NumberCandidate[] = [];
  while (end >= 0) {
    const member = members[end];
    if (member !== undefined) chain.unshift(member);
    end = previous[end] ?? -1;
  }
  return { chain, weight };
}
