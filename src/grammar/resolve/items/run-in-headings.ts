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

/** Usual business in capitals or in other type in front of its text, as it stands among headings with a line of their own: "ADJOURNMENT: The meeting …". */
export function usualRunIns(context: PartContext): ItemStart[] {
  return context.flow.flatMap((entry, index) => {
    const read = entry.kind === "line" && canHead(context, entry) ? readTitle(entry) : null;
    if (entry.kind !== "line" || read === null || read.form === "mark" || !USUAL_BUSINESS.test(read.title)) return [];
    return NO_BUSINESS.test(read.title) || PEOPLE_HEADING.test(read.title)
      ? []
      : [runInStart(context, entry, index, read)];
  });
}

function runInStart(
  context: PartContext,
  { node: { view } }: FlowLine,
  index: number,
  { title, form }: RunIn,
): ItemStart {
  const span = titleSpan(context, subSpan(view, 0, view.text.indexOf(title) + title.length));
  return { index, number: null, title: span, parent: null, textStart: span.end, confidence: NEEDED[form].confidence };
}

interface RunIn {
  readonly title: string;
  readonly form: Form;
}

/** Starts of items whose titles are run in, all in the form of which there are most; none where too few are alike. */
export function runInStarts(context: PartContext): ItemStart[] {
  const found: Record<Form, ItemStart[]> = { capitals: [], emphasis: [], mark: [] };
  const usual: Record<Form, number> = { capitals: 0, emphasis: 0, mark: 0 };
  context.flow.forEach((entry, index) => {
    if (entry.kind !== "line" || !canHead(context, entry)) return;
    const read = readTitle(entry);
    if (read === null || NO_BUSINESS.test(read.title) || PEOPLE_HEADING.test(read.title)) return;
    if (USUAL_BUSINESS.test(read.title)) usual[read.form]++;
    found[read.form].push(runInStart(context, entry, index, read));
  });
  const forms = (["capitals", "emphasis", "mark"] as const).filter(
    (form) => found[form].length >= NEEDED[form].titles && usual[form] >= NEEDED[form].usual,
  );
  const best = forms.sort((a, b) => found[b].length - found[a].length)[0];
  return best === undefined ? [] : found[best];
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
