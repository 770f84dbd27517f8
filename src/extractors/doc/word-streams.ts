/**
 * The text of a Word 97 to 2003 file with its formatting, by word-extractor: it knows the file information block, the pieces
 * of text and the page headers. Its public face gives plain strings in which a tab and the end of a cell are the same, and it
 * takes letter-spaced words for deleted ones (it compares five of the nine bits of a property's number), so the parts
 * behind that face are used and the formatting is read by ourselves.
 */

import { createRequire } from "node:module";
import { type Piece, stretchesOf } from "./characters.js";
import {
  type FormattedRange,
  type LetterProperties,
  letterRanges,
  type ParagraphProperties,
  paragraphRanges,
} from "./formatting.js";

/** Lengths of the stories, which follow one another in the text. */
interface Boundaries {
  readonly ccpText: number;
  readonly ccpFtn: number;
  readonly ccpHdd: number;
  readonly ccpAtn: number;
  readonly ccpEdn: number;
  readonly ccpTxbx: number;
}

export interface WordStreams {
  readonly pieces: readonly Piece[];
  readonly boundaries: Boundaries;
  readonly letters: readonly FormattedRange<LetterProperties>[];
  readonly paragraphs: readonly FormattedRange<ParagraphProperties>[];
  /** Texts of page headers and footers, with Word's own control characters. */
  readonly pageTexts: readonly { readonly type: string; readonly text: string }[];
}

/** The parts of word-extractor's own class that are used; see its lib/word-ole-extractor.js. */
interface Extractor {
  readonly _pieces: Piece[];
  readonly _boundaries: Boundaries;
  readonly _taggedHeaders: { type: string; text: string }[];
  documentStream: (document: unknown, name: string) => Promise<Buffer>;
  streamBuffer: (stream: Buffer) => Promise<Buffer>;
  writeBookmarks: () => void;
  writeCharacterProperties: (document: Buffer, table: Buffer) => void;
  writeParagraphProperties: (document: Buffer, table: Buffer) => void;
  buildDocument: () => void;
  extractWordDocument: (document: unknown, stream: Buffer) => Promise<void>;
}

/** Reads the streams. Throws an `Error` where they make no sense. */
export async function readStreams(document: Buffer, streamOf: (name: string) => Buffer | null): Promise<WordStreams> {
  const require = createRequire(import.meta.url);
  const WordOleExtractor = require("word-extractor/lib/word-ole-extractor.js") as new () => Extractor;
  const extractor = new WordOleExtractor();
  let letters: FormattedRange<LetterProperties>[] = [];
  let paragraphs: FormattedRange<ParagraphProperties>[] = [];
  extractor.documentStream = async (_, name) => {
    const stream = streamOf(name);
    if (stream === null) throw new Error(`the stream ${name} is missing`);
    return stream;
  };
  extractor.streamBuffer = async (stream) => stream;
  extractor.writeBookmarks = () => {};
  // Before the page headers are cut out: what is deleted or hidden there is not shown either.
  extractor.writeCharacterProperties = (stream, table) => {
    letters = letterRanges(stream, table);
    blankUnseen(extractor._pieces, letters);
  };
  extractor.writeParagraphProperties = (stream, table) => {
    paragraphs = paragraphRanges(stream, table);
  };
  extractor.buildDocument = () => {};
  await extractor.extractWordDocument(null, document);
  const { _pieces: pieces, _boundaries: boundaries, _taggedHeaders: pageTexts } = extractor;
  return { pieces, boundaries, letters, paragraphs, pageTexts };
}

/** Puts zero characters, which nothing shows, in the place of what is deleted or hidden. */
function blankUnseen(pieces: readonly Piece[], letters: readonly FormattedRange<LetterProperties>[]): void {
  const unseen = letters
    .filter(({ properties }) => properties.isDeleted || properties.isHidden)
    .sort((a, b) => a.start - b.start);
  if (unseen.length === 0) return;
  for (const piece of pieces) {
    const text = [...stretchesOf(piece, unseen)].map(({ start, end, properties }) => {
      const words = piece.text.slice(start - piece.startCp, end - piece.startCp);
      return properties === null ? words : words.replace(/[^\r\u0007\u000c\u0013-\u0015]/g, "\0");
    });
    piece.text = text.join("");
  }
}
