import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface DocumentCstNode extends CstNode {
  name: "document";
  children: DocumentCstChildren;
}

export type DocumentCstChildren = {
  block?: BlockCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  section?: SectionCstNode[];
  decision?: DecisionCstNode[];
  action?: ActionCstNode[];
  grid?: GridCstNode[];
  line?: LineCstNode[];
};

export interface SectionCstNode extends CstNode {
  name: "section";
  children: SectionCstChildren;
}

export type SectionCstChildren = {
  LabelLine: IToken[];
  entry?: EntryCstNode[];
};

export interface EntryCstNode extends CstNode {
  name: "entry";
  children: EntryCstChildren;
}

export type EntryCstChildren = {
  EntryLine?: IToken[];
  grid?: GridCstNode[];
};

export interface DecisionCstNode extends CstNode {
  name: "decision";
  children: DecisionCstChildren;
}

export type DecisionCstChildren = {
  DecisionLine: IToken[];
  ClauseLine?: IToken[];
};

export interface ActionCstNode extends CstNode {
  name: "action";
  children: ActionCstChildren;
}

export type ActionCstChildren = {
  ActionLine: IToken[];
  ClauseLine?: IToken[];
};

export interface GridCstNode extends CstNode {
  name: "grid";
  children: GridCstChildren;
}

export type GridCstChildren = {
  GridStart: IToken[];
  row?: RowCstNode[];
  GridEnd: IToken[];
};

export interface RowCstNode extends CstNode {
  name: "row";
  children: RowCstChildren;
}

export type RowCstChildren = {
  RowStart: IToken[];
  cell?: CellCstNode[];
  RowEnd: IToken[];
};

export interface CellCstNode extends CstNode {
  name: "cell";
  children: CellCstChildren;
}

export type CellCstChildren = {
  CellStart: IToken[];
  block?: BlockCstNode[];
  CellEnd: IToken[];
};

export interface LineCstNode extends CstNode {
  name: "line";
  children: LineCstChildren;
}

export type LineCstChildren = {
  TitleLine?: IToken[];
  TabLine?: IToken[];
  NumberLine?: IToken[];
  NumberedLine?: IToken[];
  HeadingLine?: IToken[];
  ClauseLine?: IToken[];
  OwnerLine?: IToken[];
  CloseLine?: IToken[];
  SignatureLine?: IToken[];
  FurnitureLine?: IToken[];
  BulletLine?: IToken[];
  TextLine?: IToken[];
  TrailerLine?: IToken[];
  EmptyLine?: IToken[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  document(children: DocumentCstChildren, param?: IN): OUT;
  block(children: BlockCstChildren, param?: IN): OUT;
  section(children: SectionCstChildren, param?: IN): OUT;
  entry(children: EntryCstChildren, param?: IN): OUT;
  decision(children: DecisionCstChildren, param?: IN): OUT;
  action(children: ActionCstChildren, param?: IN): OUT;
  grid(children: GridCstChildren, param?: IN): OUT;
  row(children: RowCstChildren, param?: IN): OUT;
  cell(children: CellCstChildren, param?: IN): OUT;
  line(children: LineCstChildren, param?: IN): OUT;
}
