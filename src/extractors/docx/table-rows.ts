/** The rows of a table as shown: deleted and hidden rows left out, merged cells one, columns that a row leaves free filled. */

import { type LetterStyle, NO_LETTERS } from "./letters.js";
import type { Changes, ShownBlock, ShownCell, ShownRow } from "./shown.js";
import { inherit, type StyleSheet, type TableStyle } from "./style-sheet.js";
import { shownChildren } from "./wrappings.js";
import { attributeOf, childOf, integerOf, settingOf, toggleOf } from "./xml.js";

export interface TableContext {
  readonly styles: StyleSheet;
  readonly changes: Changes;
  /** What the table around this one says of letters. */
  readonly outer: LetterStyle;
  readonly blocksOf: (cell: Element, letters: LetterStyle) => ShownBlock[];
}

/** More columns than this in one cell is a slip or an attack; Word has at most 63. */
const WIDEST_CELL = 64;

/** Reads `w:tbl`. */
export function readTable(table: Element, context: TableContext): ShownRow[] {
  const properties = childOf(table, "w:tblPr");
  const { styles, changes } = context;
  const style = styles.tableStyleOf(settingOf(properties, "w:tblStyle") ?? styles.defaultTable);
  const parts = partsShown(childOf(properties, "w:tblLook"));
  const rows = shownChildren(table, changes).filter((row) => row.nodeName === "w:tr" && isRowShown(row, changes));
  return rows.map((row, index) => {
    const isHeader = toggleOf(childOf(row, "w:trPr"), "w:tblHeader") ?? false;
    const cells = shownChildren(row, changes).filter((cell) => cell.nodeName === "w:tc" && isCellShown(cell, changes));
    const read = cells.map((cell, at) => {
      const places = placesOf({ row: index, rows: rows.length, col: at, cols: cells.length, isHeader }, parts);
      return { cell, blocks: context.blocksOf(cell, lettersAt(style, places, context.outer)) };
    });
    return { isHeader, cells: mergeCells(row, read) };
  });
}

function isRowShown(row: Element, changes: Changes): boolean {
  const properties = childOf(row, "w:trPr");
  if (childOf(properties, "w:ins") !== null) changes.insertions++;
  if (childOf(properties, "w:del") !== null) {
    changes.deletions++;
    return false;
  }
  return toggleOf(properties, "w:hidden") !== true;
}

function isCellShown(cell: Element, changes: Changes): boolean {
  const properties = childOf(cell, "w:tcPr");
  if (childOf(properties, "w:cellIns") !== null) changes.insertions++;
  if (childOf(properties, "w:cellDel") === null) return true;
  changes.deletions++;
  return false;
}

interface ReadCell {
  readonly cell: Element;
  readonly blocks: readonly ShownBlock[];
}

/** Columns before and behind the cells of a row are empty cells, so that all cells stand in their columns. */
function mergeCells(row: Element, cells: readonly ReadCell[]): ShownCell[] {
  const properties = childOf(row, "w:trPr");
  const out: ShownCell[] = [];
  const addEmpty = (name: string) => {
    const colSpan = spanOf(settingOf(properties, name), 0);
    if (colSpan > 0) out.push({ colSpan, isContinued: false, blocks: [] });
  };
  addEmpty("w:gridBefore");
  for (const { cell, blocks } of cells) {
    const own = childOf(cell, "w:tcPr");
    const colSpan = spanOf(settingOf(own, "w:gridSpan"), 1);
    const last = out.at(-1);
    // The old way to merge cells of one row: each is there, all but the first say that they go on.
    if (childOf(own, "w:hMerge") !== null && settingOf(own, "w:hMerge") !== "restart" && last !== undefined)
      out[out.length - 1] = { ...last, colSpan: last.colSpan + colSpan, blocks: [...last.blocks, ...blocks] };
    else out.push({ colSpan, isContinued: isContinued(own), blocks });
  }
  addEmpty("w:gridAfter");
  return out;
}

function isContinued(properties: Element | null): boolean {
  return childOf(properties, "w:vMerge") !== null && (settingOf(properties, "w:vMerge") ?? "continue") === "continue";
}

function spanOf(text: string | null, least: number): number {
  return Math.min(WIDEST_CELL, Math.max(least, integerOf(text) ?? least));
}

interface Position {
  readonly row: number;
  readonly rows: number;
  readonly col: number;
  readonly cols: number;
  readonly isHeader: boolean;
}

type Part = "firstRow" | "lastRow" | "firstCol" | "lastCol";

/** Bits of the old form of `w:tblLook` (ECMA-376 part 1, 17.4.55). */
const LOOK_BITS: Readonly<Record<Part, number>> = { firstRow: 0x20, lastRow: 0x40, firstCol: 0x80, lastCol: 0x100 };

/** The attribute that says the same in the newer form. */
const LOOK_NAMES: Readonly<Record<Part, string>> = {
  firstRow: "w:firstRow",
  lastRow: "w:lastRow",
  firstCol: "w:firstColumn",
  lastCol: "w:lastColumn",
};

/** Which parts of the table's style the table uses. */
function partsShown(look: Element | null): ReadonlySet<Part> {
  const bits = Number.parseInt(attributeOf(look, "w:val") ?? "0", 16);
  const parts = Object.keys(LOOK_BITS) as Part[];
  return new Set(
    parts.filter((part) => {
      const stated = attributeOf(look, LOOK_NAMES[part]);
      return stated === null ? (bits & LOOK_BITS[part]) !== 0 : /^(?:1|true|on)$/.test(stated);
    }),
  );
}

/** The places of the style that hold for a cell, the weakest first. */
function placesOf({ row, rows, col, cols, isHeader }: Position, parts: ReadonlySet<Part>): string[] {
  const holds: Readonly<Record<Part, boolean>> = {
    firstCol: col === 0,
    lastCol: col === cols - 1,
    firstRow: row === 0 || isHeader,
    lastRow: row === rows - 1 && row > 0,
  };
  const order: readonly Part[] = ["firstCol", "lastCol", "firstRow", "lastRow"];
  return ["wholeTable", ...order.filter((part) => parts.has(part) && holds[part])];
}

function lettersAt(style: TableStyle, places: readonly string[], outer: LetterStyle): LetterStyle {
  return places.reduce((base, place) => inherit(style.get(place) ?? NO_LETTERS, base), outer);
}
