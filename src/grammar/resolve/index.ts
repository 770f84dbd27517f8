/** AST → what the minutes say. All judgement is here, and all diagnostics. */

import type { Diagnostic, Parsed } from "../../model/diagnostic.js";
import type { Action, Decision, Item, Minutes, Part, PartKind } from "../../model/minutes.js";
import type { SourceText, Span } from "../../model/source.js";
import { type BlockNode, type LineNode, linesOf, wordedLines } from "../ast.js";
import * as t from "../tokens.js";
import { resolveActions } from "./actions/actions.js";
import { withNextMeeting } from "./actions/due.js";
import { actionsInFlatLog } from "./actions/flat-log.js";
import { resolveAttendance } from "./attendance/attendance.js";
import { apologiesInItems } from "./attendance/sentences.js";
import { makeReport, type PartContext } from "./context.js";
import { resolveDecisions } from "./decisions/decisions.js";
import { toFlow } from "./flow/flow.js";
import { findChair } from "./header/chair.js";
import { resolveHeader } from "./header/header.js";
import { resolveNextMeetings } from "./header/next-meetings.js";
import { resolveAgendaItems } from "./items/agenda-items.js";
import { type ItemsFound, resolveItems } from "./items/items.js";
import { withOcrConfidence } from "./ocr-confidence.js";
import { isOtherLanguage, judgePaper } from "./paper-kind.js";
import { type PartDraft, splitParts } from "./parts.js";
import { proseSentences } from "./prose.js";
import { reconcile } from "./reconcile.js";
import { resolveReport } from "./report.js";
import { resolveTables } from "./tables.js";
import { WholeDocument } from "./whole-document.js";

export function resolve(source: SourceText, nodes: readonly BlockNode[]): Parsed<Minutes> {
  const diagnostics: Diagnostic[] = [];
  const isTrailer = (node: BlockNode): node is LineNode => node.kind === "line" && node.reading.token === t.TrailerLine;
  const trailer = nodes.filter(isTrailer);
  const judged = splitParts(nodes.filter((node) => !isTrailer(node))).map((draft) => withKind(draft, diagnostics));
  const drafts = withOwnAnnexes(judged);
  if (!drafts.some(({ kind }) => MEETING_KINDS.has(kind))) {
    diagnostics.push({
      code: "document/no-minutes",
      span: null,
      message: "nothing in the text looks like minutes, an agenda or an action log",
    });
  }
  const document = new WholeDocument(source);
  const parts = drafts.map((draft) => resolvePart(document, source, draft, trailer, diagnostics));
  const named = withBodyOfPack(parts);
  for (const part of named) reconcile(part, makeReport(diagnostics));
  return { value: { parts: withOcrConfidence(source, named) }, diagnostics };
}

/** Papers of one pack that do not name their body are of the body that the pack named before. */
function withBodyOfPack(parts: readonly Part[]): Part[] {
  const first = parts.findIndex(({ body }) => body !== null);
  const named = parts[first]?.body ?? null;
  if (named === null) return [...parts];
  const body: Part["body"] = { ...named, basis: "derived", rule: "header/body-of-pack", confidence: 0.8 };
  return parts.map((part, index) => {
    const isPaper = part.kind === "report" || part.kind === "other";
    return index <= first || part.body !== null || isPaper ? part : { ...part, body };
  });
}

const MEETING_KINDS: ReadonlySet<PartKind> = new Set(["minutes", "agenda", "action_log"]);

/** What a part is called is one sign of what it is: an agenda on which the minutes are written is minutes, and a letter in a folder of minutes a letter. */
function withKind(draft: PartDraft, diagnostics: Diagnostic[]): PartDraft {
  const lines = wordedLines(draft.nodes);
  if (isOtherLanguage(lines)) {
    const message = "the running text is not in English, so nothing was read from it";
    diagnostics.push({ code: "document/other-language", span: spanOf(draft), message });
    return { ...draft, kind: "other" };
  }
  if (draft.kind !== "minutes" && draft.kind !== "agenda") return draft;
  return { ...draft, kind: judgePaper(draft.nodes, lines, draft.title?.reading.partKind ?? null).kind };
}

function isAnnexTitle(title: LineNode | null): boolean {
  return title?.reading.partKind === "report" || title?.reading.token === t.TabLine;
}

/** The annex of a report or a letter belongs to it; that of minutes is a paper of its own. */
function withOwnAnnexes(drafts: readonly PartDraft[]): PartDraft[] {
  const kept: PartDraft[] = [];
  for (const draft of drafts) {
    const before = kept.at(-1);
    const isAnnex = isAnnexTitle(draft.title);
    const isOwned = before?.kind === "other" || (before?.kind === "report" && !isAnnexTitle(before.title));
    if (before !== undefined && isAnnex && isOwned) before.nodes.push(...draft.nodes);
    else kept.push(draft);
  }
  return kept;
}

function resolvePart(
  document: WholeDocument,
  source: SourceText,
  draft: PartDraft,
  trailer: readonly LineNode[],
  diagnostics: Diagnostic[],
): Part {
  if (draft.kind === "report" || draft.kind === "other") return resolveReport(source, draft);
  const flow = toFlow([...draft.sharedHead, ...draft.nodes]);
  const undated: PartContext = {
    source,
    document,
    flow,
    lines: wordedLines(flow.map(({ node }) => node)),
    trailer,
    consumed: new Set(),
    date: null,
    ownNames: null,
    report: makeReport(diagnostics),
  };
  const header = resolveHeader(undated, draft.title);
  const context: PartContext = {
    ...undated,
    date: header.date?.value ?? null,
    ownNames: [header.body?.value, header.organisation?.value].filter((name) => name != null).join(" ") || null,
  };
  const attendance = draft.kind === "minutes" ? resolveAttendance(context) : [];
  const found =
    draft.kind === "action_log"
      ? { before: context.flow, scopes: [] }
      : draft.kind === "agenda"
        ? resolveAgendaItems(context)
        : resolveItems(context);
  if (draft.kind === "minutes") attendance.push(...apologiesInItems(context, found.scopes, attendance));
  const facts = draft.kind === "action_log" ? logFacts(context) : resolveFacts(context, found, attendance, draft.kind);
  const nextMeetings = draft.kind === "action_log" ? [] : resolveNextMeetings(context, header.date, header.body);
  return {
    kind: draft.kind,
    ...header,
    chair: draft.kind === "minutes" ? findChair(context, attendance) : null,
    attendance,
    items: found.scopes.map((scope) => scope.item),
    ...facts,
    actions: withNextMeeting(facts.actions, nextMeetings),
    nextMeetings,
    span: spanOf(draft),
  };
}

interface Facts {
  readonly decisions: Decision[];
  readonly actions: Action[];
  readonly tables: Part["tables"];
}

/** Decisions, actions and tables, item by item. An agenda decides nothing. */
function resolveFacts(context: PartContext, found: ItemsFound, attendance: Part["attendance"], kind: PartKind): Facts {
  const facts: Facts = { decisions: [], actions: [], tables: [] };
  const scopes = [
    { entries: found.before, textStart: null, index: null as number | null, item: null as Item | null },
    ...found.scopes.map((scope, index) => ({ ...scope, index })),
  ];
  for (const scope of scopes) {
    if (kind === "minutes") {
      const sentences = proseSentences(context, scope.entries, scope.textStart);
      const decisions = resolveDecisions(context, scope, sentences, scope.index, scope.item?.number != null);
      facts.decisions.push(...decisions);
      facts.actions.push(...resolveActions(context, scope, sentences, scope.index, attendance, decisions));
    }
    facts.tables.push(...resolveTables(context, scope.entries, scope.index));
  }
  return facts;
}

function logFacts(context: PartContext): Facts {
  const inGrids = resolveActions(
    context,
    { entries: context.flow.filter((entry) => entry.kind === "grid") },
    [],
    null,
    [],
    [],
  );
  return { decisions: [], actions: inGrids.length > 0 ? inGrids : actionsInFlatLog(context, []), tables: [] };
}

function spanOf(draft: PartDraft): Span {
  const lines = linesOf(draft.nodes).map(({ view }) => view.line.span);
  return {
    start: lines.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: lines.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY),
  };
}
