/** Actions: labels and lists, owners beside the text, tags, decided clauses that name a doer, action tables, and sentences of prose. */

import type { Action, Attendee, Decision } from "../../../model/minutes.js";
import { ACTION_TAG } from "../../vocabulary/actions.js";
import type { PartContext } from "../context.js";
import type { FlowEntry } from "../flow/flow.js";
import type { ItemScope } from "../items/items.js";
import { type Sentence, sentencesOf } from "../prose.js";
import { actionsInGrid } from "./action-grid.js";
import { clauseTasks } from "./clause-tasks.js";
import { closingStart } from "./closing-list.js";
import { labelledTasks } from "./labelled.js";
import { marginActions } from "./margins.js";
import { proseTasks } from "./prose-tasks.js";
import { bracketedTasks, taggedTasks } from "./tagged.js";
import { overlaps, toAction, withoutOverlaps } from "./task-draft.js";

/** Actions of one item (index null: of the words under none), in document order. `sentences`: those of its running text. */
export function resolveActions(
  context: PartContext,
  scope: Pick<ItemScope, "entries">,
  sentences: readonly Sentence[],
  item: number | null,
  people: readonly Attendee[],
  decisions: readonly Decision[],
): Action[] {
  const labelled = labelledTasks(context, scope.entries, people);
  const bracketed = scope.entries.flatMap((entry) =>
    entry.kind === "line" ? bracketedTasks(context, entry, people) : [],
  );
  const isFree = (sentence: Sentence) => !labelled.some((draft) => overlaps(draft.span, sentence.span));
  const prose = [...headTags(context, scope.entries, sentences), ...sentences].filter(isFree);
  const marked = [
    ...labelled,
    ...bracketed,
    ...prose.flatMap((sentence, index) =>
      bracketed.some((draft) => overlaps(draft.span, sentence.span))
        ? []
        : taggedTasks(context, sentence, prose[index - 1], people),
    ),
    ...marginActions(context, scope.entries, prose, people),
    ...decisions.flatMap((decision) => clauseTasks(context, decision, people)),
  ];
  const unmarked = prose
    .flatMap((sentence, index) => proseTasks(sentence, prose[index - 1], prose[index + 1], people))
    .filter((draft) => !marked.some((other) => overlaps(other.span, draft.span)));
  const drafts = withoutOverlaps([...marked, ...unmarked]);
  const logged = scope.entries.flatMap((entry) =>
    entry.kind === "grid" && entry.reading.use === "actions" ? actionsInGrid(context, entry, item, people) : [],
  );
  const closing = closingStart(context, scope.entries);
  const actions = [...drafts.map((draft) => toAction(context, draft, item, people)), ...logged].map((action) =>
    action.span.start >= closing ? { ...action, item: null } : action,
  );
  return actions.sort((a, b) => a.span.start - b.span.start);
}

/** A numbered paragraph that was taken whole for the title of its item may hold a tag: "5.2 Training was asked for. Action: GS to arrange it". */
function headTags(context: PartContext, entries: readonly FlowEntry[], sentences: readonly Sentence[]): Sentence[] {
  const [head] = entries;
  if (head?.kind !== "line" || head.node.reading.number === null || head.node.view.isSetApart) return [];
  if (sentences[0]?.entry === head || !ACTION_TAG.test(head.node.view.text)) return [];
  return sentencesOf(context, head, head.node.reading.rest).filter(({ text }) => ACTION_TAG.test(text));
}
