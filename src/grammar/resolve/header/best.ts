/** The choice among readings that were scored by their evidence. */

export interface Scored<T> {
  readonly value: T;
  readonly score: number;
}

/** The value of the highest score; the first of equals; null where there is none. */
export function best<T>(candidates: readonly Scored<T>[]): T | null {
  let winner: Scored<T> | null = null;
  for (const candidate of candidates) if (winner === null || candidate.score > winner.score) winner = candidate;
  return winner?.value ?? null;
}
