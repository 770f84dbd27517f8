import { describe, expect, it } from "vitest";
import { layOut } from "../../src/extractors/lay-out.js";
import { readOdt } from "../../src/extractors/odt/read-odt.js";
import { DEFAULT_READING_OPTIONS } from "../../src/model/reading-options.js";
import { entry, flatOdt, list, listStyle, type OdtParts, p, zippedOdt } from "./odt-builder.js";
import { hasOffice, officeLines, plainLines } from "./office-program.js";

async function read(file: string | Uint8Array) {
  const reading = await readOdt(Buffer.from(file));
  if (!reading.isRead) throw new Error(`${reading.code}: ${reading.message}`);
  return { source: layOut("id", reading.document), diagnostics: reading.diagnostics };
}

async function linesOf(parts: OdtParts): Promise<string[]> {
  return (await read(flatOdt(parts))).source.text.trimEnd().split("\n");
}

const MINUTE = listStyle(
  "M",
  ["1", ".", 'text:start-value="43"'],
  ["1", "", 'text:display-levels="2"'],
  ["a", ")", 'style:num-prefix="("'],
);
const LETTERS = listStyle("L", ["a", "."], ["i", ")"]);
const M = 'text:style-name="M"';
const L = 'text:style-name="L"';
const again = 'text:continue-numbering="true"';

const HEADINGS =
  [1, 2]
    .map(
      (level) =>
        `<style:style style:name="H${level}" style:family="paragraph" style:default-outline-level="${level}"/>`,
    )
    .join("") +
  '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
const h = (text: string, level: number, more = "") =>
  `<text:h text:style-name="H${level}" text:outline-level="${level}" ${more}>${text}</text:h>`;

/** Lists as programs write them, and the lines that LibreOffice 7.4 prints for them. */
const CASES: Readonly<Record<string, { parts: OdtParts; lines: readonly string[] }>> = {
  "levels, and an entry of two paragraphs": {
    parts: {
      automatic: MINUTE,
      body: list(
        M,
        entry(p("Ash"), list("", entry(p("bark")), entry(p("leaf"), list("", entry(p("vein")), entry(p("edge")))))),
        entry(p("Elm"), p("goes on"), list("", entry(p("root")))),
      ),
    },
    lines: ["43. Ash", "43.1 bark", "43.2 leaf", "(a) vein", "(b) edge", "44. Elm", "goes on", "44.1 root"],
  },
  "a list of the same style begins anew unless it says that it goes on": {
    parts: {
      automatic: MINUTE,
      body:
        list(`${M} xml:id="first"`, entry(p("one")), entry(p("two"))) +
        p("words") +
        list(M, entry(p("anew"))) +
        p("words") +
        list(`${M} ${again}`, entry(p("on"))) +
        p("words") +
        list(`${M} text:continue-list="first"`, entry(p("far back"))),
    },
    lines: ["43. one", "44. two", "words", "43. anew", "words", "44. on", "words", "45. far back"],
  },
  "an entry without words of its own counts as the first": {
    parts: {
      automatic: MINUTE,
      body: list(M, entry(list("", entry(p("below")), entry(p("below too")))), entry(p("after"))),
    },
    lines: ["43.1 below", "43.2 below too", "44. after"],
  },
  "a second list in an entry begins anew, one in a list that goes on does not": {
    parts: {
      automatic: MINUTE,
      body:
        list(M, entry(p("x"), list("", entry(p("s")), entry(p("t"))), list("", entry(p("u"))))) +
        list(`${M} ${again}`, entry(list(again, entry(p("v"))))),
    },
    lines: ["43. x", "43.1 s", "43.2 t", "43.1 u", "43.2 v"],
  },
  "list headers have no number, start values hold": {
    parts: {
      automatic: LETTERS,
      body: `<text:list ${L}>${entry(p("a"))}<text:list-header>${p("header")}</text:list-header><text:list-item text:start-value="7">${p("g")}</text:list-item>${entry(p("h"))}</text:list>`,
    },
    lines: ["a. a", "header", "g. g", "h. h"],
  },
  "letters beyond z": {
    parts: { automatic: LETTERS, body: list(L, ...Array.from({ length: 28 }, (_, index) => entry(p(`n${index}`)))) },
    lines: Array.from(
      { length: 28 },
      (_, index) => `${index < 26 ? "" : "a"}${"abcdefghijklmnopqrstuvwxyz"[index % 26]}. n${index}`,
    ),
  },
  "headings by the numbering of headings": {
    parts: {
      styles: HEADINGS,
      body:
        h("A", 1) +
        h("B", 2) +
        h("no number", 1, 'text:is-list-header="true"') +
        h("C", 1) +
        h("D", 2) +
        h("E", 1, 'text:restart-numbering="true" text:start-value="5"') +
        h("F", 1),
    },
    lines: ["1. A", "1.1 B", "no number", "2. C", "2.1 D", "5. E", "6. F"],
  },
};

describe("list numbers of OpenDocument", () => {
  it.each(Object.entries(CASES))("%s", async (_, { parts, lines }) => {
    expect(await linesOf(parts)).toEqual(lines);
  });

  it.skipIf(!hasOffice)(
    "are those that LibreOffice prints",
    () => {
      for (const { parts, lines } of Object.values(CASES)) expect(officeLines(flatOdt(parts), "fodt")).toEqual(lines);
    },
    120_000,
  );

  it("come from the paragraph's style where the list names none", async () => {
    const style = '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>';
    const body = list("", entry(p("one", "P")), entry(p("two", "P"))) + p("in no list", "P");
    expect(await linesOf({ automatic: LETTERS + style, body })).toEqual(["a. one", "b. two", "in no list"]);
  });
});

describe("the text of OpenDocument", () => {
  it("has blanks, tabs, breaks, and no comments, hidden words or spoken forms", async () => {
    const hidden =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      p('one<text:s text:c="3"/>two<text:line-break/>three<text:soft-page-break/> four') +
      p(
        '<office:annotation><text:p>said aside</text:p></office:annotation>kept<text:span text:style-name="H">secret</text:span>',
      ) +
      `<text:section text:name="s" text:display="none">${p("unseen")}</text:section>` +
      p(
        "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>spoken</text:ruby-text></text:ruby> <text:date>4 May</text:date>",
      );
    expect(await linesOf({ body, automatic: hidden })).toEqual(["one two", "three four", "kept", "base 4 May"]);
  });

  it("has the looks of letters from styles and the styles above them", async () => {
    const styles =
      '<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>' +
      '<style:style style:name="Up" style:family="paragraph" style:parent-style-name="Base"><style:text-properties fo:font-size="150%"/></style:style>';
    const automatic =
      '<style:style style:name="T" style:family="text"><style:text-properties fo:font-weight="normal" fo:font-style="italic" style:text-underline-style="solid" style:text-line-through-style="solid"/></style:style>';
    const { source } = await read(
      flatOdt({ styles, automatic, body: p('all <text:span text:style-name="T">but this</text:span>', "Up") }),
    );
    const kinds = source.lines[0]?.emphases.map(({ kind, span }) => [kind, source.text.slice(span.start, span.end)]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["bold", "all "],
        ["italic", "but this"],
        ["underline", "but this"],
        ["strike", "but this"],
      ]),
    );
    expect(source.lines[0]?.style.size).toBe(18);
  });

  it("leaves deleted words out and says that there are changes", async () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>struck out</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const { source, diagnostics } = await read(
      flatOdt({ body: changes + p('We <text:change text:change-id="c"/>agreed.') }),
    );
    expect(source.text.trim()).toBe("We agreed.");
    expect(diagnostics.map(({ code }) => code)).toEqual(["document/unaccepted-changes"]);
  });

  it("has notes, page headers and text boxes, and the data of the file", async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Without tax.</text:p></text:note-body></text:note>';
    const box = `<draw:frame><draw:text-box>${p("boxed")}</draw:text-box></draw:frame>`;
    const master = `<style:master-page style:name="Standard"><style:header>${p("Ferry Trust <text:page-number>1</text:page-number>")}</style:header><style:footer style:display="false">${p("unseen")}</style:footer></style:master-page>`;
    const meta = "<dc:title>Minutes</dc:title><meta:initial-creator>O Pennick</meta:initial-creator>";
    const { source } = await read(flatOdt({ body: p(`Dear${note} me${box}`), master, meta }));
    expect(source.text.trimEnd().split("\n")).toEqual(["Dear[1] me", "boxed", "Ferry Trust", "[1] Without tax."]);
    expect([source.metadata.title, source.metadata.author]).toEqual(["Minutes", "O Pennick"]);
    expect(source.format).toBe("odt");
  });

  it("has tables with spans, whether covered cells are written or not", async () => {
    const cell = (text: string, more = "") => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
    const rows = (covered: string) =>
      `<table:table><table:table-header-rows>${row(cell("Firm"), cell("Price", 'table:number-columns-spanned="2"'), covered)}</table:table-header-rows>` +
      row(cell("Wood", 'table:number-rows-spanned="2"'), cell("oak"), cell("1")) +
      row(covered, cell("elm"), cell("2")) +
      "</table:table>";
    for (const covered of ["<table:covered-table-cell/>", ""]) {
      const { source } = await read(flatOdt({ body: rows(covered) }));
      const [grid] = source.grids;
      const placed = grid?.cells.map((at) => [
        source.text.slice(at.span.start, at.span.end),
        at.row,
        at.col,
        at.rowSpan,
        at.colSpan,
      ]);
      expect(placed).toEqual([
        ["Firm", 0, 0, 1, 1],
        ["Price", 0, 1, 1, 2],
        ["Wood", 1, 0, 2, 1],
        ["oak", 1, 1, 1, 1],
        ["1", 1, 2, 1, 1],
        ["elm", 2, 1, 1, 1],
        ["2", 2, 2, 1, 1],
      ]);
      expect(grid?.cells.map((at) => at.isHeader).slice(0, 3)).toEqual([true, true, false]);
    }
  });
});

describe("OpenDocument files that cannot be read", () => {
  const codeOf = async (bytes: Uint8Array | string, megabytes = 200) => {
    const reading = await readOdt(Buffer.from(bytes), { ...DEFAULT_READING_OPTIONS, maxUnpackedMegabytes: megabytes });
    return reading.isRead ? null : reading.code;
  };

  it("are told by their codes", async () => {
    const encrypted =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await codeOf(await zippedOdt({ body: p("x") }))).toBeNull();
    expect(await codeOf(await zippedOdt({ body: p("x") }, { "META-INF/manifest.xml": encrypted }))).toBe(
      "document/encrypted",
    );
    expect(await codeOf(await zippedOdt({ body: "" }))).toBe("document/empty");
    expect(await codeOf(await zippedOdt({ body: "" }, { "content.xml": "<office:document-content" }))).toBe(
      "document/damaged",
    );
    expect(await codeOf((await zippedOdt({ body: p("x") })).subarray(0, 300))).toBe("document/damaged");
    expect(await codeOf(flatOdt({ body: p("x") }).replaceAll("office:text", "office:spreadsheet"))).toBe(
      "document/unsupported-format",
    );
  });

  it("stop unpacking at the limit, whatever the directory of the zip claims", async () => {
    const bomb = await zippedOdt({ body: p("x") }, { "content.xml": Buffer.alloc(8 * 1024 * 1024, 32) });
    const entryOf = Buffer.from("PK\x01\x02");
    for (let at = bomb.indexOf(entryOf); at >= 0; at = bomb.indexOf(entryOf, at + 4)) bomb.writeUInt32LE(10, at + 24);
    expect(["document/too-large", "document/damaged"]).toContain(await codeOf(bomb, 2));
  });

  it("do not expand entities", async () => {
    const entities = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};&e${index};&e${index};">`,
    );
    const bomb = flatOdt({ body: p("We met. &e20;") }).replace(
      '<?xml version="1.0"?>',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "boom boom boom boom">${entities.join("")}]>`,
    );
    const reading = await readOdt(Buffer.from(bomb));
    expect(reading.isRead ? JSON.stringify(reading.document).length : 0).toBeLessThan(5000);
  });

  it("are refused where lists and sections nest without end", async () => {
    const depth = 3000;
    const body = `${`<text:section>`.repeat(depth)}${p("deep")}${"</text:section>".repeat(depth)}${p("flat")}`;
    const reading = await readOdt(Buffer.from(flatOdt({ body })));
    expect(reading).toMatchObject({ isRead: false, code: "document/damaged" });
  });
});

it("comparing lines leaves bullets and indents out", () => {
  expect(plainLines("  • one\n\n\ttwo")).toEqual(["one", "two"]);
});
