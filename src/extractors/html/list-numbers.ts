/** Numbers of lists in the styles of CSS. */

import { letters, roman } from "../counters.js";

type NumberStyle =
  | "decimal"
  | "decimal-leading-zero"
  | "lower-alpha"
  | "upper-alpha"
  | "lower-roman"
  | "upper-roman"
  | "lower-greek";

/** Old `type` attribute and CSS names. */
const STYLES: Readonly<Record<string, NumberStyle>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
  decimal: "decimal",
  "decimal-leading-zero": "decimal-leading-zero",
  "lower-greek": "lower-greek",
  "lower-alpha": "lower-alpha",
  "lower-latin": "lower-alpha",
  "upper-alpha": "upper-alpha",
  "upper-latin": "upper-alpha",
  "lower-roman": "lower-roman",
  "upper-roman": "upper-roman",
};
/** A number in a style of CSS or of the `type` attribute; unknown styles count in digits, styles of bullets and `none` print nothing. */
export function formatCounter(value: number, style: string): string {
  if (/^(?:none|disc|circle|square)$/.test(style)) return "";
  return formatNumber(value, (Object.hasOwn(STYLES, style) ? STYLES[style] : undefined) ?? "decimal");
}

/** Whether a name is one of a style of numbers. */
export function isNumberStyle(name: string): boolean {
  return Object.hasOwn(STYLES, name);
}

function formatNumber(value: number, style: NumberStyle): string {
  switch (style) {
    case "decimal":
      return String(value);
    case "decimal-leading-zero":
      return value >= 0 && value < 10 ? `0${value}` : String(value);
    case "lower-greek":
      return value >= 1 && value <= GREEK.length ? (GREEK[value - 1] ?? "") : String(value);
    case "lower-alpha":
      return letters(value);
    case "upper-alpha":
      return letters(value).toUpperCase();
    case "lower-roman":
      return roman(value);
    case "upper-roman":
      return roman(value).toUpperCase();
    default:
      return style satisfies never;
  }
}

const GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
