/**
 * The formatting of a Word 97 to 2003 file: ranges of its bytes with the properties of their letters or paragraphs
 * ([MS-DOC] 2.8.5 and 2.8.6 PlcBteChpx and PlcBtePapx, 2.9.33 and 2.9.175 the pages that they point to).
 */

import type { CellDefinition, RowDefinition } from "../office/row-grid.js";

/** Bytes [start, end) of the document stream. */
export interface FormattedRange<Properties> {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
}

/** What a range of letters says itself; null where it says nothing. */
export interface LetterProperties {
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  readonly isHidden: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly underline: boolean;
  /** Font size in points. */
  readonly size: number | null;
}

export interface ParagraphProperties {
  /** Number of the style; 1 to 9 are always the headings of those levels. */
  readonly style: number;
  readonly isInTable: boolean;
  readonly isRowEnd: boolean;
  /** Whether it is the end of a row or a cell of a table inside a table. */
  readonly isInnerRowEnd: boolean;
  readonly isInnerCellEnd: boolean;
  readonly isInList: boolean;
  /** How the cells of the row lie, at its end; null elsewhere. */
  readonly row: RowDefinition | null;
  /** Left indent, space before and after, in points. */
  readonly left: number;
  readonly before: number;
  readonly after: number;
}

/** Offsets in the file information block where the two tables are named. */
const LETTERS_AT = 0xfa;
const PARAGRAPHS_AT = 0x102;

const PAGE_BYTES = 512;

export function letterRanges(document: Buffer, table: Buffer): FormattedRange<LetterProperties>[] {
  return pages(document, table, LETTERS_AT).flatMap((page) => {
    const count = page[PAGE_BYTES - 1] ?? 0;
    return ranges(page, count, (index) => {
      const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
      return lettersOf(at === 0 ? EMPTY : page.subarray(at + 1, at + 1 + (page[at] ?? 0)));
    });
  });
}

export function paragraphRanges(document: Buffer, table: Buffer): FormattedRange<ParagraphProperties>[] {
  return pages(document, table, PARAGRAPHS_AT).flatMap((page) => {
    const count = page[PAGE_BYTES - 1] ?? 0;
    return ranges(page, count, (index) => {
      const at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
      const length = page[at] ?? 0;
      const own =
        length === 0 ? page.subarray(at + 2, at + 2 + (page[at + 1] ?? 0) * 2) : page.subarray(at + 1, at + length * 2);
      return paragraphOf(at === 0 ? EMPTY : own);
    });
  });
}

const EMPTY = Buffer.alloc(0);

function pages(document: Buffer, table: Buffer, at: number): Buffer[] {
  const start = document.readUInt32LE(at);
  const plc = table.subarray(start, start + document.readUInt32LE(at + 4));
  const count = Math.floor((plc.length - 4) / 8);
  const found: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const number = plc.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff;
    const page = document.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (page.length === PAGE_BYTES) found.push(page);
  }
  return found;
}

function ranges<Properties>(
  page: Buffer,
  count: number,
  propertiesOf: (index: number) => Properties,
): FormattedRange<Properties>[] {
  const most = Math.min(count, Math.floor(PAGE_BYTES / 5));
  return Array.from({ length: most }, (_, index) => ({
    start: page.readUInt32LE(index * 4),
    end: page.readUInt32LE(index * 4 + 4),
    properties: propertiesOf(index),
  }));
}

function lettersOf(list: Buffer): LetterProperties {
  const values = modifiers(list);
  const isOn = (code: number) => ((values.get(code) ?? 0) & 1) === 1;
  const size = values.get(0x4a43);
  return {
    isDeleted: isOn(0x0800),
    isInserted: isOn(0x0801),
    isHidden: isOn(0x083c),
    bold: isOn(0x0835),
    italic: isOn(0x0836),
    strike: isOn(0x0837) || isOn(0x2a53),
    underline: (values.get(0x2a3e) ?? 0) !== 0,
    size: size === undefined ? null : size / 2,
  };
}

function paragraphOf(list: Buffer): ParagraphProperties {
  const values = modifiers(list.subarray(2));
  const definition = tableDefinition(list.subarray(2));
  const isOn = (code: number) => values.get(code) === 1;
  // Lengths are signed 16-bit numbers of twentieths of a point.
  const points = (...codes: number[]) => {
    const value = codes.map((code) => values.get(code)).find((known) => known !== undefined) ?? 0;
    return ((value << 16) >> 16) / 20;
  };
  return {
    style: list.length < 2 ? 0 : list.readUInt16LE(0),
    isInTable: isOn(0x2416) || (values.get(0x6649) ?? 0) > 0,
    isRowEnd: isOn(0x2417),
    isInnerRowEnd: isOn(0x244c),
    isInnerCellEnd: isOn(0x244b),
    isInList: (values.get(0x460b) ?? 0) !== 0,
    row: definition === null ? null : { isHeader: isOn(0x3404), cells: definition },
    left: points(0x845e, 0x840f),
    before: points(0xa413),
    after: points(0xa414),
  };
}

/** How many bytes the operand of a modifier has, by the top three bits of its code; 6 means that it says so itself. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, -1, 3];
/** Two modifiers of tables and tabs whose length does not fit a byte ([MS-DOC] 2.2.5.1). */
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGE = 0xc615;

/** Right edges of the cells of a row, and how they are merged ([MS-DOC] 2.9.323 TDefTableOperand); null where the list has none. */
function tableDefinition(list: Buffer): CellDefinition[] | null {
  const start = operandOf(list, TABLE_DEFINITION);
  if (start === null || start + 3 > list.length) return null;
  const count = Math.min(64, list[start + 2] ?? 0);
  const edges = start + 3;
  const cells = edges + (count + 1) * 2;
  if (cells > list.length) return null;
  return Array.from({ length: count }, (_, index) => {
    const at = cells + index * CELL_BYTES;
    const flags = at + 2 <= list.length ? list.readUInt16LE(at) : 0;
    const vertical = (flags >> 5) & 3;
    return {
      right: list.readInt16LE(edges + (index + 1) * 2),
      isMergedLeft: (flags & 3) === 1,
      isMergedUp: vertical === 1,
    };
  });
}

const CELL_BYTES = 20;

/** The modifiers of a list with their values as numbers; lists that are cut off end there. */
function modifiers(list: Buffer): Map<number, number> {
  const values = new Map<number, number>();
  for (const { code, at, bytes } of operands(list)) {
    if (bytes >= 1 && bytes <= 4 && at + bytes <= list.length) values.set(code, list.readUIntLE(at, bytes));
  }
  return values;
}

/** Where the operand of a modifier begins; null where the list has none of that code. */
function operandOf(list: Buffer, code: number): number | null {
  for (const operand of operands(list)) if (operand.code === code) return operand.at;
  return null;
}

/** Walks over a list. `bytes` is 0 where the operand says its length itself. */
function* operands(list: Buffer): Generator<{ code: number; at: number; bytes: number }> {
  for (let at = 0; at + 2 <= list.length; ) {
    const code = list.readUInt16LE(at);
    at += 2;
    const fixed = OPERAND_BYTES[code >> 13] ?? 1;
    yield { code, at, bytes: Math.max(0, fixed) };
    if (fixed > 0) at += fixed;
    else if (code === TABLE_DEFINITION) at += at + 2 <= list.length ? list.readUInt16LE(at) + 1 : list.length;
    else if (code === TAB_CHANGE && list[at] === 255) return;
    else at += (list[at] ?? 0) + 1;
  }
}
