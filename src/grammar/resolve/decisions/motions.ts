/** Motions put together: who moved, who seconded, what, and the outcome, in whatever order and on however many lines they stand. */

import type { Span } from "../../../model/source.js";
import { readDecision } from "../../phrases/decision.js";
import { type MotionPart, readMotion } from "../../phrases/motion.js";
import { shift } from "../sourced.js";
import type { Clause } from "./clause.js";
import { type Decided, type Group, isListed, type Pending, waiting } from "./pending-motion.js";
import type { Unit } from "./units.js";

/** Gives each clause the movers and votes that stand around it, and makes decisions of motions that were put and of which no marker tells. */
export function withMotions(units: readonly Unit[], clauses: readonly Clause[]): Decided[] {
  return new Assembly(units, clauses).run();
}

class Assembly {
  private readonly groups: Group[] = [];
  private readonly groupAt = new Map<number, Group>();
  private pending: Pending | null = null;
  private current: Group | null = null;
  /** Clauses ("That the pool be shut") whose movers have not been told yet. */
  private said: { readonly texts: Span[]; lastAt: number } | null = null;
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
      if (part?.outcome === "withdrawn" && part.text === null && part.movers !== null) this.drop();
      else if (group !== undefined && !this.isSaidAgain(group, at)) this.enter(group, part, at);
      else if (part !== null && part.text === null) this.attach(unit, part, at);
      else if (this.isSpoken(at)) this.speak(unit, at);
      else if (part !== null) this.open(unit, part, at);
      else this.passOver(at);
    });
    this.close();
    return this.groups
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
    if (pending !== null && at - pending.lastAt <= 1 && !pending.isTold) {
      pending.texts.push(unit.span);
      pending.lastAt = at;
      return;
    }
    this.close();
    if (this.said?.lastAt === at - 1) {
      this.said.texts.push(unit.span);
      this.said.lastAt = at;
    } else this.said = { texts: [unit.span], lastAt: at };
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

  private passOver(at: number): void {
    if (this.pending?.texts.length === 0 && at > this.pending.lastAt) this.pending = null;
  }

  private open(unit: Unit, part: MotionPart, at: number): void {
    const before = this.pending?.texts.length === 0 ? this.pending : null;
    if (before === null) this.close();
    if (part.text === null) return;
    this.current = null;
    this.pending = {
      texts: [shift(part.text, unit.span.start)],
      isTold: true,
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
      if (at - pending.lastAt > 1 && (!part.namesMotion || pending.first.isSuggestion)) return;
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
    const isNear = at - this.currentAt <= 1;
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
    if (part.movers === null && (part.vote.votesFor === null || this.groupAt.get(at + 1) === undefined)) {
      this.alone(unit, at);
      return;
    }
    this.pending = waiting(unit, part, at);
    this.promote(this.pending, at);
  }

  /** Whether movers or an outcome belong to the clauses that were said just before. */
  private isOfSaid(part: MotionPart, at: number): boolean {
    const { said } = this;
    if (said === null || said.lastAt < this.currentAt || this.isSpoken(at + 1)) return false;
    const isFar = part.namesMotion || part.movers?.seconder != null;
    return at - said.lastAt <= (isFar ? 6 : 2);
  }

  /** "… supported the new code. / Proposed AQ, seconded BM": who is moved and seconded decides the sentence before, unless the motion follows. */
  private promote(pending: Pending, at: number): void {
    const next = this.units[at + 1];
    const isDone = pending.hasProposer && pending.hasSeconder && !/:\s*$/.test(this.units[at]?.text ?? "");
    if (!isDone) return;
    const notice = pending.first.namesMotion ? this.noticeBefore(pending.at) : null;
    if (notice !== null) {
      this.pending = { ...pending, texts: [notice] };
      return;
    }
    const before = this.units[pending.at - 1];
    if (before === undefined || this.groupAt.has(pending.at - 1)) return;
    if (next !== undefined && (this.groupAt.has(at + 1) || /^["“'(]*(?:that|to|seconded|motion)\b/i.test(next.text)))
      return;
    const words = before.text.split(/\s+/).length;
    if (words < 5 || readMotion(before.text) !== null || /\b(?:amendment|seconder)\b/i.test(before.text)) return;
    this.pending = null;
    this.decide([before.span], pending, 0.7);
    this.currentAt = at;
  }

  /** The words of a notice of motion, which stand in quotation marks some sentences before its movers. */
  private noticeBefore(at: number): Span | null {
    for (let index = at - 1; index >= Math.max(0, at - 10) && !this.groupAt.has(index); index--) {
      const unit = this.units[index];
      const quote = unit === undefined ? -1 : unit.text.search(/["“](?=[A-Z])/);
      if (unit === undefined || quote < 0 || quote > 120) continue;
      return { start: unit.span.start + quote, end: unit.span.end };
    }
    return null;
  }

  /** An outcome without a motion: "Approved." as the first words under a heading; "… asked for a first aid box. Agreed." is decided with the sentence before it. */
  private alone(unit: Unit, at: number): void {
    if (/^(?:the\s+)?(?:amended\s+)?(?:motion|proposal|vote|amendment)\b/i.test(unit.text)) return;
    const count = unit.text.split(/\s+/).length;
    const phrase = readDecision(unit.text) ?? (at === 0 && count === 1 ? readDecision(`All ${unit.text}`) : null);
    const before = this.units[at - 1];
    const isAnswer =
      before !== undefined && !unit.isFirst && !this.groupAt.has(at - 1) && readMotion(before.text) === null;
    if (isAnswer && /^(?:(?:all|this\s+was|unanimously)\s+)?agreed\b/i.test(unit.text) && count <= 4) {
      const span = { start: before.span.start, end: unit.span.end };
      this.add({ kind: "agreed", label: null, span, rule: "decision/answer", confidence: 0.65, around: unit.span }, [
        unit.span,
      ]);
      return;
    }
    if (phrase === null || (at > 0 && (count < 2 || !unit.isFirst || /^(?:this|that)\b/i.test(unit.text)))) return;
    const { kind, rule, confidence } = phrase;
    const clause: Clause = {
      kind,
      label: null,
      span: unit.span,
      rule,
      confidence: at === 0 ? confidence : 0.6,
      around: unit.span,
    };
    this.add(clause, [unit.span]);
  }

  private close(): void {
    const { pending } = this;
    this.pending = null;
    if (pending === null || pending.texts.length === 0) return;
    const { outcome, first, hasSeconder, texts } = pending;
    const words = this.units[pending.at]?.text ?? "";
    if (outcome === "withdrawn" || (outcome === "lost" && /\bamend(?:ment|ed)\b/i.test(words))) return;
    if (outcome === null && (!hasSeconder || first.isWeak)) return;
    const isLead = (span: Span) => /:\s*$/.test(this.units.find((unit) => unit.span.start === span.start)?.text ?? "");
    this.decide(
      texts.length > 1 ? texts.filter((span) => !isLead(span) && !this.isRemark(span)) : texts,
      pending,
      outcome === null ? 0.75 : 0.9,
    );
  }

  /** "it being noted that …" goes with a motion and decides nothing. */
  private isRemark(span: Span): boolean {
    return /^(?:and\s+)?it\s+being\s+\w+/i.test(this.units.find((unit) => unit.span.start === span.start)?.text ?? "");
  }

  private decide(spans: readonly Span[], { evidence }: Pending, confidence: number): void {
    for (const span of spans) {
      const around = evidence[0] ?? span;
      this.add({ kind: "resolved", label: null, span, rule: "decision/motion", confidence, around }, evidence);
    }
  }

  private add(clause: Clause, evidence: readonly Span[]): void {
    const group: Group = { clauses: [clause], evidence: [...evidence], hasProposer: true };
    this.groups.push(group);
    if (this.pending === null) this.current = group;
  }
}
