/** Word 97 to 2003 files (.doc, .dot) → blocks, without any other program: words, tables and looks, but no automatic numbers. */

import type { Diagnostic } from "../../model/diagnostic.js";
import { DEFAULT_READING_OPTIONS } from "../../model/reading-options.js";
import { firstLine } from "../docx/package.js";
import { type FlowBlock, type FlowDocument, flowParagraph, flowRun, hasWords, paragraphsOf } from "../office/flow.js";
import { readFlow } from "../office/read-flow.js";
import type { Reader } from "../reading.js";
import { stretches, textOf } from "./characters.js";
import { openCompoundFile } from "./compound-file.js";
import { ShownText } from "./fields.js";
import { NOTE_CALL, readStory } from "./story.js";
import { summaryOf } from "./summary.js";
import { readStreams, type WordStreams } from "./word-streams.js";

/** Reads a file. `document/numbers-missing` where numbers or bullets that Word prints by itself are not in the text. */
export const readDoc: Reader = async (bytes, options = DEFAULT_READING_OPTIONS) => {
  const file = openCompoundFile(bytes);
  const document = file?.stream("WordDocument") ?? null;
  if (file === null || document === null)
    return { isRead: false, code: "document/damaged", message: "The file's directory is broken." };
  if (document.length > 2 && document.readUInt16LE(0) === WORD_6)
    return { isRead: false, code: "document/unsupported-format", message: OLDER_WORD };
  let flow: FlowDocument;
  let diagnostics: readonly Diagnostic[];
  try {
    const streams = await readStreams(document, file.stream);
    ({ flow, diagnostics } = flowOf(streams, summaryOf(file.stream("\u0005SummaryInformation"))));
  } catch (error) {
    // word-extractor and the tables of the file throw errors of many kinds.
    return { isRead: false, code: "document/damaged", message: `The Word file is broken: ${firstLine(error)}` };
  }
  if (!paragraphsOf(flow.body).some(hasWords))
    return { isRead: false, code: "document/empty", message: "The document has no text." };
  return readFlow(flow, "doc", options, diagnostics);
};

/** The first number of a Word 6 or 95 document; later ones begin with 0xa5ec. */
const WORD_6 = 0xa5dc;
const OLDER_WORD =
  "this is a file of Word 6 or Word 95; install LibreOffice, which reads it, or save it as .docx in a program that opens it";

function flowOf(streams: WordStreams, metadata: FlowDocument["metadata"]) {
  const { ccpText, ccpFtn, ccpHdd, ccpAtn, ccpEdn, ccpTxbx } = streams.boundaries;
  const text = textOf(streams.pieces);
  const letters = stretches(streams.pieces, streams.letters);
  const paragraphs = stretches(streams.pieces, streams.paragraphs);
  const end = Math.min(ccpText, text.length);
  const notes = notesIn(text.slice(ccpText, ccpText + ccpFtn));
  // Footnotes and endnotes are called by the same sign; where both stand in a file, it is not told which is which.
  const areNotesKnown = ccpEdn === 0 && notes.length === text.slice(0, end).split(NOTE_CALL).length - 1;
  const body = readStory(text, { start: 0, end }, letters, paragraphs, areNotesKnown);
  const endnotes = ccpText + ccpFtn + ccpHdd + ccpAtn;
  const boxes = endnotes + ccpEdn;
  const pageBlocks = (type: string) =>
    streams.pageTexts
      .filter((page) => page.type === type)
      .flatMap((page) => plainParagraphs(page.text.replace(PAGE_NUMBER, "")));
  const flow: FlowDocument = {
    // Where a text box hangs in the text is not known: its words follow the body.
    body: [...body.blocks, ...plainParagraphs(text.slice(boxes, boxes + ccpTxbx))],
    notes: areNotesKnown ? notes : [],
    headers: pageBlocks("headers"),
    footers: [
      ...pageBlocks("footers"),
      ...(areNotesKnown ? [] : notes.flat()),
      ...plainParagraphs(text.slice(endnotes, endnotes + ccpEdn)),
    ],
    metadata,
  };
  const diagnostics: Diagnostic[] = [];
  if (body.unnumbered > 0) {
    const message = `${body.unnumbered} paragraphs have a number or bullet that Word prints by itself and the file's text does not hold; install LibreOffice, or save the file as .docx`;
    diagnostics.push({ code: "document/numbers-missing", span: null, message });
  }
  if (body.hasTrackedChanges) {
    const message = "the file holds changes that nobody has accepted: insertions were read, deletions left out";
    diagnostics.push({ code: "document/unaccepted-changes", span: null, message });
  }
  return { flow, diagnostics };
}

/** A field of page numbers: its instruction and its result. */
const PAGE_NUMBER =
  /\u0013[^\u0013-\u0015]*\b(?:NUM|SECTION)?PAGES?\b[^\u0013-\u0015]*(?:\u0014[^\u0013-\u0015]*)?\u0015/g;

function notesIn(text: string): FlowBlock[][] {
  return text.split(NOTE_CALL).slice(1).map(plainParagraphs);
}

function plainParagraphs(text: string): FlowBlock[] {
  const shown = new ShownText();
  const lines = shown
    .next(text)
    .replaceAll(NOTE_CALL, "")
    .split(/[\r\u0007\u000c]/);
  return lines.filter((line) => /\S/.test(line)).map((line) => flowParagraph([flowRun(line.trim())]));
}
