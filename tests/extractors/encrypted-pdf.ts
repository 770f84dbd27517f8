/** PDFs that need a password. */

import { createHash } from "node:crypto";
import { makePdf } from "./pdf-maker.js";

/** A PDF of one page, encrypted by the standard handler's revision 2 (RC4 of 40 bits; PDF 32000-1:2008, 7.6.3). */
export function encryptedPdf(text: string, password: string): Uint8Array {
  const filling = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
  const padded = Buffer.concat([Buffer.from(password, "latin1"), filling]).subarray(0, 32);
  const md5 = (...parts: readonly Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const id = Buffer.alloc(16);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, Buffer.of(0xfc, 0xff, 0xff, 0xff), id).subarray(0, 5);
  const encryption = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${rc4(key, filling).toString("hex")}> /P -4 >>`;
  const content = (number: number, plain: string) =>
    rc4(md5(key, Buffer.of(number, 0, 0, 0, 0)).subarray(0, 10), Buffer.from(plain, "latin1"));
  return makePdf([{ words: [{ x: 50, y: 100, text }] }], {
    encryption,
    encrypt: (number, plain) => content(number, plain).toString("latin1"),
  });
}

/** The stream cipher RC4, which OpenSSL no longer has. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (i: number, j: number) => ([state[i], state[j]] = [at(j), at(i)]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
