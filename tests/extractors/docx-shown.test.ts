import { describe, expect, it } from "vitest";
import { fieldCode, textBox, wordCell, wordField, wordParagraph, wordRow, wordRun, wordTable } from "./docx-builder.js";
import { bodyLines, cellsOf, readMade, sourceOf, trailerLines } from "./docx-reading.js";

const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const lines = (body: string) => bodyLines({ body });

describe("what wraps words", () => {
  it("is taken off: controls, tags, custom marks, links", async () => {
    const inline = ["w:smartTag", "w:customXml", "w:hyperlink", "w:dir"].map(
      (name) => `<${name}>${wordRun(`${name.slice(2)} `)}</${name}>`,
    );
    const control = `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${wordRun("control")}</w:sdtContent></w:sdt>`;
    const block = `<w:customXml><w:sdt><w:sdtContent>${wordParagraph("Block")}</w:sdtContent></w:sdt></w:customXml>`;
    expect(await lines(paragraph(inline.join("") + control) + block)).toEqual([
      "smartTag customXml hyperlink dir control",
      "Block",
    ]);
  });

  it("is taken off around rows and cells", async () => {
    const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const row = wordRow([control(wordCell("a")), wordCell("b")]);
    expect(cellsOf((await readMade({ body: wordTable([control(row), row]) })).document.body[0])).toEqual([
      [0, 0, 1, 1, "a"],
      [0, 1, 1, 1, "b"],
      [1, 0, 1, 1, "a"],
      [1, 1, 1, 1, "b"],
    ]);
  });

  it("is read once where it is there in two forms", async () => {
    const shape = `<w:drawing><wps:wsp><wps:txbx><w:txbxContent>${wordParagraph("In the box")}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${wordParagraph("In the box")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const unknown = `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice><mc:Fallback><w:t>smile</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await lines(paragraph(wordRun("Before ") + both + unknown) + wordParagraph("After"))).toEqual([
      "Before smile",
      "In the box",
      "After",
    ]);
  });
});

describe("text boxes", () => {
  it("of the old kind stand behind their paragraph, in cells too", async () => {
    const inner = paragraph(wordRun("Outer") + textBox(paragraph(wordRun("Inner"))));
    const body = paragraph(wordRun("Anchor") + textBox(inner)) + wordTable([wordRow([wordCell(inner), wordCell("b")])]);
    expect(await lines(body)).toEqual(["Anchor", "Outer", "Inner", "Outer", "Inner", "b"]);
  });

  it("are words along a path, too", async () => {
    const watermark = paragraph('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>');
    expect(await trailerLines({ body: wordParagraph("x"), header: watermark })).toEqual(["DRAFT"]);
  });
});

describe("tracked changes", () => {
  const deletedRun = '<w:del w:id="1"><w:r><w:delText>deleted</w:delText></w:r></w:del>';

  it("are taken as accepted, and counted", async () => {
    const moved = `<w:moveTo w:id="3">${wordRun(" moved here")}</w:moveTo>`;
    const left = `<w:moveFrom w:id="4">${wordRun(" moved away")}</w:moveFrom>`;
    const body = paragraph(
      `${wordRun("Kept")}${deletedRun}<w:ins w:id="2">${wordRun(" inserted")}</w:ins>${moved}${left}`,
    );
    const { document, diagnostics } = await readMade({ body });
    expect(document.body).toMatchObject([{ runs: [{ text: "Kept inserted moved here" }] }]);
    expect(diagnostics).toMatchObject([
      { code: "document/unaccepted-changes", message: expect.stringContaining("1 insertion, 1 deletion, 1 move") },
    ]);
  });

  it("leave out whole rows and cells", async () => {
    const body = wordTable([
      wordRow([wordCell("a"), wordCell("b"), wordCell("gone", '<w:cellDel w:id="1"/>')]),
      wordRow([wordCell("gone"), wordCell("gone")], '<w:del w:id="2"/>'),
      wordRow([wordCell("c"), wordCell("d")], '<w:ins w:id="3"/>'),
    ]);
    const { document, diagnostics } = await readMade({ body });
    expect(cellsOf(document.body[0]).map((cell) => cell[4])).toEqual(["a", "b", "c", "d"]);
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining("1 insertion, 2 deletions") }]);
  });

  it("join paragraphs, and take away those that are deleted whole", async () => {
    const mark = '<w:del w:id="9"/>';
    const whole = `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${deletedRun}</w:p>`;
    const body = wordParagraph("One ", { mark }) + whole + wordParagraph("line.") + wordParagraph("Last", { mark });
    expect(await lines(body)).toEqual(["One line.", "Last"]);
  });

  it("are not found where there are none", async () => {
    expect((await readMade({ body: wordParagraph("x") })).diagnostics).toEqual([]);
  });
});

describe("hidden words and comments", () => {
  it("are left out, hidden by themselves or by a style", async () => {
    const styles = `<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Notes"><w:name w:val="Notes"/><w:rPr><w:vanish/></w:rPr></w:style>`;
    const comment =
      '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>';
    const words =
      wordRun("Seen") + wordRun(" not", "<w:vanish/>") + wordRun(" nor", '<w:rStyle w:val="Secret"/>') + comment;
    const body =
      paragraph(words + wordRun(" again", '<w:vanish w:val="0"/>')) +
      wordParagraph("hidden", { style: "Notes" }) +
      wordParagraph("Last");
    expect(await bodyLines({ body, styles })).toEqual(["Seen again", "Last"]);
  });
});

describe("fields", () => {
  it("show their result, within one another and over paragraphs", async () => {
    const inner = wordField(fieldCode(" PAGEREF x "), wordRun("secret"));
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      paragraph(wordRun("See ") + wordField(fieldCode(" IF ") + inner + fieldCode(' = 1 "a" '), wordRun("item 4"))) +
      paragraph(`<w:fldSimple w:instr=" AUTHOR ">${wordRun("A Clerk")}</w:fldSimple>`) +
      paragraph(mark("begin") + fieldCode(" TOC ") + mark("separate") + wordRun("First")) +
      paragraph(wordRun("Second") + mark("end")) +
      paragraph(wordRun("No result") + mark("begin") + fieldCode(" XE hidden ") + mark("end"));
    expect(await lines(body)).toEqual(["See item 4", "A Clerk", "First", "Second", "No result"]);
  });

  it("of forms show what is chosen", async () => {
    const form = (instruction: string, data: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>${fieldCode(instruction)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const entries = '<w:listEntry w:val="Carried"/><w:listEntry w:val="Lost"/>';
    const body = paragraph(
      form(" FORMCHECKBOX ", '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        wordRun(" ") +
        form(" FORMCHECKBOX ", '<w:checkBox><w:default w:val="0"/></w:checkBox>') +
        wordRun(" ") +
        form(" FORMDROPDOWN ", `<w:ddList><w:result w:val="1"/>${entries}</w:ddList>`),
    );
    expect(await lines(body)).toEqual(["☒ ☐ Lost"]);
  });

  it("leave the lines of a table of contents lines", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Contents"><w:name w:val="toc 1"/></w:style>';
    const body = ["Apologies\t1", "Minutes\t2"].map((text) => wordParagraph(text, { style: "Contents" })).join("");
    expect((await readMade({ body, styles })).document.body.map((block) => block.type)).toEqual([
      "paragraph",
      "paragraph",
    ]);
  });
});

describe("signs", () => {
  it("of symbol fonts are what they show", async () => {
    const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const tick = wordRun("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    const body = paragraph(
      wordRun("a") + symbol("Wingdings", "F0FC") + symbol("Arial", "2013") + tick + symbol("Symbol", "F0B3"),
    );
    expect(await lines(body)).toEqual(["a✓–✓≥"]);
  });

  it("between words: hyphens, breaks, small words above, equations", async () => {
    const run = (content: string) => `<w:r>${content}</w:r>`;
    const ruby =
      "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby>";
    const equation =
      "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n+1</m:t></m:r></m:den></m:f></m:oMath>";
    const body = paragraph(
      run("<w:t>Ash</w:t><w:noBreakHyphen/><w:t>Elm co</w:t><w:softHyphen/><w:t>opts</w:t><w:cr/>") +
        run(`${ruby}<w:br w:type="page"/>`) +
        equation,
    );
    expect(await lines(body)).toEqual(["Ash-Elm coopts", "base (above)", "x=1/(n+1)"]);
  });
});

describe("tables", () => {
  it("stand in their columns: merged both ways, begun late, ended early", async () => {
    const body = wordTable([
      wordRow([wordCell("a", '<w:gridSpan w:val="2"/>'), wordCell("b", '<w:vMerge w:val="restart"/>')]),
      wordRow([wordCell("c"), wordCell("", '<w:vMerge w:val="continue"/>')], '<w:gridBefore w:val="1"/>'),
      wordRow([wordCell("d", '<w:hMerge w:val="restart"/>'), wordCell("", "<w:hMerge/>")], '<w:gridAfter w:val="1"/>'),
    ]);
    expect(cellsOf((await readMade({ body })).document.body[0])).toEqual([
      [0, 0, 1, 2, "a"],
      [0, 2, 2, 1, "b"],
      [1, 0, 1, 1, ""],
      [1, 1, 1, 1, "c"],
      [2, 0, 1, 2, "d"],
      [2, 2, 1, 1, ""],
    ]);
  });
});

describe("headers and footers", () => {
  const section = (references: string, more = "") => `<w:sectPr>${references}${more}</w:sectPr>`;
  const refer = (kind: "header" | "footer", type: string, id: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  const furniture = {
    header1: wordParagraph("Usual"),
    header2: wordParagraph("First page"),
    header3: wordParagraph("Even pages"),
    header4: wordParagraph("Usual") + wordParagraph("Second part"),
    footer1: wordTable([wordRow([wordCell("Left"), wordCell("Right")])]),
  };
  const first = section(
    refer("header", "default", "header1") +
      refer("header", "first", "header2") +
      refer("header", "even", "header3") +
      refer("footer", "default", "footer1"),
  );
  const body = `<w:p><w:pPr>${first}</w:pPr>${wordRun("One")}</w:p>${wordParagraph("Two")}`;
  const last = (more: string) => section(refer("header", "default", "header4"), more);

  it("are those of all sections that are shown, each text once", async () => {
    expect(await trailerLines({ body: body + last(""), furniture })).toEqual(["Usual", "Second part", "Left", "Right"]);
    const settings = "<w:evenAndOddHeaders/>";
    expect(await trailerLines({ body: body + last("<w:titlePg/>"), furniture, settings })).toEqual([
      "Usual",
      "Even pages",
      "First page",
      "Second part",
      "Left",
      "Right",
    ]);
  });

  it("leave out numbers of pages", async () => {
    const pages = ["PAGE", "NUMPAGES"].map((name) => wordField(fieldCode(` ${name} `), wordRun("7")));
    const header =
      paragraph(wordRun("Page ") + pages[0] + wordRun(" of ") + pages[1]) +
      paragraph(wordRun("Elmton ") + wordField(fieldCode(" DATE "), wordRun("3 May")) + wordRun(" – ") + pages[0]);
    expect(await trailerLines({ body: wordParagraph("x"), header })).toEqual(["Elmton 3 May –"]);
  });
});

describe("notes", () => {
  const refer = (kind: string, id: number, more = "") => `<w:r><w:${kind}Reference ${more} w:id="${id}"/></w:r>`;

  it("follow with their marks, as the body is read", async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${wordRun(" Ash\tleft.")}${wordRun("not this", "<w:vanish/>")}</w:p></w:footnote>
      <w:footnote w:id="3">${wordParagraph("Elm came.")}</w:footnote><w:footnote w:id="4">${wordParagraph("* Own mark.")}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${wordParagraph("At the end.")}</w:endnote>`;
    const body = paragraph(
      wordRun("A") +
        refer("footnote", 3) +
        wordRun(" B") +
        refer("endnote", 2) +
        wordRun(" C") +
        refer("footnote", 2) +
        wordRun(" D") +
        refer("footnote", 4, 'w:customMarkFollows="1"') +
        wordRun("*"),
    );
    const parts = { body, footnotes, endnotes };
    expect(await bodyLines(parts)).toEqual(["A[1] B[i] C[2] D*"]);
    expect(await trailerLines(parts)).toEqual(["[1] Elm came.", "[2] Ash left.", "[*] Own mark.", "[i] At the end."]);
  });

  it("are marked as the settings say", async () => {
    const parts = {
      body: paragraph(wordRun("A") + refer("footnote", 2)),
      footnotes: `<w:footnote w:id="2">${wordParagraph("Said.")}</w:footnote>`,
      settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    };
    expect(await bodyLines(parts)).toEqual(["A[c]"]);
  });
});

describe("metadata", () => {
  it("are the dates and the links, each once", async () => {
    const core =
      "<dc:title>Minutes</dc:title><dcterms:created>2024-05-03T10:00:00Z</dcterms:created><dcterms:modified>2024-05-09T10:00:00Z</dcterms:modified>";
    const link = (id: string) => `<w:hyperlink r:id="${id}">${wordRun("here")}</w:hyperlink>`;
    const coded = wordField(fieldCode(' HYPERLINK "https://elmton.example/c" '), wordRun("there"));
    const source = await sourceOf({
      body: paragraph(link("a") + link("b") + coded + link("a")),
      links: { a: "https://elmton.example/a", b: "mailto:clerk@elmton.example" },
      core,
    });
    expect(source.metadata).toMatchObject({
      title: "Minutes",
      author: null,
      created: "2024-05-03T10:00:00Z",
      modified: "2024-05-09T10:00:00Z",
      links: ["https://elmton.example/a", "mailto:clerk@elmton.example", "https://elmton.example/c"],
    });
  });
});
