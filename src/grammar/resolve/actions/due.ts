/** By when a task is to be done. */

import type { Sourced } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { findDates } from "../../phrases/date.js";
import type { PartContext } from "../context.js";
import { shift, stated, statedText } from "../sourced.js";

const BY =
  /\b(?:by|before|no\s+later\s+than|due(?:\s+(?:on|by))?|deadline(?:\s+of)?|in\s+time\s+for|not\s+later\s+than|until)\s+(?=(?:the\s+)?(?:next|end|close|week|mon|tue|wed|thu|fri|sat|sun|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\d|asap|end\s+of|start|beginning|spring|summer|autumn|winter|christmas|easter|following))[^.;,)]{2,60}/i;

export interface Due {
  readonly date: Sourced<string> | null;
  readonly text: Sourced<string> | null;
}

/** The due date in a task's own words; a relative one ("by the next meeting") stays as written. */
export function dueOf(context: PartContext, task: Span): Due {
  const text = context.source.text.slice(task.start, task.end);
  const match = BY.exec(text);
  if (match === null) return { date: null, text: null };
  const span = { start: task.start + match.index, end: task.start + match.index + match[0].trimEnd().length };
  const date = findDates(match[0])[0];
  return {
    date: date === undefined ? null : stated(date.date, shift(date.span, span.start), "action/due"),
    text: statedText(context.source, span, "action/due"),
  };
}

/** The due date of a cell that holds little else. */
export function dueOfCell(context: PartContext, span: Span): Due {
  const text = context.source.text.slice(span.start, span.end);
  const date = findDates(text)[0];
  return {
    date: date === undefined ? null : stated(date.date, shift(date.span, span.start), "action/due-cell"),
    text: statedText(context.source, span, "action/due-cell"),
  };
}
