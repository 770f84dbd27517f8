import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extractors/index.js";
import { sniff } from "../../src/extractors/sniff.js";
import { compoundFile } from "./compound-file-maker.js";
import { makeDocx, wordParagraph } from "./docx-builder.js";
import { flatOdt, p, zippedOdt } from "./odt-builder.js";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const word = (flags = 0, magic = 0xa5ec) => {
  const stream = Buffer.alloc(1024);
  stream.writeUInt16LE(magic, 0);
  stream.writeUInt16LE(flags, 10);
  return stream;
};

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { compression: "STORE" });
  return zip.generateAsync({ type: "nodebuffer" });
}

describe("formats by their bytes", () => {
  const told = (bytes: Uint8Array) => {
    const sniffed = sniff(bytes);
    return sniffed.isKnown ? sniffed.format : [sniffed.code, sniffed.message];
  };

  it("that are read", async () => {
    expect(told(latin1("{\\rtf1 words}"))).toBe("rtf");
    expect(told(latin1("\xef\xbb\xbf\r\n{\\rtf1 words}"))).toBe("rtf");
    expect(told(await zippedOdt({ body: p("x") }))).toBe("odt");
    expect(told(await zipOf({ "content.xml": "", "META-INF/manifest.xml": "" }))).toBe("odt");
    expect(told(Buffer.from(flatOdt({ body: p("x") })))).toBe("odt");
    expect(told(await makeDocx({ body: wordParagraph("x") }))).toBe("docx");
    expect(told(compoundFile({ WordDocument: word(), "1Table": Buffer.alloc(8) }))).toBe("doc");
    expect(told(latin1("<html><body>x"))).toBe("html");
    expect(told(latin1("words {\\rtf1"))).toBe("text");
  });

  it.each([
    ["an Excel spreadsheet", () => compoundFile({ Workbook: word() })],
    ["a PowerPoint presentation", () => compoundFile({ "PowerPoint Document": word() })],
    ["an Outlook message", () => compoundFile({ "__properties_version1.0": word() })],
    ["another program than Word", () => compoundFile({ Contents: word() })],
    ["a WordPerfect file", () => latin1("\xffWPC\x10\0\0\0")],
    ["Word 1 or 2 for Windows", () => latin1("\xdb\xa5\x2d\0\0\0")],
    ["Word for DOS", () => latin1("\x31\xbe\0\0\0\xab\0\0")],
    ["Word 3 to 5 for the Macintosh", () => latin1("\xfe\x37\0\x23\0\0")],
    [
      "a Word 2003 XML file",
      () => latin1('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
    ],
    ["a picture", () => latin1("\x89PNG\r\n")],
    ["OpenDocument spreadsheet", () => zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })],
    [
      "an OpenOffice 1 file",
      () => zipOf({ mimetype: "application/vnd.sun.xml.writer", "content.xml": "", "META-INF/manifest.xml": "" }),
    ],
  ])("that are not: %s, with what to do", async (name, make) => {
    const [code, message] = told(await make());
    expect(code).toBe("document/unsupported-format");
    expect(message).toContain(name);
    expect(message).toContain("save");
  });

  it("that need a password or are broken", () => {
    expect(told(compoundFile({ EncryptedPackage: word() }))).toEqual(["document/encrypted", expect.any(String)]);
    expect(told(compoundFile({ WordDocument: word(0x0100) }))).toEqual(["document/encrypted", expect.any(String)]);
    expect(told(compoundFile({ WordDocument: word() }).subarray(0, 600))).toEqual([
      "document/damaged",
      expect.any(String),
    ]);
  });
});

describe("files with the ending .doc", () => {
  const codes = async (bytes: Uint8Array) => {
    const extraction = await extract("minutes.doc", bytes);
    return extraction.isRead
      ? [extraction.source.format, ...extraction.diagnostics.map(({ code }) => code)]
      : [extraction.code];
  };

  it("are read as what they are", async () => {
    expect(await codes(latin1("{\\rtf1 The trustees met.}"))).toEqual(["rtf", "document/wrong-extension"]);
    expect(await codes(latin1("<html><body>The trustees met."))).toEqual(["html", "document/wrong-extension"]);
    expect(await codes(await makeDocx({ body: wordParagraph("The trustees met.") }))).toEqual([
      "docx",
      "document/wrong-extension",
    ]);
    expect(await codes(await zippedOdt({ body: p("The trustees met.") }))).toEqual(["odt", "document/wrong-extension"]);
  });
});

describe("containers of old Office files", () => {
  it("whose chains go in a circle end all the same", () => {
    const bytes = compoundFile({ WordDocument: Buffer.alloc(5000, 1) });
    // The table of sectors is the first sector; every entry now points to the first.
    for (let at = 512; at < 1024; at += 4) bytes.writeUInt32LE(1, at);
    expect(() => sniff(bytes)).not.toThrow();
  });

  it("whose Word stream is rubbish are damaged, with LibreOffice or without", async () => {
    const stream = word();
    stream.fill(0xff, 12);
    const bytes = compoundFile({ WordDocument: stream, "0Table": Buffer.alloc(4096, 0xff) });
    expect(await extract("a.doc", bytes)).toMatchObject({ isRead: false, code: "document/damaged" });
  }, 60_000);

  it("of Word 6 say which program reads them", async () => {
    const { readDoc } = await import("../../src/extractors/doc/read-doc.js");
    const reading = await readDoc(compoundFile({ WordDocument: word(0, 0xa5dc) }));
    expect(reading).toMatchObject({
      isRead: false,
      code: "document/unsupported-format",
      message: expect.stringContaining("LibreOffice"),
    });
  });
});
