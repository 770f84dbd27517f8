/** Sentences that are built as tasks are and give none: wishes of the public, questions answered at once, offers of things, customs. */

import type { Attendee } from "../../../model/minutes.js";
import { nameKey } from "../../phrases/person.js";
import type { TaskPhrase } from "../../phrases/task.js";
import { GIVEN_NAMES } from "../../vocabulary/people.js";
import type { Sentence } from "../prose.js";

/** "The Chair asked Ms Quill to describe the film. Ms Quill said …": what somebody is asked to tell is told at once. */
export function isAnswered(sentence: Sentence, phrase: TaskPhrase, next: Sentence | undefined): boolean {
  const owner = phrase.owners.at(-1);
  if (next === undefined || owner === undefined || next.entry.node.view.span.start - sentence.span.end > 400)
    return false;
  if (!/asked|invited|requested|^to$/.test(phrase.link)) return false;
  if (!TELLING.test(sentence.text.slice(phrase.task.start))) return false;
  const surname = /[\p{L}’'-]+$/u.exec(sentence.text.slice(owner.start, owner.end))?.[0] ?? "";
  const opening = next.text.slice(0, 60);
  const at = opening.indexOf(surname);
  return (
    surname.length > 2 &&
    at >= 0 &&
    /^[\s,)]+(?:then\s+|also\s+)?(?:stated|said|explained|reported|replied|responded|described|noted|gave|told|presented|provided|advised|spoke|introduced|summari[sz]ed|outlined|commented)\b/.test(
      opening.slice(at + surname.length),
    )
  );
}

const TELLING =
  /^(?:explain|describe|provide|give|tell|present|speak|introduce|summari[sz]e|outline|comment|clarify|update|report|share|discuss|elaborate|talk|respond|address)\b/i;

/** "A resident asked the Clerk to …", "Tom Irving asked staff to …": what somebody of the public asks for is not yet given to anybody. */
export function isWishOfPublic(before: string, people: readonly Attendee[]): boolean {
  const asker = /^(.{3,60}?)\s+(?:also\s+|then\s+)?(?:asked|requested|invited)\s*$/u.exec(before)?.[1];
  if (asker === undefined) return false;
  if (
    /\b(?:residents?|parishioners?|(?:member|members)\s+of\s+the\s+public|public|neighbou?rs?|tenants?|applicants?|objectors?)$/i.test(
      asker,
    )
  )
    return true;
  const isName =
    /^\p{Lu}\p{Ll}+\s\p{Lu}[\p{L}’'-]+$/u.test(asker) && GIVEN.has(asker.split(" ", 1)[0]?.toLowerCase() ?? "");
  return isName && people.length >= 3 && !people.some(({ name }) => nameKey(name.value) === nameKey(asker));
}

const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES);

/** What is done already, is done by custom, or tells what somebody will say: "AR to send the plan: done", "Members to pay online where possible", "The Chair will give her report". */
export function isNobodysTask(text: string, { link, task, span }: TaskPhrase): boolean {
  const words = text.slice(task.start);
  if (/\boffer/.test(link) && RESOURCES.test(words)) return true;
  // "The Chair asked Mrs Ames to introduce the plan": she did so there and then.
  const asking = `${text.slice(0, span.start).slice(-20)} ${link}`;
  return (
    (/\b(?:asked|invited)\b/.test(asking) && AT_ONCE.test(words)) ||
    /(?:[:–—]|\s-)\s*(?:done|completed?|actioned)\W*$/i.test(words) ||
    /\bwhere(?:ver)?\s+possible\b|\bcarry\s+on\s+as\b/i.test(words) ||
    (/^(?:will|would|shall)$/.test(link) &&
      /^(?:give|deliver|present)\s+(?:an?|the|his|her|their)\s+(?:annual\s+)?(?:report|talk|speech|address)\b(?!.*\bnext\s+meeting)/i.test(
        words,
      ))
  );
}

/** What is offered is no task: money, things, help as such. */
const RESOURCES = /^(?:pay|donate|lend|fund|sponsor|supply|answer|(?:help|assist)(?:\s+out)?\s*(?:if\b.*)?\W*$)/i;
const AT_ONCE =
  /^(?!.*\b(?:next|future|before|by|circulate)\b)(?:comment|introduce|explain|outline|describe|elaborate|speak|talk|tell\s+(?:the\s+)?(?:governors|members|trustees|councillors|committee|board|council|meeting|group)\s+(?:about|of|how|what)|(?:give|provide|share|present)\s+(?:(?:an?|the|some|his|her|their|further|brief|short|verbal|quick)\s+)*(?:update|overview|summary|background|introduction|presentation|information))\b/i;
