/** What an evaluation gathers, document by document. */

import type { MeetingResult } from "./meetings.js";
import type { DocumentScore } from "./score-document.js";
import { Tally } from "./tally.js";
import type { Truth } from "./truth.js";

export interface Family {
  documents: number;
  readonly tally: Tally;
}

/** The counts of all documents so far, together and a layout family. */
export interface Evaluation {
  documents: number;
  /** Documents of which every core fact is right. */
  whole: number;
  readonly total: Tally;
  /** By name of the family, in the order of their first documents. */
  readonly families: Map<string, Family>;
  readonly meetings: MeetingResult[];
}

export function emptyEvaluation(): Evaluation {
  return { documents: 0, whole: 0, total: new Tally(), families: new Map(), meetings: [] };
}

/** Adds one document's counts. */
export function addDocument(evaluation: Evaluation, truth: Truth, { tally, meetings }: DocumentScore): void {
  evaluation.documents++;
  if (tally.isWhole()) evaluation.whole++;
  evaluation.total.merge(tally);
  evaluation.meetings.push(...meetings);
  const name = familyOf(truth);
  const family = evaluation.families.get(name) ?? { documents: 0, tally: new Tally() };
  family.documents++;
  family.tally.merge(tally);
  evaluation.families.set(name, family);
}

/** The family of a document: the one that its truth file names, else its topmost folder. */
export function familyOf(truth: Truth): string {
  return truth.family ?? truth.file.split("/")[0] ?? truth.file;
}
