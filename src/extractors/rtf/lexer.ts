/** Bytes of rich text → tokens, by the tokenizer of rtf-stream-parser with its traps taken out. */

import { Tokenize } from "rtf-stream-parser";

/** `{`, `}`, a control word or symbol with its number (`\li720`), or bytes of text. */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "control"; readonly word: string; readonly param: number | null; readonly data: Buffer | null }
  | { readonly kind: "text"; readonly data: Buffer };

/** The library's token types are a `const enum`, which cannot be imported under isolated modules. */
const GROUP_START = 0;
const GROUP_END = 1;
const CONTROL = 2;

/** The library joins the lines of a text token by copying all of them each time; pictures are megabytes in short lines, so tokens end with each piece. */
const PIECE_BYTES = 4096;

interface LibraryToken {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
}

/** Hands all tokens to `onToken`, in order. Any bytes give tokens; nothing is thrown. */
export function tokenize(bytes: Uint8Array, onToken: (token: RtfToken) => void): void {
  const lexer = new Lexer(bytes.length, onToken);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) lexer.feed(Buffer.from(bytes.subarray(at, at + PIECE_BYTES)));
  lexer.finish();
}

/** The library's stream, driven by hand: it works synchronously, and the stream around it would only cost time. */
class Lexer extends Tokenize {
  #left: number;
  readonly #onToken: (token: RtfToken) => void;

  constructor(length: number, onToken: (token: RtfToken) => void) {
    super();
    this.#left = length;
    this.#onToken = onToken;
  }

  feed(piece: Buffer): void {
    this.__transform(piece, undefined);
    this.#left -= piece.length;
    if (this._token?.type === TEXT) this._flushToken();
  }

  finish(): void {
    this._flushToken();
  }

  /** Reserves no more for binary data than the file still has: `\bin2000000000` would take two gigabytes. */
  override _handleSpecialOrPush(): void {
    if (this._token?.word === "bin" && Number(this._paramStr) > this.#left) this._paramStr = String(this.#left);
    super._handleSpecialOrPush();
  }

  override push(token: LibraryToken | null): boolean {
    if (token === null) return true;
    if (token.type === GROUP_START) this.#onToken({ kind: "open" });
    else if (token.type === GROUP_END) this.#onToken({ kind: "close" });
    else if (token.type === CONTROL) this.#control(token);
    else if (token.data !== undefined) this.#onToken({ kind: "text", data: token.data });
    return true;
  }

  /** The library takes a hyphen behind a control word for the start of a number, also where none follows: `\tab-`. */
  #control(token: LibraryToken): void {
    const isNumber = token.param !== undefined && !Number.isNaN(token.param);
    const param = isNumber ? (token.param ?? null) : null;
    this.#onToken({ kind: "control", word: token.word ?? "", param, data: token.data ?? null });
    if (Number.isNaN(token.param)) this.#onToken({ kind: "text", data: HYPHEN });
  }
}

const TEXT = 3;
const HYPHEN = Buffer.from("-");
