/**
 * The text of a Word 97 to 2003 file with its formatting, by word-extractor: it knows the file information block, the pieces
 * of text and the page headers. Its public face gives plain strings in which a tab and the end of a cell are the same, and it
 * takes letter-spaced words for deleted ones (it compares five of the nine bits of a property's number), so the parts
 * behind that face are used and the formatting is read by ourselves.
 */

import { createRequire } from "node:module";
import {
  type FormattedRange,
  type LetterProperties,
  letterRanges,
  type ParagraphProperties,
  paragraphRanges,
} from "./formatting.js";

/** A stretch of text that lies together in the file. */
export interface Piece {
  readonly text: string;
  /** Position of its first character in the whole text. */
  readonly startCp: number;
  /** Position of its first byte in the document stream. */
  readonly startFilePos: number;
  /** Bytes a character. */
  readonly bpc: number;
}

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
  writeCharacterProperties: () => void;
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
  extractor.writeCharacterProperties = () => {};
  extractor.writeParagraphProperties = (stream, table) => {
    letters = letterRanges(stream, table);
    paragraphs = paragraphRanges(stream, table);
  };
  extractor.buildDocument = () => {};
  await extractor.extractWordDocument(null, document);
  const { _pieces: pieces, _boundaries: boundaries, _taggedHeaders: pageTexts } = extractor;
  return { pieces, boundaries, letters, paragraphs, pageTexts };
}
