/** Typed bullets at the start of a paragraph: dropped from the words, kept as a style. */

import type { Run } from "./blocks.js";

/** Never anything but a bullet, with or without a blank behind. U+F0B7 and its neighbours are what symbol fonts leave. */
const SURE = /^\s*([•▪‣◦●■○□➢➤►✓✔⁃∙\uF0A7\uF0B7\uF0A8\uF0D8\uF0FC])[^\S\n]*/u;
/** Bullets only where a blank follows; `o` is Courier's round bullet of the second level. A section sign before a digit is none. */
const LIKELY = /^\s*([-–*·o]|§(?=\s+\D))[^\S\n]+/u;

/** Words without the bullet before them; null where they begin with none. A lone bullet or a row of them is none. */
export function splitBullet(text: string): { readonly bullet: string; readonly rest: string } | null {
  const match = SURE.exec(text) ?? LIKELY.exec(text);
  const bullet = match?.[1];
  if (match === null || bullet === undefined) return null;
  const rest = text.slice(match[0].length);
  return /[\p{L}\p{N}]/u.test(rest) ? { bullet, rest } : null;
}

/** The same for runs: the bullet may fill a run of its own. */
export function stripBullet(runs: readonly Run[]): { readonly runs: readonly Run[]; readonly isBullet: boolean } {
  const whole = runs.map((run) => run.text).join("");
  const split = splitBullet(whole);
  if (split === null) return { runs, isBullet: false };
  return { runs: withoutStart(runs, whole.length - split.rest.length), isBullet: true };
}

function withoutStart(runs: readonly Run[], length: number): Run[] {
  let left = length;
  const kept: Run[] = [];
  for (const run of runs) {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    if (cut < run.text.length) kept.push(cut === 0 ? run : { ...run, text: run.text.slice(cut) });
  }
  return kept;
}
