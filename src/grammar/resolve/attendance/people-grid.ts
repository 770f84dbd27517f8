/** Tables and columns of people: a row a person, with labels between them. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { CellNode } from "../../ast.js";
import { looksLikePerson, personLikeness, postOrOrganisation, WordsLikeness } from "../../phrases/person.js";
import { type LabelReading, readSectionLabel } from "../../phrases/section-label.js";
import type { PartContext } from "../context.js";
import type { FlowGrid } from "../flow/flow.js";
import type { Rows } from "../flow/grid-columns.js";
import { statedText, trimSpan } from "../sourced.js";
import type { Legend } from "../whole-document.js";
import {
  isPlainMark,
  legendFor,
  type MarkColumn,
  markStatus,
  statusColumns,
  statusInColumns,
} from "./attendance-marks.js";
import { peopleAt, peopleInCell, withCell } from "./people-cells.js";
import { matrixColumn, matrixStatus } from "./people-matrix.js";

export interface GridPeople {
  readonly people: readonly Attendee[];
  /** What lines below the grid go on with. */
  readonly status: AttendanceStatus;
}

/** People of a grid. `status` is that of the label over the grid. Labels in several columns head lists that stand side by side. */
export function peopleInGrid(context: PartContext, entry: FlowGrid, status: AttendanceStatus): GridPeople {
  return new PeopleGrid(context, entry).read(status);
}

/** Reads one grid; what a cell or a column is, is looked up once. */
class PeopleGrid {
  private readonly rows: Rows;
  private readonly labels = new Map<CellNode, LabelReading | null>();
  private readonly nameColumns = new Map<number, boolean>();
  /** The columns of marks over which stands what a mark may be. */
  private readonly keyed: ReadonlySet<number>;

  constructor(
    private readonly context: PartContext,
    private readonly entry: FlowGrid,
  ) {
    this.rows = entry.node.rows.slice(entry.reading.headerRows);
    const head = entry.node.rows.slice(0, entry.reading.headerRows + 1).flat();
    this.keyed = new Set(head.filter(({ text }) => MARK_KEY.test(text)).map(({ cell }) => cell.col));
  }

  read(status: AttendanceStatus): GridPeople {
    const { context, entry, rows } = this;
    const isSideBySide = rows.some((row) => {
      const filled = row.filter(({ text }) => text !== "" && !MARK_KEY.test(text));
      return filled.length >= 2 && filled.every((cell) => this.isLabel(cell) || this.isLoneLabel(cell));
    });
    if (isSideBySide) return this.peopleInColumns(status);
    const legend = legendFor(context, rows);
    const marked = statusColumns(entry, legend);
    if (marked.size > 0) return { people: this.peopleMarked(marked, legend), status };
    const matrix = matrixColumn(context, entry);
    return matrix === null ? this.peopleInRows(rows, status) : { people: this.peopleInMatrix(matrix), status };
  }

  private peopleMarked(marked: ReadonlyMap<number, MarkColumn>, legend: Legend): Attendee[] {
    return this.rows.flatMap((row) => {
      const own = statusInColumns(row, marked, legend);
      const cells = row.filter(({ cell, text }) => !marked.has(cell.col) && text !== "");
      return own === null ? [] : this.peopleInRow(cells, own);
    });
  }

  private peopleInColumns(status: AttendanceStatus): GridPeople {
    const columns = [...Array(this.entry.node.grid.cols).keys()]
      .filter((col) => !this.keyed.has(col))
      .map((col) => {
        // The marks beside the names belong to them.
        const end = this.keyed.has(col + 1) ? col + 1 : col;
        return this.peopleInRows(
          this.rows.map((row) => row.filter(({ cell }) => cell.col >= col && cell.col <= end)),
          status,
        );
      });
    return { people: columns.flatMap(({ people }) => people), status: columns[0]?.status ?? status };
  }

  /** Names with a mark in this meeting's own column; without one the person is not told of. */
  private peopleInMatrix(col: number): Attendee[] {
    return this.rows.flatMap((row) => {
      const mark = row.find(({ cell }) => cell.col === col);
      const status = mark === undefined ? null : matrixStatus(this.context, mark.text);
      return row[0] === undefined || status === null ? [] : peopleInCell(this.context, row[0], status, false);
    });
  }

  private peopleInRows(rows: Rows, status: AttendanceStatus): GridPeople {
    const { context } = this;
    const people: Attendee[] = [];
    const hasLabelColumn = this.isLabelColumn(rows);
    let current = status;
    // The status of those beside an unknown word in the column of labels, and of the rows that go on with them.
    let aside: AttendanceStatus | null = null;
    for (const row of rows) {
      const cells = row.filter(({ text }) => /[\p{L}\d✓✔√✅✗✘❌]/u.test(text));
      const [first, ...others] = cells;
      if (first === undefined || isParticular(first)) continue;
      if (first.cell.col === 0) aside = null;
      const isLabel = this.isLabel(first) || (others.length === 0 && this.isLoneLabel(first));
      const label = isLabel ? this.labelOf(first) : null;
      if (label !== null) {
        current = label.label.status;
        people.push(...peopleBehindLabel(context, first, label.end, current));
        people.push(...this.peopleBeside(others, current));
      } else if (hasLabelColumn && first.cell.col === 0 && !isSurelyPerson(first.text)) {
        // Under "Directors present" and "Directors absent" an unknown word ("Management") heads others who came; a post is its holder's.
        const isPost = postOrOrganisation(first.text) === "role" && !LEADERSHIP.test(first.text);
        const post = isPost ? trimSpan(context.source, first.cell.span) : null;
        if (post === null) aside = "in_attendance";
        const held =
          post === null
            ? this.peopleBeside(others, "in_attendance")
            : others.flatMap((cell) => peopleInCell(context, cell, current, true));
        const role = post === null ? null : statedText(context.source, post, "attendance/row");
        people.push(...held.map((person) => ({ ...person, role: person.role ?? role })));
      } else if (others.length === 0 && isGroupRow(first)) {
        current = current === "apologies" || current === "absent" ? "in_attendance" : current;
      } else people.push(...this.peopleInRow(cells, aside ?? current));
    }
    return { people, status: current };
  }

  /** Beside a label: a person with the post in the next cell, else cells of names; a further label among them ("Chaired by | A Smith | Clerked by | B Jones") tells of those behind it. */
  private peopleBeside(cells: readonly CellNode[], status: AttendanceStatus): Attendee[] {
    const { context } = this;
    const [first] = cells;
    if (cells.length === 2 && first?.lines.length === 1 && isSurelyPerson(first.text))
      return this.peopleInRow(cells, status);
    let own = status;
    return cells.flatMap((cell) => {
      const inner = this.isLabel(cell) ? this.labelOf(cell) : null;
      if (inner === null) return peopleInCell(context, cell, own, true);
      own = inner.label.status;
      return peopleBehindLabel(context, cell, inner.end, own);
    });
  }

  /** Labels down the first column, with the people beside them. */
  private isLabelColumn(rows: Rows): boolean {
    const beside = rows.filter(
      ([first, ...others]) => first?.cell.col === 0 && first.text !== "" && others.some(({ text }) => text !== ""),
    );
    const labels = beside.filter(([first]) => first !== undefined && this.isLabel(first));
    return labels.length >= 2 && labels.length * 2 >= beside.length;
  }

  /** The people of a row: each name and the cells up to the next name. */
  private peopleInRow(cells: readonly CellNode[], status: AttendanceStatus): Attendee[] {
    const [first, ...others] = cells;
    if (first === undefined) return [];
    const isFirstTitled = isTitled(first.text);
    const entries: CellNode[][] = [[first]];
    for (const cell of others) {
      const isName = isLikeName(cell.text, isFirstTitled) && (isTitled(cell.text) || this.isNameColumn(cell.cell.col));
      if (isName) entries.push([cell]);
      else entries.at(-1)?.push(cell);
    }
    return entries.flatMap((own) => this.personOf(own, status));
  }

  private personOf([first, ...others]: readonly CellNode[], status: AttendanceStatus): Attendee[] {
    const { context } = this;
    if (first === undefined) return [];
    const own = this.markIn(others) ?? status;
    const named = peopleInCell(context, first, own, false);
    const person = named[0];
    if (person === undefined || named.length > 1)
      return [...named, ...others.flatMap((cell) => peopleInCell(context, cell, own, false))];
    return [others.reduce((known, cell) => withCell(context, known, cell), person)];
  }

  /** A tick, P, A or "Apologies" in one of the cells beside a name. */
  private markIn(cells: readonly CellNode[]): AttendanceStatus | null {
    for (const { cell, text } of cells) {
      const mark = markStatus(text);
      const isMarkColumn = this.entry.reading.columns.get(cell.col) === "attendance" || this.keyed.has(cell.col);
      if (mark !== null && (isMarkColumn || isPlainMark(text))) return mark;
    }
    return null;
  }

  /** Organisations are told from names by the column as a whole: one of two words looks like a name. */
  private isNameColumn(col: number): boolean {
    const known = this.nameColumns.get(col);
    if (known !== undefined) return known;
    const cells = this.entry.reading.body.cells(col).filter((cell) => !this.isLabel(cell));
    const names = cells.filter(({ text }) => isSurelyPerson(text));
    const isNames = names.length >= Math.max(2, cells.length * 0.7);
    this.nameColumns.set(col, isNames);
    return isNames;
  }

  private isLabel(cell: CellNode): boolean {
    const { text } = cell;
    const isMark = markStatus(text) !== null && !/^(?:present|apologies)\s*:/i.test(text) && cell.cell.col > 0;
    return !isMark && this.labelOf(cell) !== null && !looksLikePerson(text);
  }

  private isLoneLabel(cell: CellNode): boolean {
    return this.labelOf(cell)?.isAlone === true;
  }

  private labelOf(cell: CellNode): LabelReading | null {
    const known = this.labels.get(cell);
    if (known !== undefined) return known;
    const label = readSectionLabel(cell.text);
    this.labels.set(cell, label);
    return label;
  }
}

/** "✓/A", "P/A": over a column of marks, what its cells may hold. */
const MARK_KEY = /^[✓✔√PpXx]?\s?\/\s?(?:Ap?|X|N)$/u;

/** Words for those who run a body, over their names: no post of one. */
const LEADERSHIP = /^(?:the\s+)?(?:executive|leadership|management|governance)(?:\s+team)?\s*:?$/i;

/** A row of one cell that is set apart and no person: the heading of those below. */
function isGroupRow({ lines: [line, ...more] }: CellNode): boolean {
  return (
    line?.view.isSetApart === true &&
    more.length === 0 &&
    personLikeness(line.view.text) < 0.4 &&
    !COUPLE.test(line.view.text)
  );
}

/** "Location:", "Date:": a row of particulars between those of people. */
function isParticular({ text }: CellNode): boolean {
  return /^(?:date|time|location|venue|place|meeting|subject|title|start|end|purpose|next\s.{3,20}|distribution)\b[^:]{0,20}:?$/i.test(
    text,
  );
}

/** "Apologies: A Smith" in one cell. */
function peopleBehindLabel(
  context: PartContext,
  { lines: [head, ...lines] }: CellNode,
  length: number,
  status: AttendanceStatus,
): Attendee[] {
  if (head === undefined) return [];
  const rest = { start: Math.min(head.view.span.end, head.view.span.start + length), end: head.view.span.end };
  return [rest, ...lines.map((line) => line.view.span)].flatMap((span) => peopleAt(context, span, status, true));
}

/** "Ken & Jane Smith". */
const COUPLE = /^\p{Lu}[\p{L}.]*\s+(?:&|and)\s+\p{Lu}[\p{L}.]*\s+\p{Lu}[\p{L}’'-]+$/u;

/** Written like the first name of the row: with a title where that has one, else unmistakably a name. Wards and posts are two capitalised words as well. */
function isLikeName(text: string, isFirstTitled: boolean): boolean {
  return (isFirstTitled ? isTitled(text) : isSurelyPerson(text)) || COUPLE.test(text);
}

function isTitled(text: string): boolean {
  return personLikeness(text.split(/[,(]|\s[-–]\s/, 1)[0] ?? "") >= 1;
}

function isSurelyPerson(text: string): boolean {
  const likeness = new WordsLikeness(text);
  if (likeness.head === "role" && likeness.person < 0.9) return false;
  return likeness.person >= 0.65 && likeness.person > likeness.organisation;
}
