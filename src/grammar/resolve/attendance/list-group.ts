/** Headings inside a list of people: the organisation or the kind of those below ("Officers", "Harbour Trust (HT)", "Representatives of …"). */

import type { Span } from "../../../model/source.js";
import { personLikeness, WordsLikeness } from "../../phrases/person.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import * as t from "../../tokens.js";
import type { SectionLabel } from "../../vocabulary/sections.js";
import type { PartContext } from "../context.js";
import { entryAfter, entryBefore, type FlowEntry, type FlowLine } from "../flow/flow.js";
import type { ListShape } from "./list-shape.js";
import { isRun } from "./name-run.js";
import { isPersonLine } from "./people-line.js";

export interface ListGroup {
  /** What those below are, where a word of labels says it. */
  readonly label: SectionLabel | null;
  /** Whom those below are from. */
  readonly organisation: Span | null;
}

const REPRESENTATIVES = /^(?:representatives?\s+(?:of|from|for)|representing|from|for)\s+(?:the\s+)?(.+?)\s*:?$/i;

/** The group that a line inside a list opens; null where it is an entry, or no part of the list. */
export function groupAt(
  context: PartContext,
  index: number,
  shape: ListShape,
  head: FlowEntry | undefined,
): ListGroup | null {
  const entry = context.flow[index];
  const after = entryAfter(context.flow, index);
  if (entry?.kind !== "line" || after === undefined || !mayHead(entry, head)) return null;
  if (!isListed(after)) return null;
  const { text, span } = entry.node.view;
  const label = readSectionLabel(text);
  if (label?.isAlone === true) return { label: label.label, organisation: null };
  const words = text.replace(/\s*:$/, "");
  const whole = { start: span.start, end: span.start + words.length };
  const represented = REPRESENTATIVES.exec(text)?.[1];
  if (represented !== undefined) {
    const start = span.start + text.indexOf(represented, text.length - represented.length - 2);
    return { label: null, organisation: { start, end: start + represented.length } };
  }
  if (isBareAmongDetailed(entry, after, shape)) return { label: null, organisation: whole };
  if (isPersonLine(entry)) return null;
  const likeness = new WordsLikeness(words);
  const isSetApart = entry.node.view.isSetApart || text.endsWith(":");
  if (likeness.organisation > likeness.person && (likeness.organisation >= 0.6 || isSetApart))
    return { label: null, organisation: likeness.head === "role" ? null : whole };
  // Any words over bullets, in a list of bullets.
  const isOverBullets =
    after.kind === "line" &&
    after.node.reading.token === t.BulletLine &&
    entry.node.reading.token !== t.BulletLine &&
    entryBefore(context.flow, index)?.kind === "line" &&
    likeness.person < 0.5;
  const isKind = isOverBullets || (likeness.head === "role" && /s$/i.test(words) && !DETAIL.test(words));
  return isKind ? { label: null, organisation: null } : null;
}

/** "Portal" above "A Smith, Director", where every entry says more: one word that is no given name, or words set apart from the entries. */
function isBareAmongDetailed(entry: FlowLine, after: FlowEntry, shape: ListShape): boolean {
  if (!shape.isDetailed || after.kind !== "line" || !DETAIL.test(after.node.view.text)) return false;
  const { text, wordCount, isSetApart } = entry.node.view;
  if (DETAIL.test(text) || !/^\p{Lu}/u.test(text)) return false;
  if (isSetApart && !after.node.view.isSetApart) return wordCount <= 6 && personLikeness(text) < 0.9;
  return wordCount === 1 && personLikeness(text) < 0.6;
}

/** What an entry says beside a name. */
const DETAIL = /[,(]|\s[-–]\s/;

/** A line of few words, set apart or plain; a heading of the page's own only below that of the list. */
function mayHead(entry: FlowLine, head: FlowEntry | undefined): boolean {
  const { view, reading } = entry.node;
  if (view.wordCount > 10 || /[.;,]$/.test(view.text) || reading.number !== null) return false;
  if (![t.TextLine, t.HeadingLine, t.OwnerLine, t.BulletLine].includes(reading.token)) return false;
  if (view.line.style.heading === null) return true;
  const outer = head?.kind === "line" ? head.node.view.line.style.heading : null;
  return outer !== null && view.line.style.heading > outer;
}

function isListed(after: FlowEntry): boolean {
  if (after.kind === "grid") return after.reading.use === "people";
  return isPersonLine(after) || isRun(after.node.view.text, false);
}
