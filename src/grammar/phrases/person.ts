/** People as attendance lists name them: one entry, a run of entries, and how names compare. */

import { assemblePerson, type PersonMention, segmentsOf } from "./entry.js";
import { entryPieces } from "./person-parser.js";

export type { PersonMention } from "./entry.js";
export { initialsFit, mayHold, nameKey } from "./name-key.js";
export { readPeople } from "./people.js";
export {
  looksLikePerson,
  organisationLikeness,
  personLikeness,
  postOrOrganisation,
  WordsLikeness,
} from "./words-likeness.js";

/** Reads one entry of an attendance list: a whole line ("Insp. M Calder (Pennshire Police)"). Null where it is no person. Never throws. */
export function readPerson(text: string): PersonMention | null {
  return assemblePerson(text, segmentsOf(entryPieces(text)));
}
