/** Decisions and actions → their rows. */

import type { Action, Decision } from "../model/minutes.js";
import { quote } from "../model/source.js";
import { personId } from "./identity.js";
import { type PartWriter, placeOf, saveEvidence } from "./save-evidence.js";

export function saveDecision(writer: PartWriter, decision: Decision, index: number): void {
  const { kind, clause, text, proposer, seconder, votesFor, votesAgainst, votesAbstained, unanimous, result } =
    decision;
  const decisionId = `${writer.partId}.d${index + 1}`;
  writer.insert.add("decision", {
    decision_id: decisionId,
    part_id: writer.partId,
    item_id: decision.item === null ? null : `${writer.partId}.i${decision.item + 1}`,
    kind: kind.value,
    clause: clause?.value ?? null,
    text: text.value,
    proposer: proposer?.value ?? null,
    seconder: seconder?.value ?? null,
    votes_for: votesFor?.value ?? null,
    votes_against: votesAgainst?.value ?? null,
    votes_abstained: votesAbstained?.value ?? null,
    unanimous: unanimous === null ? null : 1,
    result: result?.value ?? null,
    confidence: text.confidence,
    ...placeOf(writer.source, decision.span),
    quote: quote(writer.source, decision.span),
  });
  saveEvidence(writer, "decision", decisionId, {
    kind,
    clause,
    text,
    proposer,
    seconder,
    votes_for: votesFor,
    votes_against: votesAgainst,
    votes_abstained: votesAbstained,
    unanimous,
    result,
  });
}

export function saveAction(writer: PartWriter, action: Action, index: number): void {
  const { text, dueDate, dueText, status, state, owners } = action;
  const actionId = `${writer.partId}.a${index + 1}`;
  writer.insert.add("action", {
    action_id: actionId,
    part_id: writer.partId,
    item_id: action.item === null ? null : `${writer.partId}.i${action.item + 1}`,
    owners: owners.length === 0 ? null : owners.map(({ name }) => name.value).join("; "),
    text: text.value,
    due_date: dueDate?.value ?? null,
    due_text: dueText?.value ?? null,
    status: status?.value ?? null,
    state: state?.value ?? null,
    marked: action.isMarked ? 1 : 0,
    confidence: text.confidence,
    ...placeOf(writer.source, action.span),
    quote: quote(writer.source, action.span),
  });
  saveEvidence(writer, "action", actionId, { text, due_date: dueDate, due_text: dueText, status, state });
  owners.forEach(({ name, person }, position) => {
    writer.insert.add("action_owner", {
      action_id: actionId,
      ordinal: position + 1,
      owner: name.value,
      person_id: person === null ? null : personId(writer.personScope, person.value),
      person: person?.value ?? null,
    });
    saveEvidence(writer, "action", actionId, { owner: name, person });
  });
}
