/** Clauses that stand in the same words share movers and votes; which sentence belongs to which of them. */

import type { Clause } from "./clause.js";
import type { Group } from "./pending-motion.js";
import type { Unit } from "./units.js";

export interface ClauseGroups {
  readonly groups: Group[];
  /** By the place of a sentence: the group in whose words it stands. */
  readonly groupAt: ReadonlyMap<number, Group>;
}

/** Both lists are in document order. */
export function groupClauses(units: readonly Unit[], clauses: readonly Clause[]): ClauseGroups {
  const groups: Group[] = [];
  const groupAt = new Map<number, Group>();
  let at = 0;
  for (const clause of clauses) {
    const { around } = clause;
    let group = groups.at(-1);
    const shared = group?.clauses[0]?.around;
    if (group === undefined || shared?.start !== around.start || shared.end !== around.end) {
      group = { clauses: [], evidence: [around], hasProposer: false };
      groups.push(group);
    }
    group.clauses.push(clause);
    while (at < units.length && (units[at]?.span.end ?? 0) <= around.start) at++;
    for (let index = at; (units[index]?.span.start ?? Number.POSITIVE_INFINITY) < around.end; index++)
      if (!groupAt.has(index)) groupAt.set(index, group);
  }
  return { groups, groupAt };
}
