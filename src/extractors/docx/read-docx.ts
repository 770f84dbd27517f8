/** Word documents (.docx, .docm, .dotx) → blocks. mammoth reads the document; what it would lose is written into the text before. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS } from "../../model/reading-options.js";
import type { Reader, Reading } from "../reading.js";
import { UnpackingLimit } from "../unpack.js";
import { type AssembledDocument, assemble } from "./assemble.js";
import { toBlocks } from "./convert.js";
import { firstLine, openPackage, relationshipsOf, type WordPackage } from "./package.js";
import { metadataOf, withoutRepeats } from "./page-furniture.js";

/** Reads a Word file with the numbers that Word shows. Headers, footers and notes of the pages are the trailer. */
export const readDocx: Reader = async (bytes, options = DEFAULT_READING_OPTIONS) => {
  const file = await openPackage(bytes, options);
  if ("code" in file) return { isRead: false, ...file };
  try {
    return await readPackage(file);
  } catch (error) {
    if (error instanceof UnpackingLimit) return { isRead: false, code: "document/too-large", message: error.message };
    // Broken XML, a broken part of the archive: the libraries throw errors of many kinds.
    const message = `A part of the document is broken: ${firstLine(error)}`;
    return { isRead: false, code: "document/damaged", message };
  }
};

async function readPackage(file: WordPackage): Promise<Reading> {
  const assembled = await assemble(file);
  const [body = [], furniture = [], notes = []] = await toBlocks(assembled.parts, assembled.styles);
  if (body.length === 0) return { isRead: false, code: "document/empty", message: "The document has no text." };
  const metadata = await metadataOf(file, await relationshipsOf(file, ""));
  const document = {
    format: "docx",
    body,
    trailer: [...withoutRepeats(furniture), ...notes],
    pages: null,
    metadata: assembled.links.length === 0 ? metadata : { ...metadata, links: assembled.links },
  } as const;
  return { isRead: true, document, diagnostics: diagnosticsOf(assembled) };
}

function diagnosticsOf({ unresolved, changes }: AssembledDocument): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (unresolved.length > 0) {
    const message = `${unresolved.length} numbers have a format that is not known; digits stand for them, first at ${unresolved[0]}`;
    found.push({ code: "docx/numbering-unresolved", span: null, message });
  }
  const counts = [
    [changes.insertions, "insertion"],
    [changes.deletions, "deletion"],
    [changes.moves, "move"],
  ] as const;
  const named = counts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
  if (named.length > 0) {
    const message = `tracked changes that nobody has accepted: ${named.join(", ")}; read as if they were accepted`;
    found.push({ code: "document/unaccepted-changes", span: null, message });
  }
  return found;
}
