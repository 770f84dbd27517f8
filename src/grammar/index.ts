/** `SourceText` → what the minutes say. Reading never throws: odd minutes give diagnostics, not errors. */

import type { Parsed } from "../model/diagnostic.js";
import type { Minutes } from "../model/minutes.js";
import { type Line, pageAt, type SourceText } from "../model/source.js";
import { type BlockNode, toAst } from "./ast.js";
import type { DocumentCstNode } from "./cst.gen.js";
import { dumpNodes } from "./dump.js";
import { documentParser } from "./parser.js";
import { resolve } from "./resolve/index.js";
import { tokenize } from "./tokenize.js";
import { lineOf } from "./tokens.js";
import { whyProse } from "./why-prose.js";

/** Reads a document's text: every part, and every fact with its place. */
export function parseMinutes(source: SourceText): Parsed<Minutes> {
  return resolve(source, parseBlocks(source));
}

/** What the lines say, in order, with nothing judged. The grammar is total: an error in it is a bug of ours. */
function parseBlocks(source: SourceText): BlockNode[] {
  documentParser.input = tokenize(source);
  const tree = documentParser.document() as DocumentCstNode | undefined;
  const error = documentParser.errors[0];
  if (error !== undefined || tree === undefined)
    throw new Error(`the document grammar is not total: ${error?.message ?? "no tree"}`);
  return toAst(tree);
}

export interface ExplainedLine {
  readonly line: Line;
  readonly page: number | null;
  /** Name of the token that the line was read as. */
  readonly reading: string;
  /** The rule that chose it. */
  readonly rule: string;
  /** Why the line is prose, should no fact have been read from it; null where it has no words. */
  readonly whyProse: string | null;
}

/** Each line of the source with what it was read as and by which rule. */
export function explainLines(source: SourceText): ExplainedLine[] {
  return tokenize(source)
    .filter((token) => (token.payload as { type?: string } | null)?.type === "line")
    .map((token) => {
      const { view, reading } = lineOf(token);
      return {
        line: view.line,
        page: pageAt(source, view.line.span.start),
        reading: reading.token.name,
        rule: reading.rule,
        whyProse: whyProse(view, reading),
      };
    });
}

/** The tree of a document as indented text. */
export function dumpTree(source: SourceText): string {
  return dumpNodes(parseBlocks(source));
}
