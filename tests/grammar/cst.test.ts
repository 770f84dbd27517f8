/** The types of the syntax tree are generated from the grammar: `npm run golden` writes them anew. */

import { generateCstDts } from "chevrotain";
import { expect, it } from "vitest";
import { documentParser } from "../../src/grammar/parser.js";

it("the generated types fit the grammar", async () => {
  await expect(generateCstDts(documentParser.getGAstProductions())).toMatchFileSnapshot("../../src/grammar/cst.gen.ts");
});
