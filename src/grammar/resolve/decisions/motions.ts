/** Motions put together: who moved, who seconded, what, and the outcome, in whatever order and on however many lines they stand. */

import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { type MotionPart, readMotion } from "../../phrases/motion.js";
import { shift } from "../sourced.js";
import type { Clause } from "./clause.js";
import type { Unit } from "./units.js";

/** A clause with all the sentences that tell of its movers and its vote. */
export interface Decided {
  readonly clause: Clause;
  readonly evidence: readonly Span[];
}

/** Clauses of one marker, or one sentence. */
interface Group {
  readonly clauses: Clause[];
  readonly evidence: Span[];
  hasProposer: boolean;
}

interface Pending {
  /** What is moved; null while only its movers are known. */
  readonly text: Span | null;
  readonly first: MotionPart;
  readonly evidence: Span[];
  readonly at: number;
  lastAt: number;
  hasProposer: boolean;
  hasSeconder: boolean;
  outcome: MotionPart["outcome"];
}

/** Gives each clause the movers and votes that stand around it, and makes decisions of motions that were put and of which no marker tells. */
export function withMotions(units: readonly Unit[], clauses: readonly Clause[]): Decided[] {
  return new Assembly(units, clauses).run();
}

class Assembly {
  private readonly groups: Group[] = [];
  private readonly groupAt = new Map<number, Group>();
  private pending: Pending | null = null;
  private current: Group | null = null;
  private currentAt = -1;

  constructor(
    private readonly units: readonly Unit[],
    clauses: readonly Clause[],
  ) {
    let at = 0;
    for (const clause of clauses) {
      const { around } = clause;
      let group = this.groups.at(-1);
      const shared = group?.clauses[0]?.around;
      if (group === undefined || shared?.start !== around.start || shared.end !== around.end) {
        group = { clauses: [], evidence: [around], hasProposer: false };
        this.groups.push(group);
      }
      group.clauses.push(clause);
      while (at < units.length && (units[at]?.span.end ?? 0) <= around.start) at++;
      for (let index = at; (units[index]?.span.start ?? Number.POSITIVE_INFINITY) < around.end; index++)
        if (!this.groupAt.has(index)) this.groupAt.set(index, group);
    }
  }

  run(): Decided[] {
    this.units.forEach((unit, at) => {
      const group = this.groupAt.get(at);
      const part = readMotion(unit.text);
      if (group !== undefined) this.enter(group, part, at);
      else if (part === null) this.passOver(at);
      else if (part.text !== null) this.open(unit, part, at);
      else this.attach(unit, part, at);
    });
    this.close();
    return this.groups
      .flatMap(({ clauses, evidence }) => clauses.map((clause) => ({ clause, evidence })))
      .sort((one, other) => one.clause.span.start - other.clause.span.start);
  }

  private enter(group: Group, part: MotionPart | null, at: number): void {
    if (group !== this.current) {
      const { pending } = this;
      const isOf =
        pending !== null &&
        (pending.text === null || (pending.first.isNomination && group.clauses[0]?.kind === "elected")) &&
        at - pending.lastAt <= 1;
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

  private passOver(at: number): void {
    if (this.pending !== null && this.pending.text === null && at > this.pending.lastAt) this.pending = null;
  }

  private open(unit: Unit, part: MotionPart, at: number): void {
    const before = this.pending !== null && this.pending.text === null ? this.pending : null;
    if (before === null) this.close();
    if (part.text === null) return;
    this.current = null;
    this.pending = {
      text: shift(part.text, unit.span.start),
      first: part,
      evidence: [...(before?.evidence ?? []), unit.span],
      at,
      lastAt: at,
      hasProposer: part.movers?.proposer != null || before?.hasProposer === true,
      hasSeconder: part.movers?.seconder != null || before?.hasSeconder === true,
      outcome: part.outcome ?? before?.outcome ?? null,
    };
  }

  /** A sentence of movers or votes alone goes with the motion before it, else with the decision before it, else it waits for one. */
  private attach(unit: Unit, part: MotionPart, at: number): void {
    const { pending, current } = this;
    const isNewMover = part.movers?.proposer != null;
    if (pending !== null && !(isNewMover && pending.hasProposer)) {
      if (at - pending.lastAt > 1 && !part.namesMotion) return;
      pending.evidence.push(unit.span);
      pending.lastAt = at;
      pending.hasProposer ||= isNewMover;
      pending.hasSeconder ||= part.movers?.seconder != null;
      pending.outcome ??= part.outcome;
      if (pending.text === null) this.promote(pending, at);
      return;
    }
    const isNear = at - this.currentAt <= 1;
    if (current !== null && (isNear || part.namesMotion) && !(isNewMover && current.hasProposer)) {
      current.evidence.push(unit.span);
      current.hasProposer ||= isNewMover;
      if (isNear) this.currentAt = at;
      return;
    }
    this.close();
    if (part.movers === null) {
      this.alone(unit, at);
      return;
    }
    this.pending = {
      text: null,
      first: part,
      evidence: [unit.span],
      at,
      lastAt: at,
      hasProposer: isNewMover,
      hasSeconder: part.movers.seconder !== null,
      outcome: part.outcome,
    };
    this.promote(this.pending, at);
  }

  /** "… supported the new code. / Proposed AQ, seconded BM": who is moved and seconded decides the sentence before, unless the motion follows. */
  private promote(pending: Pending, at: number): void {
    const before = this.units[pending.at - 1];
    const next = this.units[at + 1];
    const isDone = pending.hasProposer && pending.hasSeconder;
    if (!isDone || before === undefined || this.groupAt.has(pending.at - 1)) return;
    if (next !== undefined && (this.groupAt.has(at + 1) || /^(?:that|to|seconded|motion)\b/i.test(next.text))) return;
    const words = before.text.split(/\s+/).length;
    if (words < 5 || readMotion(before.text) !== null) return;
    this.pending = null;
    this.decide(before.span, pending, 0.7);
  }

  /** "Approved unanimously." as the first words under a heading, or as a line of its own. */
  private alone(unit: Unit, at: number): void {
    const phrase = at === 0 || unit.isFirst ? readDecision(unit.text) : null;
    if (phrase === null || unit.text.split(/\s+/).length < 2 || (at > 0 && /^(?:this|that)\b/i.test(unit.text))) return;
    const clause: Clause = { ...phrase, label: null, span: shift(phrase.text, unit.span.start), around: unit.span };
    this.add({ ...clause, confidence: at === 0 ? clause.confidence : 0.6 }, [unit.span]);
  }

  private close(): void {
    const { pending } = this;
    this.pending = null;
    if (pending?.text == null) return;
    const { outcome, first, hasSeconder } = pending;
    const words = this.units[pending.at]?.text ?? "";
    if (outcome === "withdrawn" || (outcome === "lost" && /\bamend(?:ment|ed)\b/i.test(words))) return;
    if (outcome === null && (!hasSeconder || first.isWeak)) return;
    this.decide(pending.text, pending, outcome === null ? 0.75 : 0.9);
  }

  private decide(span: Span, { evidence }: Pending, confidence: number): void {
    const around = evidence[0] ?? span;
    this.add({ kind: "resolved", label: null, span, rule: "decision/motion", confidence, around }, evidence);
  }

  private add(clause: Clause, evidence: readonly Span[]): void {
    const group: Group = { clauses: [clause], evidence: [...evidence], hasProposer: true };
    this.groups.push(group);
    if (this.pending === null && clause.rule !== "decision/motion") this.current = group;
  }
}
