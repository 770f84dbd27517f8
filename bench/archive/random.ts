/** Chance that comes out the same at each run: the same seed gives the same numbers. */

export interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** One of these. Throws where there are none. */
  oneOf<T>(choices: readonly T[]): T;
}

/** Mulberry32: 32 bits of state are plenty for documents that nobody guesses. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  function below(end: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }
  function oneOf<T>(choices: readonly T[]): T {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  }
  return { below, oneOf };
}
