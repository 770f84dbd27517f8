/** What holds inside a group of rich text: each `{` copies it, each `}` takes it back. */

import { type FlowLook, PLAIN_LOOK } from "../office/flow.js";

/** Where the words of a group go. */
export type Destination =
  | "text"
  | "skip"
  | "label"
  | "instruction"
  | "fonts"
  | "styles"
  | "info"
  | "info-value"
  | "row"
  | "both-texts";

export interface ParagraphState {
  readonly style: number | null;
  readonly left: number;
  readonly before: number;
  readonly after: number;
  readonly isContextual: boolean;
  /** Level from 1 as the paragraph itself says. */
  readonly outline: number | null;
  /** Whether it is an entry of a list, whose number the file may or may not print. */
  readonly isInList: boolean;
  readonly isInTable: boolean;
  /** Depth of tables as stated; 0 where it is not. */
  readonly depth: number;
}

export interface GroupState {
  readonly destination: Destination;
  readonly look: FlowLook;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly font: number | null;
  /** How many bytes follow a `\u` for programs that do not know it. */
  readonly fallback: number;
  readonly paragraph: ParagraphState;
  /** The last name of a group of values: `title`, `creatim`. */
  readonly name: string;
  /** The field around, with its instruction as far as it is read. */
  readonly field: { instruction: string } | null;
}

export const PLAIN_PARAGRAPH: ParagraphState = {
  style: null,
  left: 0,
  before: 0,
  after: 0,
  isContextual: false,
  outline: null,
  isInList: false,
  isInTable: false,
  depth: 0,
};

/** Letters as `\plain` sets them: 12 points, nothing else. */
export const PLAIN_LETTERS = {
  look: { ...PLAIN_LOOK, size: 12 },
  isHidden: false,
  isDeleted: false,
  font: null,
} as const;

export const FIRST_STATE: GroupState = {
  destination: "text",
  ...PLAIN_LETTERS,
  fallback: 1,
  paragraph: PLAIN_PARAGRAPH,
  name: "",
  field: null,
};

/** How deep in tables a paragraph of this state stands. */
export function depthOf({ paragraph }: GroupState): number {
  return paragraph.isInTable ? Math.max(1, paragraph.depth) : paragraph.depth;
}
