/** Numbers as lists print them in letters and Roman digits. */

/** a … z, aa, ab …, as browsers and OpenDocument count; numbers without letters stay digits. */
export function letters(value: number): string {
  if (value < 1) return String(value);
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Roman digits in small letters; numbers beyond 1 to 3999 stay digits, as browsers do. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, digits] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += digits;
  }
  return text;
}
