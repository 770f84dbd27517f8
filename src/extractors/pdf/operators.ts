/** pdf.js' drawing operators: their numbers, and how a page holds them. */

/** Numbers of the operators in pdf.js 5.4.296; a contract test compares them with pdf.js' own table. */
export const OPERATORS = {
  save: 10,
  restore: 11,
  transform: 12,
  setFont: 37,
  showText: 44,
  closeStroke: 21,
  stroke: 20,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEOFillStroke: 27,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  paintImageMaskXObject: 83,
  paintImageMaskXObjectGroup: 84,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  paintImageXObjectRepeat: 88,
  paintImageMaskXObjectRepeat: 89,
  constructPath: 91,
} as const;

/** What the page draws besides text: pdf.js' operators, by number, with their arguments. */
export interface RawOperators {
  readonly codes: readonly number[];
  readonly args: readonly (readonly unknown[] | null)[];
}
