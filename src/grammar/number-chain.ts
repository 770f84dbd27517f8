/**
 * Which of the numbers at the starts of lines form the chain of items (1, 2, 3 … or 28 … 40 or 24/017 … 24/031).
 * Numbered paragraphs inside an item, page numbers and lists have numbers too; the chain is the rising sequence that gathers most weight.
 */

import type { ItemNumber } from "./phrases/item-number.js";

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
  const series = new Map<string, Member[]>();
  for (const candidate of candidates) {
    for (const { key, place } of seriesOf(candidate.number))
      series.set(key, [...(series.get(key) ?? []), { candidate, place }]);
  }
  let best: { chain: NumberCandidate[]; weight: number } = { chain: [], weight: 0 };
  for (const members of series.values()) {
    const found = heaviest(members);
    if (found.weight > best.weight) best = found;
  }
  return best.chain.length >= 2 || best.weight >= 2 ? best.chain : [];
}

interface Series {
  readonly key: string;
  /** The number that is counted in it. */
  readonly place: number;
}

interface Member {
  readonly candidate: NumberCandidate;
  readonly place: number;
}

/** Numbers are only compared with numbers of their own kind: 23/104 with 23/105, BM 18/2021 with BM 19/2021. */
function seriesOf(number: ItemNumber): Series[] {
  const first = number.values[0] ?? 0;
  const last = number.values.at(-1) ?? 0;
  const letters = number.label.replace(/\d.*$/, "").trim();
  switch (number.kind) {
    case "decimal":
      return [{ key: "decimal", place: last }];
    case "reference":
      // Which part counts and which is the year, the neighbours tell.
      return [
        { key: `reference ${letters} ${number.values.slice(0, -1).join("/")}/`, place: last },
        { key: `reference ${letters} /${number.values.slice(1).join("/")}`, place: first },
      ];
    case "roman":
      return /^[ivx]+$/.test(number.label) ? [] : [{ key: "roman", place: last }];
    case "letter":
      return /^[A-Z]$/.test(number.label) ? [{ key: "letter", place: last }] : [];
    case "dotted":
      // "1.0", "2.0" count by their first number; "02.23.01", "02.23.02" by their last.
      return number.values.length === 2 && last === 0
        ? [{ key: "dotted", place: first }]
        : [{ key: `dotted ${number.values.slice(0, -1).join(".")}`, place: last }];
    case "suffixed":
      return [];
    default:
      return number.kind satisfies never;
  }
}

/** Longest-path over the candidates in document order. */
function heaviest(members: readonly Member[]): { chain: NumberCandidate[]; weight: number } {
  const weights: number[] = [];
  const previous: number[] = [];
  members.forEach((member, position) => {
    let weight = member.candidate.weight;
    let from = -1;
    for (let back = 0; back < position; back++) {
      const step = member.place - (members[back]?.place ?? 0);
      if (step < 1 || step > WIDEST_GAP) continue;
      const total = (weights[back] ?? 0) + member.candidate.weight - GAP_COST * (step - 1);
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
    if (member !== undefined) chain.unshift(member.candidate);
    end = previous[end] ?? -1;
  }
  return { chain, weight };
}
