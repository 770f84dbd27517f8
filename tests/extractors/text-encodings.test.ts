import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/extractors/text/decode.js";

const MINUTES = "Minutes of the Café Committee\r\nCllr O’Neill – £5 paid “at once”\r\n";
const DOS = "Café takings £14.50\r\n┌──────┬─────┐\r\n│ Café │ £14 │\r\n└──────┴─────┘\r\n";
const MAC = "Minutes of the Café Committee\rCllr O’Neill said “no” – £5 paid\r";

describe("encodings", () => {
  it.each([
    ["utf-8", MINUTES, Buffer.from(MINUTES)],
    ["utf-8", MINUTES, iconv.encode(MINUTES, "utf-8", { addBOM: true })],
    ["utf-16le", MINUTES, iconv.encode(MINUTES, "utf-16le")],
    ["utf-16be", MINUTES, iconv.encode(MINUTES, "utf-16be", { addBOM: true })],
    ["windows-1252", MINUTES, iconv.encode(MINUTES, "windows-1252")],
    ["cp850", DOS, iconv.encode(DOS, "cp850")],
    ["macintosh", MAC, iconv.encode(MAC, "macintosh")],
  ])("%s", (encoding, text, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it.each(["Fee: £5", "£1,204.50 owing", "Café", "O’Neill", "naïve", "€20 – paid", "• Apologies"])(
    "one sign is enough for Windows-1252: %s",
    (text) => {
      expect(decodeText(iconv.encode(text, "windows-1252")).text).toBe(text);
    },
  );

  it.each(["Fee: £5 a head", "the café was shut"])("one sign is enough for DOS: %s", (text) => {
    expect(decodeText(iconv.encode(text, "cp437")).text).toBe(text);
  });

  it("tells nothing from what stands behind the end of a DOS text", () => {
    const bytes = Buffer.concat([
      iconv.encode("Fee: £5", "cp850"),
      Buffer.from([0x1a]),
      iconv.encode("“£5”", "windows-1252"),
    ]);
    expect(decodeText(bytes).encoding).toBe("cp850");
  });
});
