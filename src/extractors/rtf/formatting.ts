/** Control words that change how words look and how paragraphs stand. */

import type { FlowLook } from "../office/flow.js";
import { type GroupState, type ParagraphState, PLAIN_LETTERS, PLAIN_PARAGRAPH } from "./state.js";
import { UNDERLINES } from "./words.js";

/** The state after a control word of letters or paragraphs; null where it is none. */
export function formatted(state: GroupState, word: string, param: number | null): GroupState | null {
  const isOn = param !== 0;
  const look = (more: Partial<FlowLook>): GroupState => ({ ...state, look: { ...state.look, ...more } });
  const paragraph = (more: Partial<ParagraphState>): GroupState => ({
    ...state,
    paragraph: { ...state.paragraph, ...more },
  });
  const points = (param ?? 0) / 20;
  if (UNDERLINES.has(word)) return look({ underline: isOn });
  switch (word) {
    case "plain":
      return { ...state, ...PLAIN_LETTERS };
    case "b":
      return look({ bold: isOn });
    case "i":
      return look({ italic: isOn });
    case "ulnone":
      return look({ underline: false });
    case "strike":
    case "striked":
      return look({ strike: isOn });
    case "fs":
      return look({ size: (param ?? 24) / 2 });
    case "v":
      return { ...state, isHidden: isOn };
    case "deleted":
      return { ...state, isDeleted: isOn };
    case "f":
      return { ...state, font: param };
    case "uc":
      return { ...state, fallback: Math.min(16, Math.max(0, param ?? 1)) };
    case "pard":
      return { ...state, paragraph: PLAIN_PARAGRAPH };
    case "s":
      return paragraph({ style: param });
    case "li":
    case "lin":
      return paragraph({ left: points });
    case "sb":
      return paragraph({ before: points });
    case "sa":
      return paragraph({ after: points });
    case "contextualspace":
      return paragraph({ isContextual: isOn });
    case "outlinelevel":
      return paragraph({ outline: param === null || param > 8 ? null : param + 1 });
    case "ls":
      return paragraph({ isInList: isOn && param !== null });
    case "intbl":
      return paragraph({ isInTable: isOn });
    case "itap":
      return paragraph({ depth: Math.max(0, param ?? 0) });
    default:
      return null;
  }
}
