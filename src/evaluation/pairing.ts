/** Which found fact stands for which fact of the truth. */

/** Indexes of a fact of the truth and of the found fact that stands for it. */
export interface Pair<T, F> {
  readonly truthIndex: number;
  readonly foundIndex: number;
  readonly truth: T;
  readonly found: F;
}

export function foundIndexOf(pair: Pair<unknown, unknown>): number {
  return pair.foundIndex;
}

interface Candidate<T, F> extends Pair<T, F> {
  readonly score: number;
}

/** One-to-one pairs whose score reaches `floor`, taken greedily: the best score first, then the nearest in order, then the later ones. */
export function pairUp<T, F>(
  truth: readonly T[],
  found: readonly F[],
  score: (truth: T, found: F) => number,
  floor: number,
): Pair<T, F>[] {
  const candidates = truth.flatMap((truthFact, truthIndex) =>
    found.flatMap((foundFact, foundIndex): Candidate<T, F>[] => {
      const points = score(truthFact, foundFact);
      return points < floor ? [] : [{ truthIndex, foundIndex, truth: truthFact, found: foundFact, score: points }];
    }),
  );
  candidates.sort(byPreference);
  const takenTruth = new Set<number>();
  const takenFound = new Set<number>();
  return candidates.filter((candidate) => {
    if (takenTruth.has(candidate.truthIndex) || takenFound.has(candidate.foundIndex)) return false;
    takenTruth.add(candidate.truthIndex);
    takenFound.add(candidate.foundIndex);
    return true;
  });
}

function byPreference(a: Candidate<unknown, unknown>, b: Candidate<unknown, unknown>): number {
  return b.score - a.score || distance(a) - distance(b) || b.truthIndex - a.truthIndex || b.foundIndex - a.foundIndex;
}

function distance(candidate: Candidate<unknown, unknown>): number {
  return Math.abs(candidate.truthIndex - candidate.foundIndex);
}

/** The facts of the truth for which nothing was found, and the found ones that stand for nothing. */
export function unpaired<T, F>(
  truth: readonly T[],
  found: readonly F[],
  pairs: readonly Pair<T, F>[],
): { missed: T[]; spurious: F[] } {
  const pairedTruth = new Set(pairs.map((pair) => pair.truthIndex));
  const pairedFound = new Set(pairs.map((pair) => pair.foundIndex));
  return {
    missed: truth.filter((_, index) => !pairedTruth.has(index)),
    spurious: found.filter((_, index) => !pairedFound.has(index)),
  };
}
