/** The places at which the documents of a database are known to lie: what a run without paths goes through. */

import { resolve } from "node:path";
import type { MinutesStore, Place } from "../../store/store.js";
import type { Stretch } from "../walk.js";

const AT_ONCE = 256;

const PLACES = `SELECT root, path FROM document_location_list
  WHERE is_gone = 0 AND (root, path) > (?, ?) ORDER BY root, path LIMIT ${AT_ONCE}`;

/** The living places in order, a stretch at a time. */
export async function* knownPlaces(store: MinutesStore): AsyncGenerator<Stretch> {
  let last: Place = { root: "", path: "" };
  for (;;) {
    const { rows } = store.query(PLACES, [last.root, last.path]);
    const places = rows.map(([root, path]) => ({ root: String(root), path: String(path) }));
    const files = places.map(({ root, path }) => ({ root, path, absolutePath: resolve(root, path) }));
    yield { files, unfound: [], skipped: 0, walked: null };
    const end = places.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
