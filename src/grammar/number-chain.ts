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
  /** What the line shows of its level: the mark behind the number, the type, the indentation. Members of one chain mostly look alike. */
  readonly looks: string;
}

/** Widest gap in a chain: minutes leave out a number now and then, lists do not jump. */
const WIDEST_GAP = 4;
const GAP_COST = 0.35;
/** What it is worth that a number looks like the one before it. */
const LIKENESS = 0.25;
/** Weight that a line has without looking like a heading at all: chains are compared by what they have above it. */
const PLAIN_WEIGHT = 0.6;

/** The heaviest chain, in order. Empty where no two numbers follow each other and none is a heading for sure. */
export function findChain(candidates: readonly NumberCandidate[]): NumberCandidate[] {
  const chains = [...seriesIn(candidates)].map(([key, members]) => ({ key, ...heaviest(members) }));
  const extent = (candidates.at(-1)?.index ?? 0) - (candidates[0]?.index ?? 0) + 1;
  const scored = chains
    .map((chain) => ({ ...chain, score: scoreOf(chain.key, chain.chain, extent) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined) return [];
  const outer = scored.find((chain) => chain !== best && isOuter(chain.chain, best.chain)) ?? best;
  return outer.chain.length >= 2 || outer.weight >= 2 || candidates.length === 1 ? [...outer.chain] : [];
}

interface Member {
  readonly candidate: NumberCandidate;
  /** Names of its place in the series: those behind it ask for them. */
  readonly places: readonly string[];
  /** Names of the places that it may follow, nearest first, and how many numbers are left out between. */
  readonly follows: readonly (readonly [place: string, left: number])[];
}

/** Numbers are only compared with numbers of their own kind: 23/104 with 23/105, BM 18/2021 with BM 19/2021. */
function seriesIn(candidates: readonly NumberCandidate[]): Map<string, Member[]> {
  const series = new Map<string, Member[]>();
  const add = (key: string, member: Member) => {
    const members = series.get(key);
    if (members === undefined) series.set(key, [member]);
    else members.push(member);
  };
  for (const candidate of candidates) {
    const { number } = candidate;
    for (const [key, value] of countsOf(number)) add(key, counted(candidate, value));
    if (number.kind === "dotted" && number.values.length === 2) add("dotted", outlined(candidate, number.values));
  }
  return series;
}

/** The series that a number may belong to, and what it counts in each. */
function countsOf(number: ItemNumber): [key: string, value: number][] {
  const { kind, label, values } = number;
  const last = values.at(-1) ?? 0;
  switch (kind) {
    case "decimal":
      return [["decimal", last]];
    case "reference":
      // Which part counts and which is the year or the month, the neighbours tell.
      return values.map((value, place) => [`reference ${lettersOf(label)} ${masked(values, place)}`, value]);
    case "dotted":
      // "1.0", "2.0" count by their first number; "02.23.01", "02.23.02" by one of three.
      if (values.length === 2) return last === 0 ? [["dotted .0", values[0] ?? 0]] : [];
      return values.map((value, place) => [`dotted ${masked(values, place)}`, value]);
    case "roman": {
      const isUpper = label === label.toUpperCase();
      const roman: [string, number] = [isUpper ? "roman I" : "roman i", last];
      // "i" behind "h" is a letter; the neighbours tell.
      return label.length > 1 ? [roman] : [roman, [isUpper ? "letter A" : "letter a", letterValue(label)]];
    }
    case "letter":
      return [[label === label.toUpperCase() ? "letter A" : "letter a", last]];
    case "suffixed":
      return [];
    default:
      return kind satisfies never;
  }
}

/** Place of a letter in the alphabet, from 1. */
export function letterValue(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 96;
}

/** What stands in front of the first digit: the "PC/" of "PC/23/104". */
export function lettersOf(label: string): string {
  return label.replace(/\d.*$/, "").trim();
}

function masked(values: readonly number[], place: number): string {
  return values.map((value, index) => (index === place ? "*" : value)).join("/");
}

function counted(candidate: NumberCandidate, value: number): Member {
  const follows = Array.from({ length: WIDEST_GAP }, (_, left) => [`${value - 1 - left}`, left] as const);
  return { candidate, places: [`${value}`], follows };
}

/** 1.4 follows 1.3; 2.1 follows whatever 1 ended with. */
function outlined(candidate: NumberCandidate, values: readonly number[]): Member {
  const [major = 0, minor = 0] = values;
  const within = Array.from({ length: WIDEST_GAP }, (_, left) => [`${major}.${minor - 1 - left}`, left] as const);
  const across =
    minor <= 1
      ? ([
          [`${major - 1}.*`, 0],
          [`${major - 2}.*`, 1],
        ] as const)
      : [];
  return { candidate, places: [`${major}.${minor}`, `${major}.*`], follows: [...within, ...across] };
}

interface Link {
  readonly candidate: NumberCandidate;
  readonly weight: number;
  readonly previous: Link | null;
}

/** Longest path over the members in document order: at each place of the series only the best chain of each looks is kept, so it is linear. */
function heaviest(members: readonly Member[]): { chain: readonly NumberCandidate[]; weight: number } {
  const ends = new Map<string, Map<string, Link>>();
  let best: Link | null = null;
  for (const { candidate, places, follows } of members) {
    let link: Link = { candidate, weight: candidate.weight, previous: null };
    for (const [place, left] of follows) {
      for (const previous of ends.get(place)?.values() ?? []) {
        const likeness = previous.candidate.looks === candidate.looks ? LIKENESS : 0;
        const weight = previous.weight + candidate.weight + likeness - GAP_COST * left;
        if (weight > link.weight) link = { candidate, weight, previous };
      }
    }
    for (const place of places) keep(ends, place, link);
    if (best === null || link.weight > best.weight) best = link;
  }
  const chain: NumberCandidate[] = [];
  for (let link = best; link !== null; link = link.previous) chain.push(link.candidate);
  return { chain: chain.reverse(), weight: best?.weight ?? 0 };
}

/** Looks that one place of a series may have; more tell nothing. */
const MOST_LOOKS = 6;

function keep(ends: Map<string, Map<string, Link>>, place: string, link: Link): void {
  const there = ends.get(place) ?? new Map<string, Link>();
  ends.set(place, there);
  const { looks } = link.candidate;
  const rival = there.get(looks);
  if (rival === undefined ? there.size < MOST_LOOKS : link.weight >= rival.weight) there.set(looks, link);
}

/** What the members have above plain lines, less where the chain covers only a stretch of the business: a list inside an item does. */
function scoreOf(key: string, chain: readonly NumberCandidate[], extent: number): number {
  const first = chain[0];
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return 0;
  const above = chain.reduce((sum, { weight }) => sum + weight - PLAIN_WEIGHT, 0) + chain.length * 0.05;
  const covered = (last.index - first.index + 1) / extent;
  // Small letters and romans mostly count clauses.
  const rank = /[ai]$/.test(key) ? 0.6 : 1;
  return above * (above > 0 ? 0.4 + 0.6 * covered : 1) * rank;
}

/** Whether one chain heads the sections in which the other counts: 4, or 4.0, over 4.1 and 4.2. */
function isOuter(chain: readonly NumberCandidate[], inner: readonly NumberCandidate[]): boolean {
  const isHead = ({ number }: NumberCandidate) => number.kind === "decimal" || /^\d+\.0$/.test(number.label);
  if (chain.length < 2 || !chain.every(isHead) || inner[0]?.number.kind !== "dotted") return false;
  const heads = new Map(chain.map(({ number, index }) => [number.values[0], index]));
  const majors = new Map(inner.map(({ number, index }) => [number.values[0], index]));
  const headed = [...majors].filter(([major, index]) => (heads.get(major) ?? Number.POSITIVE_INFINITY) < index);
  return headed.length >= majors.size * 0.5;
}
