/** A flow as WordprocessingML (ECMA-376 part 1, 17): the elements that the Word reader knows, and no others. */

import type { FlowBlock, FlowCell, FlowParagraph, FlowRun, FlowTable } from "./flow.js";
import { hasWords } from "./flow.js";

/** Collects what paragraphs refer to: styles and lists. A class because both grow while the markup is written. */
export class MarkupWriter {
  /** Each style by its name → its id. */
  readonly #styles = new Map<string, string>();
  /** Each printed number → the list that prints it. */
  readonly #lists = new Map<string, number>();

  blocks(blocks: readonly FlowBlock[]): string {
    const pieces: string[] = [];
    for (const block of blocks) pieces.push(block.type === "paragraph" ? this.paragraph(block) : this.table(block));
    return pieces.join("");
  }

  paragraph(paragraph: FlowParagraph): string {
    const { heading, left, before, after } = paragraph;
    const properties = [
      `<w:pStyle w:val="${this.#styleId(paragraph.style)}"/>`,
      this.#list(paragraph),
      `<w:spacing w:before="${twentieths(before)}" w:after="${twentieths(after)}"/>`,
      `<w:ind w:left="${twentieths(left)}"/>`,
      paragraph.isContextual ? "<w:contextualSpacing/>" : "",
      heading === null ? "" : `<w:outlineLvl w:val="${Math.min(9, heading) - 1}"/>`,
    ];
    return `<w:p><w:pPr>${properties.join("")}</w:pPr>${paragraph.runs.map(runMarkup).join("")}</w:p>`;
  }

  table(table: FlowTable): string {
    const covers: Cover[] = [];
    const rows = table.rows.map((row, index) => {
      const placed = [...row.cells, ...covers.filter((cover) => cover.until > index && cover.from < index)];
      for (const cell of row.cells) if (cell.rowSpan > 1) covers.push(coverOf(cell, index));
      const header = row.isHeader ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
      return `<w:tr>${header}${this.#cells(placed.sort((a, b) => a.col - b.col))}</w:tr>`;
    });
    return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
  }

  /** Content of styles.xml: the styles that were named so far. They hold no properties: all are in the paragraphs. */
  styles(): string {
    return [...this.#styles].map(([name, id]) => styleMarkup(name, id)).join("");
  }

  /** Content of numbering.xml. A number is a list of its own whose text is that number, so that nobody counts again. */
  numbering(): string {
    const definition = (id: number, format: string, text: string) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/></w:lvl></w:abstractNum>`;
    const lists = [...this.#lists].map(([label, id]) => definition(id, "decimal", label.replace(/%(?=\d)/g, "")));
    const ids = [BULLETS, ...this.#lists.values()];
    const numbers = ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`);
    return [definition(BULLETS, "bullet", "•"), ...lists, ...numbers].join("");
  }

  #styleId(name: string): string {
    const known = this.#styles.get(name) ?? `S${this.#styles.size}`;
    this.#styles.set(name, known);
    return known;
  }

  #list(paragraph: FlowParagraph): string {
    const { label, isBullet } = paragraph;
    if (!isBullet && (label === null || label === "")) return "";
    // Word prints no bullet before an empty line either, as far as a reader of words is concerned.
    if (isBullet && !hasWords(paragraph)) return "";
    const id = isBullet ? BULLETS : this.#listOf(label ?? "");
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
  }

  #listOf(label: string): number {
    const known = this.#lists.get(label) ?? BULLETS + 1 + this.#lists.size;
    this.#lists.set(label, known);
    return known;
  }

  /** Places that no cell takes become empty cells: Word counts columns from the left. */
  #cells(placed: readonly (FlowCell | Cover)[]): string {
    let at = 0;
    const pieces: string[] = [];
    for (const cell of placed) {
      const isCover = "from" in cell;
      // A cover that another cell overlaps is a slip of the file; a cell is never dropped.
      if (isCover && cell.col < at) continue;
      for (; at < cell.col; at++) pieces.push("<w:tc><w:p/></w:tc>");
      const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : "";
      const merge = isCover ? "<w:vMerge/>" : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : "";
      const content = isCover ? "" : this.blocks(cell.blocks);
      pieces.push(`<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content === "" ? "<w:p/>" : content}</w:tc>`);
      at += cell.colSpan;
    }
    return pieces.join("");
  }
}

/** The id of the list of bullets; the lists of numbers follow. */
const BULLETS = 1;

/** Where a cell of an earlier row reaches down to. */
interface Cover {
  readonly col: number;
  readonly colSpan: number;
  readonly from: number;
  /** The first row that it does not cover. */
  readonly until: number;
}

function coverOf(cell: FlowCell, row: number): Cover {
  return { col: cell.col, colSpan: cell.colSpan, from: row, until: row + cell.rowSpan };
}

function runMarkup({ text, look, note }: FlowRun): string {
  const letters = [
    look.bold ? "<w:b/>" : "",
    look.italic ? "<w:i/>" : "",
    look.strike ? "<w:strike/>" : "",
    look.underline ? '<w:u w:val="single"/>' : "",
    look.size === null ? "" : `<w:sz w:val="${Math.round(look.size * 2)}"/>`,
  ];
  const words =
    note === null ? text.split(/([\t\n])/).map(wordsMarkup) : [`<w:footnoteReference w:id="${note + FIRST_NOTE}"/>`];
  return `<w:r><w:rPr>${letters.join("")}</w:rPr>${words.join("")}</w:r>`;
}

/** Word keeps the first ids of notes for its separators. */
export const FIRST_NOTE = 2;

function wordsMarkup(piece: string): string {
  if (piece === "\t") return "<w:tab/>";
  if (piece === "\n") return "<w:br/>";
  return piece === "" ? "" : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
}

function styleMarkup(name: string, id: string): string {
  const isDefault = id === "S0" ? ' w:default="1"' : "";
  return `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${escaped(`flow ${name}`)}"/></w:style>`;
}

function twentieths(points: number): number {
  return Math.round(Math.max(0, points) * 20);
}

/** Text for an element or an attribute; characters that XML cannot hold are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
