/** Tokens of the first tier: what a line is by its looks and words, and where cells begin and end. Hand-made: no lexer could see bold, columns or cells. */

import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { Grid, GridCell } from "../model/source.js";
import type { LineView } from "./line-view.js";
import type { Reading } from "./reading.js";

const lineToken = (name: string, categories: TokenType[] = []) => createToken({ name, pattern: Lexer.NA, categories });

/** Any line that may stand in a list of people or clauses. */
export const EntryLine = lineToken("EntryLine");

export const TitleLine = lineToken("TitleLine");
export const TabLine = lineToken("TabLine");
export const LabelLine = lineToken("LabelLine");
export const NumberLine = lineToken("NumberLine");
export const NumberedLine = lineToken("NumberedLine");
export const HeadingLine = lineToken("HeadingLine");
export const DecisionLine = lineToken("DecisionLine");
export const ClauseLine = lineToken("ClauseLine");
export const ActionLine = lineToken("ActionLine");
export const OwnerLine = lineToken("OwnerLine", [EntryLine]);
export const CloseLine = lineToken("CloseLine");
export const SignatureLine = lineToken("SignatureLine");
export const FurnitureLine = lineToken("FurnitureLine");
export const BulletLine = lineToken("BulletLine", [EntryLine]);
export const TextLine = lineToken("TextLine", [EntryLine]);
export const TrailerLine = lineToken("TrailerLine");
export const EmptyLine = lineToken("EmptyLine");

export const GridStart = lineToken("GridStart");
export const RowStart = lineToken("RowStart");
export const CellStart = lineToken("CellStart");
export const CellEnd = lineToken("CellEnd");
export const RowEnd = lineToken("RowEnd");
export const GridEnd = lineToken("GridEnd");

const LINE_TOKENS: readonly TokenType[] = [
  TitleLine,
  TabLine,
  LabelLine,
  NumberLine,
  NumberedLine,
  HeadingLine,
  DecisionLine,
  ClauseLine,
  ActionLine,
  OwnerLine,
  CloseLine,
  SignatureLine,
  FurnitureLine,
  BulletLine,
  TextLine,
  TrailerLine,
  EmptyLine,
];

export const TOKENS: TokenType[] = [
  EntryLine,
  ...LINE_TOKENS,
  GridStart,
  RowStart,
  CellStart,
  CellEnd,
  RowEnd,
  GridEnd,
];

export interface LinePayload {
  readonly type: "line";
  readonly view: LineView;
  readonly reading: Reading;
}

export interface GridPayload {
  readonly type: "grid";
  readonly grid: Grid;
}

export interface CellPayload {
  readonly type: "cell";
  readonly cell: GridCell;
}

/** What a token stands for. Chevrotain's `payload` is untyped: it is set and read here alone. */
type Payload = LinePayload | GridPayload | CellPayload | null;

export function makeToken(tokenType: TokenType, span: { start: number; end: number }, payload: Payload): IToken {
  return {
    image: tokenType.name,
    startOffset: span.start,
    endOffset: span.end - 1,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
    payload,
  };
}

export function lineOf(token: IToken): LinePayload {
  const payload = token.payload as Payload;
  if (payload?.type !== "line") throw new Error(`${token.tokenType.name} carries no line`);
  return payload;
}

export function gridOf(token: IToken): Grid {
  const payload = token.payload as Payload;
  if (payload?.type !== "grid") throw new Error(`${token.tokenType.name} carries no grid`);
  return payload.grid;
}

export function cellOf(token: IToken): GridCell {
  const payload = token.payload as Payload;
  if (payload?.type !== "cell") throw new Error(`${token.tokenType.name} carries no cell`);
  return payload.cell;
}
