/** Reports and other papers of a pack: they have a title and a place, and no meeting of their own. */

import type { Part } from "../../model/minutes.js";
import type { SourceText } from "../../model/source.js";
import { type LineNode, linesOf } from "../ast.js";
import { findDates } from "../phrases/date.js";
import * as t from "../tokens.js";
import { BODY_WORDS } from "../vocabulary/bodies.js";
import type { PartDraft } from "./parts.js";
import { statedText } from "./sourced.js";

export function resolveReport(source: SourceText, draft: PartDraft): Part {
  const lines = draft.nodes.flatMap((node) => linesOf([node])).filter((line) => line.view.text !== "");
  const title = titleOf(lines);
  return {
    kind: draft.kind,
    title: title === null ? null : statedText(source, title.view.span, "report/title"),
    body: null,
    organisation: null,
    date: null,
    startTime: null,
    endTime: null,
    venue: null,
    chair: null,
    status: null,
    attendance: [],
    items: [],
    decisions: [],
    actions: [],
    tables: [],
    nextMeetings: [],
    span: { start: lines[0]?.view.line.span.start ?? 0, end: lines.at(-1)?.view.line.span.end ?? source.text.length },
  };
}

/** The first line that is neither a tab page, a date nor the body's name. */
function titleOf(lines: readonly LineNode[]): LineNode | null {
  const title = lines.slice(0, 12).find((line) => {
    const { text } = line.view;
    if (
      line.reading.token === t.TabLine ||
      /^item\s*:?\s*\d*[a-z]?$/i.test(text) ||
      line.reading.token === t.NumberLine
    )
      return false;
    return findDates(text).length === 0 && !(BODY_WORDS.test(text) && line.view.wordCount <= 6);
  });
  return title ?? lines[0] ?? null;
}
