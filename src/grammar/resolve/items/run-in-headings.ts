/** Headings in front of their text on the same line: "FINANCE The treasurer …", "**Green:** …", "Matters arising – …". */

import { subSpan } from "../../line-view.js";
import * as t from "../../tokens.js";
import { NO_BUSINESS, PEOPLE_HEADING, USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { PartContext } from "../context.js";
import type { FlowLine } from "../flow/flow.js";
import { type ItemStart, titleSpan } from "./item-title.js";
import { capitalsTitle, emphasisedTitle, titleBeforeMark } from "./run-in-title.js";

type Form = "capitals" | "emphasis" | "mark";

/** Forms in which a title may stand in front of its text, and how many titles and how many of usual business make them headings. */
const NEEDED: Readonly<Record<Form, { readonly titles: number; readonly usual: number; readonly confidence: number }>> =
  {
    capitals: { titles: 3, usual: 1, confidence: 0.85 },
    emphasis: { titles: 3, usual: 1, confidence: 0.85 },
    mark: { titles: 4, usual: 2, confidence: 0.65 },
  };

const TOKENS = new Set([t.TextLine, t.HeadingLine, t.TitleLine, t.LabelLine, t.OwnerLine]);

interface RunIn {
  readonly title: string;
  readonly form: Form;
}

/** A line that opens with a title, and what is told by its words alone. */
export interface RunInLine extends RunIn {
  readonly entry: FlowLine;
  readonly index: number;
  readonly isUsual: boolean;
}

/** The lines that open with a title of business and go on with its text. */
export function runInLines(context: PartContext): RunInLine[] {
  return context.flow.flatMap((entry, index) => {
    const read = entry.kind === "line" && canHead(context, entry) ? readTitle(entry) : null;
    if (entry.kind !== "line" || read === null || NO_BUSINESS.test(read.title) || PEOPLE_HEADING.test(read.title))
      return [];
    return [{ ...read, entry, index, isUsual: USUAL_BUSINESS.test(read.title) }];
  });
}

/** Usual business in capitals or in other type in front of its text, as it stands among headings with a line of their own: "ADJOURNMENT: The meeting …". */
export function usualRunIns(context: PartContext, lines: readonly RunInLine[]): ItemStart[] {
  return lines.filter(({ isUsual, form }) => isUsual && form !== "mark").map((line) => runInStart(context, line));
}

/** Starts of items whose titles are run in, all in the form of which there are most; none where too few are alike. */
export function runInStarts(context: PartContext, lines: readonly RunInLine[]): ItemStart[] {
  const byForm = (["capitals", "emphasis", "mark"] as const).map((form) => lines.filter((line) => line.form === form));
  const alike = byForm.filter(
    ([first, ...others]) =>
      first !== undefined &&
      others.length + 1 >= NEEDED[first.form].titles &&
      [first, ...others].filter(({ isUsual }) => isUsual).length >= NEEDED[first.form].usual,
  );
  const [best = []] = alike.sort((a, b) => b.length - a.length);
  return best.map((line) => runInStart(context, line));
}

function runInStart(context: PartContext, { entry, index, title, form }: RunInLine): ItemStart {
  const { view } = entry.node;
  const span = titleSpan(context, subSpan(view, 0, view.text.indexOf(title) + title.length));
  return { index, number: null, title: span, parent: null, textStart: span.end, confidence: NEEDED[form].confidence };
}

function canHead(context: PartContext, entry: FlowLine): boolean {
  const { view, reading } = entry.node;
  if (context.consumed.has(entry) || entry.group?.kind === "decision" || entry.group?.kind === "action") return false;
  return (
    TOKENS.has(reading.token) && view.line.style.list !== "bullet" && view.line.cell === null && view.wordCount > 1
  );
}

function readTitle(entry: FlowLine): RunIn | null {
  const { text } = entry.node.view;
  const capitals = capitalsTitle(text);
  if (capitals !== null) return { title: capitals, form: "capitals" };
  const emphasised = emphasisedTitle(entry, 0);
  if (emphasised !== null) return { title: emphasised.replace(/[\s.:–—-]+$/, ""), form: "emphasis" };
  const marked = titleBeforeMark(text);
  return marked !== null && /^\p{Lu}/u.test(marked) ? { title: marked, form: "mark" } : null;
}
