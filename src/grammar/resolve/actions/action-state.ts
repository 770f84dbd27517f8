/** What the words of a status mean. */

import type { Action } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { ACTION_STATES } from "../../vocabulary/actions.js";
import { stated } from "../sourced.js";

/** Open, done or dropped, by the words of a status. */
export function stateOf(words: string, span: Span): Action["state"] {
  const state = ACTION_STATES.find(([pattern]) => pattern.test(words))?.[1];
  return state === undefined ? null : stated(state, span, "action/state");
}
