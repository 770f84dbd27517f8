/** What a reader should know about the numbering: numbers that are left out, and numbers that stand at two items. */

import type { PartContext } from "../context.js";
import { HEADING_WEIGHT, type NumberedLine } from "./number-candidates.js";

/** A heading whose number stands at another item already. */
export function reportRepeats(
  context: PartContext,
  chain: readonly NumberedLine[],
  lines: readonly NumberedLine[],
): void {
  const labels = new Set(chain.map(({ number }) => number.label));
  const members = new Set(chain);
  for (const line of lines) {
    if (members.has(line) || line.isClause || !labels.has(line.number.label) || line.weight < HEADING_WEIGHT) continue;
    context.report("items/number-repeated", line.entry.node.view.span, `${line.number.label} stands at two items`);
  }
}

/** Numbers that are missing between two members of the chain. */
export function reportGaps(context: PartContext, chain: readonly NumberedLine[]): void {
  chain.slice(1).forEach((member, position) => {
    const values = chain[position]?.number.values ?? [];
    const at = member.number.values.findIndex((value, index) => value !== values[index]);
    const before = values[at] ?? 0;
    const value = member.number.values[at] ?? 0;
    if (value - before > 1)
      context.report(
        "items/number-gap",
        member.entry.node.view.span,
        `item ${member.number.label} follows item ${before}`,
      );
  });
}
