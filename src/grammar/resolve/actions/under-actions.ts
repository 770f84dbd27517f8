/** Entries of lists that no marker opens: below a heading that speaks of actions, behind a handle, or where a known name bids. */

import type { Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import * as t from "../../tokens.js";
import { TASK_VERBS } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { readMarkedTask } from "./marked-task.js";
import { areOwners, onlyOwners } from "./owners.js";

const LISTED: ReadonlySet<unknown> = new Set([t.BulletLine, t.TextLine, t.NumberedLine]);

/** "@rowens: draft the policy", and under a heading that speaks of actions "Jonty: test the bench – done". */
export function isListedTask(
  context: PartContext,
  entry: FlowLine,
  people: readonly Attendee[],
  isUnderActions: boolean,
  isSpoken: boolean,
): boolean {
  const { reading, view } = entry.node;
  if (!LISTED.has(reading.token)) return false;
  const isNumbered = reading.token === t.NumberedLine;
  if (isNumbered && (view.isSetApart || !isUnderActions)) return false;
  if (!isNumbered && HANDLE.test(view.text)) return true;
  if (!isNumbered && !isSpoken && isBiddenByName(context, view.span, people)) return true;
  if (!isUnderActions) return false;
  const { owners, task } = readMarkedTask(context, isNumbered ? reading.rest : view.span, people);
  const [first] = owners;
  if (first === undefined || !areOwners(context.source.text, owners, people, EVERY.test(view.text))) return false;
  // Among paragraphs only "Ron – heater timer" is an entry of the list; "Ron: bought it" reports.
  const isInFront = first.end <= task.start;
  const words = context.source.text.slice(task.start, task.end);
  return (reading.token !== t.TextLine || (isInFront && view.wordCount <= 25)) && !(isInFront && REPORTS.test(words));
}

const HANDLE = /^(?:\[[ xX]?\]\s*)?@[\w-]+(?:\s*(?:,|and|&)\s*@[\w-]+)*\s*(?::|to\s|will\s|[–—-]\s)/;
const EVERY = /^(?:\d+[.)]\s*)?(?:all|everyone|everybody)\b/i;
const REPORTS = /^(?:has|have|had|was|were|is|are|did|done|completed?|reported|\p{Ll}{2,}(?<!ne)ed)\b/u;

/** Which entries stand below a line that speaks of actions, up to the next heading. */
export function stretchesOfActions(entries: readonly FlowEntry[]): readonly boolean[] {
  let isWithin = false;
  return entries.map((entry, index) => {
    if (entry.kind !== "line") {
      isWithin = false;
      return false;
    }
    const { reading, view } = entry.node;
    const isHead = index === 0 || view.isSetApart || reading.token === t.HeadingLine || /:\s*$/.test(view.text);
    if (!isHead || view.text === "" || reading.token === t.BulletLine) return isWithin;
    isWithin = view.wordCount <= 10 && /\b(?:actions?|jobs|tasks|to[- ]dos?)\b/i.test(view.text);
    return false;
  });
}

const SPOKEN = /^([^:]{2,40}):\s+(\S+)\s/;

/** Whether the lines tell who said what: "Theo: the order isn't stable". */
export function isTranscript(entries: readonly FlowEntry[]): boolean {
  return entries.some((entry) => {
    if (entry.kind !== "line" || entry.node.reading.token === t.ActionLine || entry.node.view.wordCount < 4)
      return false;
    const match = /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)?:\s+(\S+)\s/u.exec(entry.node.view.text);
    return match !== null && !TASK_VERBS.has(match[1] ?? "") && entry.node.reading.token !== t.LabelLine;
  });
}

/** "LD: take the letter to the printer": a known name, a colon, and a verb of doing. */
function isBiddenByName(context: PartContext, span: Span, people: readonly Attendee[]): boolean {
  const text = context.source.text.slice(span.start, span.end);
  const match = SPOKEN.exec(text);
  if (match === null || !TASK_VERBS.has(match[2] ?? "")) return false;
  const owners = onlyOwners(context, { start: span.start, end: span.start + (match[1] ?? "").length }, people, 5);
  return owners !== null && areOwners(context.source.text, owners, people, false);
}
