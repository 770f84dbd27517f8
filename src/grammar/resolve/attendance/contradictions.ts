/** Somebody whom one list has among those present and another among those away. */

import type { Attendee } from "../../../model/minutes.js";
import { nameKey } from "../../phrases/person.js";
import type { PartContext } from "../context.js";

/** Reports them, by names of two words or more. Being in attendance as well as present contradicts nothing. */
export function reportPresentAndAway(context: PartContext, people: readonly Attendee[]): void {
  const isAway = new Map<string, boolean>();
  for (const { name, status, organisation, span } of people) {
    const key = nameKey(name.value);
    const away = status.value === "apologies" || status.value === "absent";
    const before = isAway.get(key);
    if (key.includes(" ") && organisation === null && before !== undefined && before !== away) {
      const message = `${name.value} stands both among those present and among those away`;
      context.report("attendance/present-and-away", span, message);
    }
    isAway.set(key, before ?? away);
  }
}
