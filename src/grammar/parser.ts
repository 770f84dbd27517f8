/**
 * The document grammar: it accepts every stream of line tokens, so that no line is ever lost.
 * It groups what belongs together by form alone; `resolve` judges what it means.
 */

import { CstParser } from "chevrotain";
import * as t from "./tokens.js";

class DocumentParser extends CstParser {
  constructor() {
    super(t.TOKENS, { maxLookahead: 1, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  /** document = block* */
  readonly document = this.RULE("document", () => {
    this.MANY(() => this.SUBRULE(this.block));
  });

  /** block = section | decision | action | grid | line */
  readonly block = this.RULE("block", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.section) },
      { ALT: () => this.SUBRULE(this.decision) },
      { ALT: () => this.SUBRULE(this.action) },
      { ALT: () => this.SUBRULE(this.grid) },
      { ALT: () => this.SUBRULE(this.line) },
    ]);
  });

  /**
   * section = LabelLine entry*
   *   "PRESENT" / "A Smith (Chair)" / "B Jones"
   */
  readonly section = this.RULE("section", () => {
    this.CONSUME(t.LabelLine);
    this.MANY(() => this.SUBRULE(this.entry));
  });

  /** entry = EntryLine | grid */
  readonly entry = this.RULE("entry", () => {
    this.OR([{ ALT: () => this.CONSUME(t.EntryLine) }, { ALT: () => this.SUBRULE(this.grid) }]);
  });

  /**
   * decision = DecisionLine ClauseLine*
   *   "RESOLVED:" / "(a) That the report be noted;" / "(b) That …"
   */
  readonly decision = this.RULE("decision", () => {
    this.CONSUME(t.DecisionLine);
    this.MANY(() => this.CONSUME(t.ClauseLine));
  });

  /**
   * action = ActionLine ClauseLine*
   *   "ACTIONS:" / "(a) JS to write to the school"
   */
  readonly action = this.RULE("action", () => {
    this.CONSUME(t.ActionLine);
    this.MANY(() => this.CONSUME(t.ClauseLine));
  });

  /** grid = GridStart row* GridEnd */
  readonly grid = this.RULE("grid", () => {
    this.CONSUME(t.GridStart);
    this.MANY(() => this.SUBRULE(this.row));
    this.CONSUME(t.GridEnd);
  });

  /** row = RowStart cell* RowEnd */
  readonly row = this.RULE("row", () => {
    this.CONSUME(t.RowStart);
    this.MANY(() => this.SUBRULE(this.cell));
    this.CONSUME(t.RowEnd);
  });

  /** cell = CellStart block* CellEnd: the content of a cell follows the same rules as the page. */
  readonly cell = this.RULE("cell", () => {
    this.CONSUME(t.CellStart);
    this.MANY(() => this.SUBRULE(this.block));
    this.CONSUME(t.CellEnd);
  });

  /** line = any line token that begins nothing larger */
  readonly line = this.RULE("line", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.TitleLine) },
      { ALT: () => this.CONSUME(t.TabLine) },
      { ALT: () => this.CONSUME(t.NumberLine) },
      { ALT: () => this.CONSUME(t.NumberedLine) },
      { ALT: () => this.CONSUME(t.HeadingLine) },
      { ALT: () => this.CONSUME(t.ClauseLine) },
      { ALT: () => this.CONSUME(t.OwnerLine) },
      { ALT: () => this.CONSUME(t.CloseLine) },
      { ALT: () => this.CONSUME(t.SignatureLine) },
      { ALT: () => this.CONSUME(t.FurnitureLine) },
      { ALT: () => this.CONSUME(t.BulletLine) },
      { ALT: () => this.CONSUME(t.TextLine) },
      { ALT: () => this.CONSUME(t.TrailerLine) },
      { ALT: () => this.CONSUME(t.EmptyLine) },
    ]);
  });
}

/** One instance serves every document: setting `input` resets it. */
export const documentParser = new DocumentParser();
