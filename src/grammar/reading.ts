/** What a line was read as: the token, and what the rule that chose it found. */

import type { TokenType } from "chevrotain";
import type { DecisionKind, PartKind } from "../model/minutes.js";
import type { Span } from "../model/source.js";
import type { ItemNumber } from "./phrases/item-number.js";
import type { SectionLabel } from "./vocabulary/sections.js";

/** A line's reading: the token, the rule that chose it, and what the rule found. */
export interface Reading {
  readonly token: TokenType;
  /** Name of the rule, as `explain` shows it. */
  readonly rule: string;
  readonly number: ItemNumber | null;
  readonly label: SectionLabel | null;
  readonly decision: DecisionKind | null;
  readonly partKind: PartKind | null;
  /** The words behind the number, label or marker; the whole line where there is none. */
  readonly rest: Span;
}
