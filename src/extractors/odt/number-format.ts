/** One counter of an OpenDocument list → what is printed for it (OpenDocument 1.3 part 3, 19.500 style:num-format). */

import { letters } from "../counters.js";
import { formatCounter } from "../docx/number-format.js";

/** The number as printed; digits where the format is not known. `isSynchronised` letters repeat: y, z, aa, bb. */
export function formatNumber(value: number, format: string, isSynchronised: boolean): string {
  switch (format) {
    case "":
      return "";
    case "a":
      return isSynchronised ? (formatCounter(value, "lowerLetter") ?? "") : letters(value);
    case "A":
      return isSynchronised ? (formatCounter(value, "upperLetter") ?? "") : letters(value).toUpperCase();
    case "i":
      return formatCounter(value, "lowerRoman") ?? String(value);
    case "I":
      return formatCounter(value, "upperRoman") ?? String(value);
    case "01, 02, 03, ...":
      return String(value).padStart(2, "0");
    case "1st":
      return formatCounter(value, "ordinal") ?? String(value);
    case "One":
    case "One, Two, Three, ...":
      return formatCounter(value, "cardinalText") ?? String(value);
    case "First":
      return formatCounter(value, "ordinalText") ?? String(value);
    default:
      return String(value);
  }
}
