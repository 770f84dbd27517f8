/** Motions put together: who moved, who seconded, what, and the outcome, in whatever order and on however many lines they stand. */

import type { Span } from "../../../model/source.js";
import { type MotionPart, readMotion } from "../../phrases/motion.js";
import { shift } from "../sourced.js";
import type { Clause } from "./clause.js";
import { type ClauseGroups, groupClauses } from "./clause-groups.js";
import { loneOutcome } from "./lone-outcomes.js";
import { noticeBefore, sentenceBefore } from "./moved-before.js";
import {
  type Decided,
  decidedBy,
  type Group,
  isListed,
  type Moved,
  type Pending,
  told,
  waiting,
} from "./pending-motion.js";
import type { Unit } from "./units.js";

/** Gives each clause the movers and votes that stand around it, and makes decisions of motions that were put and of which no marker tells. */
export function withMotions(units: readonly Unit[], clauses: readonly Clause[]): Decided[] {
  return new Assembly(units, clauses).run();
}

/** Reads the sentences in order; at any time at most one motion is open. */
class Assembly {
  private readonly clauses: ClauseGroups;
  private pending: Pending | null = null;
  private current: Group | null = null;
  /** Clauses ("That the pool be shut") whose movers have not been told yet. */
  private said: { readonly texts: Moved[]; lastAt: number } | null = null;
  private currentAt = -1;

  constructor(
    private readonly units: readonly Unit[],
    clauses: readonly Clause[],
  ) {
    this.clauses = groupClauses(units, clauses);
  }

  run(): Decided[] {
    this.units.forEach((unit, at) => {
      const group = this.clauses.groupAt.get(at);
      const part = readMotion(unit.text);
      if (part?.outcome === "withdrawn" && part.text === null && part.movers !== null) this.drop();
      else if (group !== undefined && !this.isSaidAgain(group, at)) this.enter(group, part, at);
      else if (part !== null && part.text === null) this.attach(unit, part, at);
      else if (this.isSpoken(at)) this.speak(unit, at);
      else if (part !== null) this.open(unit, part, at);
      else this.passOver(unit, at);
    });
    this.close();
    return this.clauses.groups
      .flatMap(({ clauses, evidence }) => clauses.map((clause) => ({ clause, evidence })))
      .sort((one, other) => one.clause.span.start - other.clause.span.start);
  }

  /** The words of a motion: "That …" or "To …" at the start of a line, the entries of a list under "That the Council:", or whatever stands behind "Moved by A, seconded by B:". */
  private isSpoken(at: number): boolean {
    const unit = this.units[at];
    if (unit === undefined || !unit.isFirst) return false;
    if (/^["“'(]*that\b/i.test(unit.text)) return true;
    if (/^["“'(]*to\b/i.test(unit.text) && readMotion(unit.text) === null) return true;
    const before = this.units[at - 1];
    if (before === undefined) return false;
    const isAfterMovers =
      this.pending?.texts.length === 0 && this.pending.lastAt === at - 1 && /:\s*$/.test(before.text);
    const isUnderLead = this.isSpeakingAt(at - 1) && /(?::|;|,|\band)\s*$/i.test(before.text);
    return isAfterMovers || isUnderLead || (this.isSpeakingAt(at - 1) && isListed(unit) && isListed(before));
  }

  private isSpeakingAt(at: number): boolean {
    return (
      this.said?.lastAt === at ||
      (this.pending !== null && this.pending.texts.length > 0 && this.pending.lastAt === at && !this.pending.isTold)
    );
  }

  /** A clause that was read without its lead-in is the motion of the movers before it. */
  private isSaidAgain(group: Group, at: number): boolean {
    const words = this.units[at]?.text ?? "";
    const isLost = group.clauses.every(
      ({ rule }) => rule === "decision/lost-lead-in" || (rule === "decision/passive" && /\bbe\b/i.test(words)),
    );
    const isOf = isLost && this.pending !== null && this.pending.lastAt === at - 1 && !this.pending.isTold;
    if (isOf) group.clauses.length = 0;
    return isOf;
  }

  private speak(unit: Unit, at: number): void {
    const { pending } = this;
    const moved = { span: unit.span, sentence: unit.text };
    if (pending !== null && at - pending.lastAt <= 1 && !pending.isTold) {
      pending.texts.push(moved);
      pending.lastAt = at;
      return;
    }
    this.close();
    if (this.said?.lastAt === at - 1) {
      this.said.texts.push(moved);
      this.said.lastAt = at;
    } else this.said = { texts: [moved], lastAt: at };
  }

  private enter(group: Group, part: MotionPart | null, at: number): void {
    if (group !== this.current) {
      const { pending } = this;
      const isOf =
        pending !== null &&
        (pending.texts.length === 0 ||
          (pending.first.isNomination && group.clauses[0]?.kind === "elected") ||
          (pending.isTold && /^decision\/(?:marked|inline)/.test(group.clauses[0]?.rule ?? ""))) &&
        at - pending.lastAt <= (pending.isTold ? 4 : 1);
      if (isOf) {
        group.evidence.unshift(...pending.evidence);
        group.hasProposer = pending.hasProposer;
        this.pending = null;
      }
      this.close();
      this.current = group;
    }
    if (part?.movers?.proposer != null) group.hasProposer = true;
    this.currentAt = at;
  }

  /** A motion that is told with its end ("… died for lack of a second") leaves nothing. */
  private drop(): void {
    this.close();
    this.current = null;
    this.said = null;
  }

  /** What tells nothing of a motion: movers wait through a preamble, and a list goes with the motion that leads it. */
  private passOver(unit: Unit, at: number): void {
    const { pending } = this;
    if (pending === null) return;
    const isNext = pending.lastAt === at - 1;
    const last = pending.texts.at(-1);
    if (last === undefined) {
      if (isNext && PREAMBLE.test(unit.text)) pending.lastAt = at;
      else this.pending = null;
    } else if (isNext && pending.isTold && isListed(unit) && /:\s*$/.test(last.sentence)) {
      // "… moved to approve it with these conditions:" takes the conditions with it.
      pending.texts[pending.texts.length - 1] = { ...last, span: { start: last.span.start, end: unit.span.end } };
      pending.lastAt = at;
    }
  }

  private open(unit: Unit, part: MotionPart, at: number): void {
    const before = this.pending?.texts.length === 0 ? this.pending : null;
    if (before === null) this.close();
    if (part.text === null) return;
    this.current = null;
    this.pending = told(unit, part, shift(part.text, unit.span.start), at, before);
  }

  /** A sentence of movers or votes alone goes with the motion before it, else with the decision before it, else it waits for one. */
  private attach(unit: Unit, part: MotionPart, at: number): void {
    const { pending, current } = this;
    const isNewMover = part.movers?.proposer != null;
    if (pending !== null && !(isNewMover && pending.hasProposer)) {
      if (at - pending.lastAt > 1) {
        if (!part.namesMotion || pending.first.isSuggestion) return;
        if (isNewMover) this.reachTo(pending, at - 1);
      }
      pending.evidence.push(unit.span);
      pending.lastAt = at;
      pending.hasProposer ||= isNewMover;
      pending.hasSeconder ||= part.movers?.seconder != null;
      pending.outcome ??= part.outcome;
      if (pending.texts.length === 0) this.promote(pending, at);
      return;
    }
    if (this.isOfSaid(part, at)) {
      this.pending = { ...waiting(unit, part, at), texts: this.said?.texts ?? [] };
      this.said = null;
      this.current = null;
      return;
    }
    const isNear = at - this.currentAt <= 1 && !this.leadsNext(at);
    if (
      current !== null &&
      (isNear || (part.namesMotion && part.movers === null)) &&
      !(isNewMover && current.hasProposer)
    ) {
      current.evidence.push(unit.span);
      current.hasProposer ||= isNewMover;
      if (isNear) this.currentAt = at;
      return;
    }
    this.close();
    if (part.movers === null && (part.vote.votesFor === null || this.clauses.groupAt.get(at + 1) === undefined)) {
      const clause = loneOutcome(this.units, this.clauses, at);
      if (clause !== null) this.add(clause, [unit.span]);
      return;
    }
    this.pending = waiting(unit, part, at);
    this.promote(this.pending, at);
  }

  /** "A motion was made that a fence be put up. It would be green. M/S Quill/Marl": in a paragraph the motion goes on until its movers are told. */
  private reachTo(pending: Pending, at: number): void {
    const last = pending.texts.at(-1);
    const unit = this.units[at];
    if (last === undefined || unit === undefined || !pending.isTold || pending.first.movers !== null) return;
    if (this.units[pending.lastAt]?.line !== unit.line) return;
    pending.texts[pending.texts.length - 1] = { ...last, span: { start: last.span.start, end: unit.span.end } };
  }

  /** "On the proposal of A / Seconded by B / It was agreed to …": movers without a full stop go on into the decision below them. */
  private leadsNext(at: number): boolean {
    const [unit, next] = [this.units[at], this.units[at + 1]];
    if (unit === undefined || next === undefined || /[.!]\s*$/.test(unit.text) || !next.isFirst) return false;
    if (this.clauses.groupAt.has(at + 1)) return /^(?:and\s+)?it\s+was\b/i.test(next.text);
    const part = readMotion(next.text);
    return part?.text === null && part.movers !== null && this.leadsNext(at + 1);
  }

  /** Whether movers or an outcome belong to the clauses that were said just before. */
  private isOfSaid(part: MotionPart, at: number): boolean {
    const { said } = this;
    if (said === null || said.lastAt < this.currentAt || this.isSpoken(at + 1)) return false;
    const isFar = part.namesMotion || part.movers?.seconder != null;
    return at - said.lastAt <= (isFar ? 6 : 2);
  }

  /** Who is moved and seconded decides a notice of motion or the sentence before, unless the motion follows. */
  private promote(pending: Pending, at: number): void {
    const isDone = pending.hasProposer && pending.hasSeconder && !/:\s*$/.test(this.units[at]?.text ?? "");
    if (!isDone) return;
    const notice = pending.first.namesMotion ? noticeBefore(this.units, this.clauses, pending.at) : null;
    if (notice !== null) {
      this.pending = { ...pending, texts: [notice] };
      return;
    }
    const before = sentenceBefore(this.units, this.clauses, pending.at, at);
    if (before === null) return;
    this.pending = null;
    this.decide([before.span], pending, 0.7);
    this.currentAt = at;
  }

  private close(): void {
    const { pending } = this;
    this.pending = null;
    if (pending === null) return;
    const { spans, confidence } = decidedBy(pending);
    this.decide(spans, pending, confidence);
  }

  private decide(spans: readonly Span[], { evidence }: Pending, confidence: number): void {
    for (const span of spans) {
      const around = evidence[0] ?? span;
      this.add({ kind: "resolved", label: null, span, rule: "decision/motion", confidence, around }, evidence);
    }
  }

  private add(clause: Clause, evidence: readonly Span[]): void {
    const group: Group = { clauses: [clause], evidence: [...evidence], hasProposer: true };
    this.clauses.groups.push(group);
    if (this.pending === null) this.current = group;
  }
}

/** "WHEREAS the hall is old; and" stands between movers and what they move. */
const PREAMBLE = /^["“'(]*(?:and\s+)?whereas\b/i;
