import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/extractors/docx/read-docx.js";
import { extract } from "../../src/extractors/index.js";
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from "../../src/model/reading-options.js";
import { docxZip, listDefinition, listLevel, listOf, makeDocx, wordParagraph } from "./docx-builder.js";

const pack = async (zip: Awaited<ReturnType<typeof docxZip>>) =>
  zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });

/** Text, or the code of what is wrong. */
async function read(bytes: Buffer, options: Partial<ReadingOptions> = {}): Promise<string> {
  const extraction = await extract("minutes.docx", bytes, { ...DEFAULT_READING_OPTIONS, ...options });
  return extraction.isRead ? extraction.source.text : extraction.code;
}

const NUMBERED = {
  body: wordParagraph("Apologies", { numId: 1, level: 0 }),
  numbering: listDefinition(0, listLevel(0, "decimal", "%1.")) + listOf(1, 0),
};

/** Rewrites all parts. */
async function rewritten(change: (text: string, name: string) => string): Promise<Buffer> {
  const zip = await docxZip(NUMBERED);
  for (const name of Object.keys(zip.files)) {
    const text = await zip.file(name)?.async("string");
    if (text !== undefined) zip.file(name, change(text, name));
  }
  return pack(zip);
}

describe("Word packages", () => {
  it.each(["ms-word.document.macroEnabled.main", "openxmlformats-officedocument.wordprocessingml.template.main"])(
    "of type %s are read",
    async (type) => {
      const bytes = await rewritten((text) =>
        text.replace("openxmlformats-officedocument.wordprocessingml.document.main", type),
      );
      for (const name of ["a.docm", "a.dotx"]) {
        expect(await extract(name, bytes)).toMatchObject({
          isRead: true,
          diagnostics: [],
          source: { text: "1. Apologies\n" },
        });
      }
    },
  );

  it("are read in the strict form of the format", async () => {
    const bytes = await rewritten((text) =>
      text
        .replaceAll(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/",
          "http://purl.oclc.org/ooxml/officeDocument/",
        ),
    );
    expect(await read(bytes)).toBe("1. Apologies\n");
  });

  it("are read with prefixes of their own", async () => {
    const bytes = await rewritten((text, name) =>
      name.startsWith("word/") && !name.includes("_rels")
        ? text
            .replaceAll("<w:", "<ns0:")
            .replaceAll("</w:", "</ns0:")
            .replaceAll(" w:", " ns0:")
            .replace("xmlns:w=", "xmlns:ns0=")
        : text,
    );
    expect(await read(bytes)).toBe("1. Apologies\n");
  });

  it("are read by the name that they give their main part", async () => {
    expect(await read(await pack(await docxZip(NUMBERED, "texts/minutes.xml")))).toBe("1. Apologies\n");
  });

  it("may write their parts in UTF-16", async () => {
    const zip = await docxZip(NUMBERED);
    const text = (await zip.file("word/document.xml")?.async("string")) ?? "";
    const wide = Buffer.from(`\ufeff${text.replace("?>", ' encoding="UTF-16"?>')}`, "utf16le");
    expect(await read(await pack(zip.file("word/document.xml", wide)))).toBe("1. Apologies\n");
    expect(await read(await pack(zip.file("word/document.xml", Buffer.from(wide).swap16())))).toBe("1. Apologies\n");
  });
});

describe("hostile packages", () => {
  const withDocument = async (xml: string) => pack((await docxZip(NUMBERED)).file("word/document.xml", xml));
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  it("are refused by the size that is allowed", async () => {
    const bytes = await makeDocx({ body: wordParagraph("x".repeat(3_000_000)) });
    expect(await read(bytes, { maxUnpackedMegabytes: 2 })).toBe("document/too-large");
    expect(await read(bytes, { maxUnpackedMegabytes: 4 })).toMatch(/^xxx/);
  });

  it("are refused while they unpack where their directory lies", async () => {
    const bytes = await makeDocx({ body: wordParagraph("x".repeat(3_000_000)) });
    for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4)) {
      bytes.writeUInt32LE(10, at + 24);
    }
    expect(await read(bytes, { maxUnpackedMegabytes: 1 })).toBe("document/too-large");
  });

  it("are refused where a part declares entities", async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await read(await withDocument(bomb))).toBe("document/damaged");
  });

  it("are refused where they are nested without end", async () => {
    for (const name of ["w:p", "w:sdt", "w:tbl"]) {
      const nested = `<w:document ${W}><w:body>${`<${name}>`.repeat(20_000)}${`</${name}>`.repeat(20_000)}</w:body></w:document>`;
      expect(await read(await withDocument(nested))).toBe("document/damaged");
    }
  });

  it("are refused where elements are not closed, or by another's name", async () => {
    for (const xml of ["<w:p>".repeat(300), "<w:p></w:r>".repeat(100_000), '<w:p a="', "<!-- "]) {
      expect(await read(await withDocument(`<w:document ${W}><w:body>${xml}</w:body></w:document>`))).toBe(
        "document/damaged",
      );
    }
    const odd = `<w:document ${W}><!-- <w:p> --><w:body><w:p a="/>"><w:r><w:t><![CDATA[<seen>]]></w:t></w:r></w:p></w:body></w:document>`;
    expect(await read(await withDocument(odd))).toBe("<seen>\n");
  });

  it("may nest tables far, and begin fields without end", async () => {
    const table = (inner: string) =>
      `<w:tbl><w:tr><w:tc>${inner}<w:p/></w:tc><w:tc>${wordParagraph("b")}</w:tc></w:tr></w:tbl>`;
    let nested = wordParagraph("deep");
    for (let depth = 0; depth < 60; depth++) nested = table(nested);
    expect(await read(await makeDocx({ body: nested }))).toContain("deep");
    const fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000);
    expect(await read(await makeDocx({ body: `${wordParagraph("seen")}<w:p>${fields}</w:p>` }))).toBe("seen\n");
  });

  it("name their styles in a circle", async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`;
    const styles = style("A", "B") + style("B", "A");
    expect(await read(await makeDocx({ body: wordParagraph("x", { style: "A" }), styles }))).toBe("x\n");
  });

  it("that are encrypted stay so, and a password is told to be of no use", async () => {
    const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const bytes = Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]);
    const reading = await readDocx(bytes, { ...DEFAULT_READING_OPTIONS, password: "secret" });
    expect(reading).toMatchObject({ code: "document/encrypted", message: expect.stringContaining("cannot be used") });
    expect(await readDocx(bytes)).toMatchObject({ message: expect.not.stringContaining("cannot be used") });
  });
});
