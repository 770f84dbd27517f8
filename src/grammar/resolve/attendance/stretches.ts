/** One line may hold several lists: "Present: A Smith, B Jones. Apologies: C Brown. In attendance: D White (Clerk)". */

import type { SourceText, Span } from "../../../model/source.js";
import { type LabelReading, readSectionLabel } from "../../phrases/section-label.js";
import { LABEL_START, type SectionLabel } from "../../vocabulary/sections.js";

/** Words of people under one label. */
export interface Stretch {
  /** Null for the words in front of the first label of the line. */
  readonly label: SectionLabel | null;
  /** The words of the label. */
  readonly labelSpan: Span | null;
  readonly span: Span;
}

/** Labels are no longer than this. */
const REACH = 160;

/** Cuts the words at a span wherever another label begins. */
export function stretchesOf(source: SourceText, span: Span): Stretch[] {
  const text = source.text.slice(span.start, span.end);
  const stretches: Stretch[] = [];
  let open: Omit<Stretch, "span"> & { start: number } = { label: null, labelSpan: null, start: 0 };
  const close = (end: number) => {
    const { start, ...rest } = open;
    if (start < end || rest.label !== null)
      stretches.push({ ...rest, span: { start: span.start + start, end: span.start + Math.max(start, end) } });
  };
  for (const place of [0, ...[...text.matchAll(LABEL_START)].map((match) => match.index)]) {
    if (place < open.start || (place === 0 && stretches.length > 0)) continue;
    const found = readSectionLabel(text.slice(place, place + REACH));
    if (found === null || !isInnerLabel(found, text, place)) continue;
    close(place);
    const labelSpan = { start: span.start + place, end: span.start + place + found.wordsEnd };
    open = { label: found.label, labelSpan, start: place + found.end };
  }
  close(text.length);
  return stretches;
}

function isInnerLabel({ mark, label, isAlone }: LabelReading, text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - 12), place).trimEnd();
  const isBehindStop = before === "" || /[.;)\]]$/.test(before);
  if (mark === "colon") return !/(?:\bthe|\bof|\band|&|[-–—(])$/i.test(before);
  // Behind a name without a mark only what tells of coming or staying away parts the list.
  if (isAlone) return false;
  if (mark === "none") return label.role === null && !/[,(&]$|\band$/i.test(before);
  return mark === "dash" && isBehindStop && label.role === null && label.isSubgroup === undefined && before !== "";
}
