/** Decisions: marked clauses ("RESOLVED: (a) That …"), clauses whose lead-in was lost, sentences that state one, and motions. */

import type { Decision } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { ownClause } from "../../phrases/clause-ends.js";
import { findMovers } from "../../phrases/movers.js";
import { findVote } from "../../phrases/vote.js";
import type { PartContext } from "../context.js";
import type { ItemScope } from "../items/items.js";
import type { Sentence } from "../prose.js";
import { shift, stated, statedText, trimSpan } from "../sourced.js";
import type { Clause } from "./clause.js";
import { electionEntries } from "./elections.js";
import { looseClauses, orphanClause } from "./lost-clauses.js";
import { markedClauses } from "./marked-clauses.js";
import { withMotions } from "./motions.js";
import { outcomes } from "./outcomes.js";
import type { Decided } from "./pending-motion.js";
import { statedDecision } from "./stated-decisions.js";
import { unitsOf } from "./units.js";

/** Decisions of one item (index null: of the words that stand under none), in document order. `prose`: the sentences of its running text. */
export function resolveDecisions(
  context: PartContext,
  scope: Pick<ItemScope, "entries" | "textStart">,
  prose: readonly Sentence[],
  item: number | null,
  isNumbered: boolean,
): Decision[] {
  const clauses = [
    ...markedClauses(context, scope.entries),
    ...looseClauses(scope.entries),
    ...prose.flatMap((sentence) => statedDecision(context, scope.entries, sentence)),
    ...outcomes(scope.entries),
    ...electionEntries(scope.entries),
    ...(isNumbered ? [] : orphanClause(scope.entries)),
  ];
  clauses.sort((a, b) => a.span.start - b.span.start);
  const units = unitsOf(context, scope.entries, scope.textStart);
  const read = new Map<readonly Span[], Evidence>();
  return withMotions(units, withoutOverlaps(clauses)).map((decided) => {
    const evidence = read.get(decided.evidence) ?? readEvidence(context, decided.evidence);
    read.set(decided.evidence, evidence);
    return toDecision(context, decided, evidence, item);
  });
}

/** Who moved something and how the vote went: the clauses of one marker share it. */
interface Evidence {
  readonly movers: ReturnType<typeof firstMovers>;
  readonly vote: ReturnType<typeof firstVote>;
}

function readEvidence(context: PartContext, evidence: readonly Span[]): Evidence {
  return { movers: firstMovers(context, evidence), vote: firstVote(context, evidence) };
}

/** One stretch of words is one decision: the surer reading stays. */
function withoutOverlaps(clauses: readonly Clause[]): Clause[] {
  const kept: Clause[] = [];
  for (const clause of clauses) {
    const last = kept.at(-1);
    if (last === undefined || clause.span.start >= last.span.end) kept.push(clause);
    // "The following were elected:" leads a list whose entries are the decisions.
    else if (clause.rule === "decision/office-list") kept[kept.length - 1] = clause;
    else if (clause.confidence > last.confidence) kept[kept.length - 1] = clause;
  }
  return kept;
}

function toDecision(
  context: PartContext,
  { clause }: Decided,
  { movers, vote }: Evidence,
  item: number | null,
): Decision {
  const joined = /[;,]\s*(?:and|or)\s*$/i.exec(context.source.text.slice(clause.span.start, clause.span.end));
  const whole = { start: clause.span.start, end: clause.span.end - (joined?.[0].length ?? 0) };
  const own = ownClause(context.source.text.slice(whole.start, whole.end));
  const span = trimSpan(context.source, shift(own, whole.start), /[\s;]/);
  const { rule, confidence } = clause;
  const counted = (place: Counted | null) => (place === null ? null : stated(place.count, place.span, "decision/vote"));
  return {
    item,
    kind: stated(clause.kind, span, rule, confidence),
    clause: clause.label === null ? null : stated(clause.label.text, clause.label.span, "decision/clause"),
    text: statedText(context.source, span, rule, confidence) ?? stated("…", span, rule, confidence),
    proposer: statedText(context.source, movers.proposer, "decision/movers"),
    seconder: statedText(context.source, movers.seconder, "decision/movers"),
    votesFor: counted(vote.votesFor),
    votesAgainst: counted(vote.votesAgainst),
    votesAbstained: counted(vote.votesAbstained),
    unanimous: vote.unanimous === null ? null : stated(true as const, vote.unanimous, "decision/vote"),
    result: vote.result === null ? null : stated(vote.result.value, vote.result.span, "decision/vote"),
    span,
  };
}

/** The first proposer and the first seconder that the evidence names: each may stand on a line of its own. */
function firstMovers(context: PartContext, evidence: readonly Span[]) {
  let proposer: Span | null = null;
  let seconder: Span | null = null;
  for (const { start, end } of evidence) {
    const movers = findMovers(context.source.text.slice(start, end));
    proposer ??= movers?.proposer == null ? null : shift(movers.proposer, start);
    seconder ??= movers?.seconder == null ? null : shift(movers.seconder, start);
  }
  return { proposer, seconder };
}

interface Counted {
  readonly count: number;
  readonly span: Span;
}

/** The first counts, unanimity and result that the evidence tells; counts are taken from one place, whose sentences may follow each other ("Ayes: … Nays: none."). */
function firstVote(context: PartContext, evidence: readonly Span[]) {
  const read = ({ start, end }: Span) => ({ start, vote: findVote(context.source.text.slice(start, end)) });
  const votes = evidence.map(read);
  const first = votes.findIndex(({ vote }) => vote.votesFor !== null);
  const counts = first < 0 ? undefined : read(withNext(context, evidence, first));
  const unanimous = votes.find(({ vote }) => vote.unanimous !== null);
  const result = votes.find(({ vote }) => vote.result !== null);
  const place = (found: { count: number; span: Span } | null | undefined): Counted | null =>
    found == null || counts === undefined ? null : { count: found.count, span: shift(found.span, counts.start) };
  return {
    votesFor: place(counts?.vote.votesFor),
    votesAgainst: place(counts?.vote.votesAgainst),
    votesAbstained: place(counts?.vote.votesAbstained),
    unanimous: unanimous?.vote.unanimous == null ? null : shift(unanimous.vote.unanimous, unanimous.start),
    result:
      result?.vote.result == null
        ? null
        : { value: result.vote.result.value, span: shift(result.vote.result.span, result.start) },
  };
}

/** A sentence with those that stand right behind it. */
function withNext(context: PartContext, evidence: readonly Span[], index: number): Span {
  const { start, end } = evidence[index] ?? { start: 0, end: 0 };
  return evidence
    .slice(index + 1)
    .reduce(
      (joined, next) =>
        next.start >= joined.end && /^\s{0,3}$/.test(context.source.text.slice(joined.end, next.start))
          ? { start, end: next.end }
          : joined,
      { start, end },
    );
}
