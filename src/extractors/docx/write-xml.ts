/** What is shown → the plain WordprocessingML that mammoth reads, with what mammoth would lose (numbers, bullets, gaps, indents, tabs) written into the text. */

import type { LetterStyle } from "./letters.js";
import { listMark } from "./list-marks.js";
import { TAB, withoutMarkCharacters, writeMark } from "./marks.js";
import type { ListMark, Numbering } from "./numbering.js";
import type { ShownBlock, ShownParagraph, ShownRun, ShownTable } from "./shown.js";
import { inherit, type ParagraphLook, type StyleSheet } from "./style-sheet.js";

export interface WritingContext {
  readonly styles: StyleSheet;
  /** Counts the lists of the part, and apart from it those of its text boxes. */
  readonly numbering: Numbering;
  readonly boxNumbering: Numbering;
  /** Labels of which a number's format is not known are added here. */
  readonly unresolved: string[];
}

/** The content of a body. */
export function writeBlocks(blocks: readonly ShownBlock[], context: WritingContext): string {
  let previous: ShownParagraph | null = null;
  let isAfterEmpty = false;
  const pieces: string[] = [];
  for (const block of blocks) {
    const written = block.type === "table" ? writeTable(block, context) : writeParagraph(block, previous, context);
    // Many empty paragraphs part words no more than one does.
    if (!isAfterEmpty || written !== EMPTY) pieces.push(written);
    isAfterEmpty = written === EMPTY;
    previous = block.type === "paragraph" ? block : null;
  }
  return pieces.join("");
}

const EMPTY = "<w:p/>";

/** A paragraph of these very characters. */
export function writePlain(text: string): string {
  return `<w:p><w:r>${writeText(text)}</w:r></w:p>`;
}

function writeTable(table: ShownTable, context: WritingContext): string {
  const rows = table.rows.map((row) => {
    const head = row.isHeader ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    const cells = row.cells.map((cell) => {
      const merged = cell.isContinued ? "<w:vMerge/>" : "";
      const properties = `<w:tcPr><w:gridSpan w:val="${cell.colSpan}"/>${merged}</w:tcPr>`;
      return `<w:tc>${properties}${writeBlocks(cell.blocks, context)}</w:tc>`;
    });
    return `<w:tr>${head}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

function writeParagraph(paragraph: ShownParagraph, previous: ShownParagraph | null, context: WritingContext): string {
  const mark = listMark(paragraph, paragraph.isBoxed ? context.boxNumbering : context.numbering);
  if (mark?.kind === "label" && !mark.isSure) context.unresolved.push(mark.label);
  const id = paragraph.style.ids[0];
  const named =
    id === undefined || !context.styles.names.has(id) ? "" : `<w:pPr><w:pStyle w:val="${escapeXml(id)}"/></w:pPr>`;
  const hasLabel = mark?.kind === "label" && mark.label !== "";
  const first = hasLabel || hasWords(paragraph.runs) ? writeStart(paragraph, previous, mark, context.styles) : "";
  const runs = paragraph.runs.map((run) => writeRun(run, paragraph.style.isOfContents));
  return runs.length === 0 && first === "" ? EMPTY : `<w:p>${named}${first}${runs.join("")}</w:p>`;
}

/** The mark, and the printed number if there is one, looking like the paragraph's words. */
function writeStart(
  paragraph: ShownParagraph,
  previous: ShownParagraph | null,
  mark: ListMark | null,
  styles: StyleSheet,
): string {
  const look = lookOf(paragraph, styles);
  const label = mark?.kind === "label" && mark.label !== "" ? mark.label + mark.gap : "";
  const text = writeMark({
    list: mark?.kind === "bullet" ? "bullet" : label === "" ? null : "number",
    isAfterGap: previous !== null && isGapBetween(previous, paragraph, styles),
    indent: Math.round((paragraph.own.left ?? mark?.left ?? look.left ?? 0) / 20),
    heading: look.outline !== null && look.outline < 6 ? look.outline + 1 : null,
    size: usualSize(paragraph.runs),
  });
  return `<w:r>${writeLetters(commonLetters(paragraph.runs))}${writeText(text + label)}</w:r>`;
}

function lookOf({ own, style }: ShownParagraph, styles: StyleSheet): ParagraphLook {
  return inherit(own, inherit(style.look, styles.paragraphDefaults));
}

const EMPHASES = [
  ["bold", "<w:b/>"],
  ["italic", "<w:i/>"],
  ["underline", '<w:u w:val="single"/>'],
  ["strike", "<w:strike/>"],
] as const;

/** The lines of a table of contents stay lines: the tab before the page is no column. */
function writeRun({ text, signs, letters }: ShownRun, isOfContents: boolean): string {
  const pieces = withoutMarkCharacters(text)
    .replaceAll("\t", isOfContents ? " " : TAB)
    .split(/(\n)/)
    .map((piece) =>
      piece === "\n"
        ? "<w:br/>"
        : signs === null
          ? writeText(piece)
          : [...piece].map((sign) => writeSign(sign, signs)).join(""),
    );
  return `<w:r>${writeLetters(letters)}${pieces.join("")}</w:r>`;
}

/** Letters of a font of signs; mammoth knows what they show. They stand at their code or in the private use area (F000 to F0FF). */
function writeSign(sign: string, font: string): string {
  const code = sign.charCodeAt(0);
  if (code <= 32 || sign === TAB) return writeText(sign);
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return writeText(sign);
  const hex = (code & 0xff).toString(16).toUpperCase().padStart(2, "0");
  return `<w:sym w:font="${escapeXml(font)}" w:char="F0${hex}"/>`;
}

function writeLetters(letters: LetterStyle): string {
  const set = EMPHASES.filter(([kind]) => letters[kind] === true).map(([, element]) => element);
  return set.length === 0 ? "" : `<w:rPr>${set.join("")}</w:rPr>`;
}

function writeText(text: string): string {
  return text === "" ? "" : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

/** Control characters are not allowed in XML, not even as references. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}

function hasWords(runs: readonly ShownRun[]): boolean {
  return runs.some((run) => /\S/.test(run.text));
}

/** A number is bold where all words of its paragraph are. */
function commonLetters(runs: readonly ShownRun[]): LetterStyle {
  const all = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const every = (kind: "bold" | "italic" | "underline" | "strike") =>
    all.length > 0 && all.every((run) => run.letters[kind] === true);
  return {
    bold: every("bold"),
    italic: every("italic"),
    underline: every("underline"),
    strike: every("strike"),
    hidden: null,
    size: null,
  };
}

/** Font size in points of most letters. */
function usualSize(runs: readonly ShownRun[]): number | null {
  const letters = new Map<number, number>();
  for (const { text, letters: look } of runs) {
    if (look.size !== null) letters.set(look.size, (letters.get(look.size) ?? 0) + text.trim().length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : most[0] / 2;
}

/** Space of this many twentieths of a point is seen as a gap. */
const VISIBLE_GAP = 80;

function isGapBetween(above: ShownParagraph, below: ShownParagraph, styles: StyleSheet): boolean {
  const [upper, lower] = [lookOf(above, styles), lookOf(below, styles)];
  const isSameStyle = above.style.ids[0] === below.style.ids[0];
  const before = lower.isContextual === true && isSameStyle ? 0 : (lower.before ?? 0);
  const after = upper.isContextual === true && isSameStyle ? 0 : (upper.after ?? 0);
  return Math.max(before, after) >= VISIBLE_GAP;
}
