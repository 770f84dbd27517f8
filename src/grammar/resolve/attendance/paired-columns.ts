/** Two columns that a converter flattened: all names first, then as many organisations. */

import type { Attendee } from "../../../model/minutes.js";
import { organisationLikeness, personLikeness } from "../../phrases/person.js";
import * as t from "../../tokens.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { stated } from "../sourced.js";

/**
 * A PDF's two columns flattened: all names first, then as many organisations. The run of organisations may stand behind a lone item number.
 * Paired in order, since the columns kept it; derived, not stated.
 */
export function pairWithOrganisations(context: PartContext, people: readonly Attendee[], last: number): Attendee[] {
  if (people.length < 2 || people.some((person) => person.organisation !== null)) return [...people];
  const run: FlowLine[] = [];
  for (let next = last + 1; next < context.flow.length && run.length <= people.length; next++) {
    const entry = context.flow[next] as FlowEntry;
    if (entry.kind === "grid") break;
    const { reading, view } = entry.node;
    if (view.text === "" || (run.length === 0 && reading.token === t.NumberLine)) continue;
    const isName =
      reading.token === t.TextLine ||
      reading.token === t.OwnerLine ||
      (reading.token === t.HeadingLine && run.length > 0);
    const isShort = view.wordCount <= 10 && !/[.;:]$/.test(view.text) && isName;
    if (!isShort || (run.length > 0 && view.line.isAfterGap)) break;
    run.push(entry);
  }
  const organisations = run.filter(
    (entry) => organisationLikeness(entry.node.view.text) >= personLikeness(entry.node.view.text),
  );
  if (run.length !== people.length || organisations.length < run.length * 0.6) {
    const isList = organisations.length >= 2 && organisations.length === run.length;
    if (isList)
      context.report(
        "attendance/unpaired",
        run[0]?.node.view.span ?? null,
        `${people.length} names stand before ${run.length} organisations`,
      );
    return [...people];
  }
  return people.map((person, position) => {
    const entry = run[position] as FlowLine;
    context.consumed.add(entry);
    const { span, text } = entry.node.view;
    const organisation = { ...stated(text, span, "attendance/paired-columns", 0.85), basis: "derived" as const };
    return { ...person, organisation };
  });
}
