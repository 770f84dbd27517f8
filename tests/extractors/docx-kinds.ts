/** A document whose automatic numbers are of every kind that LibreOffice prints as Word does. */

import {
  listDefinition,
  listLevel,
  listOf,
  makeDocx,
  paragraphStyle,
  startAt,
  wordCell,
  wordParagraph,
  wordRow,
  wordRun,
  wordTable,
} from "./docx-builder.js";

/** Lists by name, each with a number of its own; those of one definition share it. */
const LISTS = {
  minutes: 1,
  restarted: 2,
  legal: 3,
  replaced: 4,
  appended: 5,
  deepFirst: 6,
  headings: 7,
  linkedStyle: 8,
  linked: 9,
  table: 10,
  tracked: 11,
  spaced: 12,
} as const;

/** Formats of numbers, with the value that the list starts at and what is printed. */
const FORMATS = [
  ["decimal", 43, "43"],
  ["decimalZero", 9, "09"],
  ["decimalZero", 10, "10"],
  ["lowerLetter", 26, "z"],
  ["lowerLetter", 27, "aa"],
  ["upperLetter", 53, "AAA"],
  ["lowerRoman", 44, "xliv"],
  ["upperRoman", 19, "XIX"],
  ["ordinal", 22, "22nd"],
  ["ordinal", 112, "112th"],
  ["ordinalText", 21, "Twenty-first"],
  ["cardinalText", 100, "One hundred"],
  ["chicago", 6, "††"],
] as const;

const FIRST_FORMAT = 20;

const MINUTES =
  listLevel(0, "decimal", "%1.", '<w:start w:val="43"/>') +
  listLevel(1, "decimal", "%1.%2") +
  listLevel(2, "lowerLetter", "(%3)") +
  listLevel(3, "lowerRoman", "%1.%2%3(%4)");

const NUMBERING = [
  listDefinition(0, MINUTES),
  listDefinition(1, listLevel(0, "upperRoman", "%1.") + listLevel(1, "decimal", "Part %2 of %1:")),
  listDefinition(
    2,
    listLevel(0, "decimal", "%1.") + listLevel(1, "decimal", "%1.%2") + listLevel(2, "lowerLetter", "%3)"),
  ),
  listDefinition(
    3,
    listLevel(0, "decimal", "%1.", '<w:start w:val="1"/><w:pStyle w:val="Item"/>') +
      listLevel(1, "decimal", "%1.%2", '<w:start w:val="1"/><w:pStyle w:val="Clause"/>'),
  ),
  `<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="Register"/>${listLevel(0, "upperLetter", "%1.")}${listLevel(1, "decimal", "%1%2")}</w:abstractNum>`,
  '<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Register"/></w:abstractNum>',
  listDefinition(6, listLevel(0, "decimal", "%1.")),
  listDefinition(7, listLevel(0, "decimal", "%1.")),
  listDefinition(8, listLevel(0, "decimal", "Item %1", '<w:start w:val="1"/><w:suff w:val="space"/>')),
  ...FORMATS.map(([format, start], index) =>
    listDefinition(FIRST_FORMAT + index, listLevel(0, format, "%1:", `<w:start w:val="${start}"/>`)),
  ),
  listOf(LISTS.minutes, 0),
  listOf(LISTS.restarted, 0, startAt(0, 7)),
  listOf(LISTS.legal, 1),
  listOf(LISTS.replaced, 1, startAt(0, 4, listLevel(0, "lowerLetter", "Schedule %1", '<w:start w:val="4"/>'))),
  listOf(LISTS.appended, 0),
  listOf(LISTS.deepFirst, 2),
  listOf(LISTS.headings, 3),
  listOf(LISTS.linkedStyle, 4),
  listOf(LISTS.linked, 5),
  listOf(LISTS.table, 6),
  listOf(LISTS.tracked, 7),
  listOf(LISTS.spaced, 8),
  ...FORMATS.map((_, index) => listOf(FIRST_FORMAT + index, FIRST_FORMAT + index)),
].join("");

const inList = (level: number, numId: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  paragraphStyle("Item", inList(0, LISTS.headings)),
  paragraphStyle("Clause", inList(1, LISTS.headings)),
  paragraphStyle("Important clause", "", "<w:b/>", "Clause"),
  paragraphStyle("Unnumbered", '<w:numPr><w:numId w:val="0"/></w:numPr>', "", "Item"),
  `<w:style w:type="numbering" w:styleId="Register"><w:name w:val="Register"/><w:pPr><w:numPr><w:numId w:val="${LISTS.linkedStyle}"/></w:numPr></w:pPr></w:style>`,
].join("");

type Kind = readonly [xml: string, printed: readonly string[]];

function entry(list: keyof typeof LISTS, level: number, label: string): Kind {
  const text = `${list} at ${level}`;
  return [wordParagraph(text, { numId: LISTS[list], level }), [`${label} ${text}`]];
}

function styled(style: string, label: string, more: { numId?: number } = {}): Kind {
  const text = `styled as ${style}`;
  return [wordParagraph(text, { style, ...more }), [label === "" ? text : `${label} ${text}`]];
}

const TABLE: Kind = [
  wordTable(
    [1, 2].map((row) =>
      wordRow([1, 2].map((col) => wordCell(wordParagraph(`cell ${row}${col}`, { numId: LISTS.table, level: 0 })))),
    ),
  ),
  ["1. cell 11", "2. cell 12", "3. cell 21", "4. cell 22"],
];

const INSERTED: Kind = [
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${LISTS.tracked}"/><w:ins w:id="1" w:author="A"/></w:numPr><w:rPr><w:ins w:id="2" w:author="A"/></w:rPr><w:pPrChange w:id="3" w:author="A"><w:pPr>${inList(0, LISTS.minutes)}</w:pPr></w:pPrChange></w:pPr><w:ins w:id="4" w:author="A">${wordRun("inserted")}</w:ins></w:p>`,
  ["2. inserted"],
];

const WRAPPED: Kind = [
  `<w:sdt><w:sdtPr/><w:sdtContent>${wordParagraph("in a control", { numId: LISTS.tracked, level: 0 })}</w:sdtContent></w:sdt>`,
  ["3. in a control"],
];

const KINDS: readonly Kind[] = [
  ...FORMATS.map(
    ([format, , printed], index): Kind => [
      wordParagraph(format, { numId: FIRST_FORMAT + index, level: 0 }),
      [`${printed}: ${format}`],
    ],
  ),
  entry("minutes", 0, "43."),
  entry("minutes", 1, "43.1"),
  entry("minutes", 2, "(a)"),
  entry("minutes", 3, "43.1a(i)"),
  entry("minutes", 2, "(b)"),
  entry("minutes", 1, "43.2"),
  entry("minutes", 2, "(a)"),
  [wordParagraph("Words between."), ["Words between."]],
  entry("minutes", 0, "44."),
  entry("minutes", 1, "44.1"),
  entry("restarted", 0, "7."),
  entry("restarted", 1, "7.1"),
  entry("restarted", 0, "8."),
  entry("appended", 0, "9."),
  entry("minutes", 0, "10."),
  entry("legal", 0, "I."),
  entry("legal", 1, "Part 1 of I:"),
  entry("replaced", 0, "Schedule d"),
  entry("replaced", 0, "Schedule e"),
  entry("legal", 0, "VI."),
  entry("deepFirst", 2, "a)"),
  entry("deepFirst", 1, "1.2"),
  entry("deepFirst", 0, "2."),
  entry("deepFirst", 2, "a)"),
  entry("deepFirst", 2, "b)"),
  styled("Item", "1."),
  styled("Clause", "1.1"),
  styled("Important clause", "1.2"),
  styled("Unnumbered", ""),
  styled("Item", "", { numId: 0 }),
  styled("Item", "2."),
  styled("Clause", "2.1"),
  entry("linkedStyle", 0, "A."),
  entry("linked", 0, "B."),
  entry("linked", 1, "B1"),
  entry("linkedStyle", 0, "C."),
  TABLE,
  entry("table", 0, "5."),
  [wordParagraph("", { numId: LISTS.table, level: 0 }), ["6."]],
  entry("table", 0, "7."),
  entry("tracked", 0, "1."),
  INSERTED,
  WRAPPED,
  entry("tracked", 0, "4."),
  entry("spaced", 0, "Item 1"),
];

/** What is printed, line by line. */
export const PRINTED = KINDS.flatMap(([, printed]) => printed);

/** The document. */
export async function numberedKinds(): Promise<Buffer> {
  const body = KINDS.map(([xml]) => xml).join("");
  return makeDocx({ body, numbering: NUMBERING, styles: STYLES });
}
