import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/extractors/html/read-html.js";
import { documentOf, linesOf, sourceOf } from "./html-builder.js";

const read = (html: string) => readHtml(Buffer.from(html));

describe("a page that is too much", () => {
  it.each([
    ["divisions", "<div>"],
    ["bold", "<b>"],
    ["lists", "<ul><li>x"],
    ["tables", "<table><tr><td>x"],
  ])("is read to its deepest words: %s", async (_, tags) => {
    const reading = await read(`${tags.repeat(20_000)}<p>Minutes of the meeting`);
    expect(reading).toMatchObject({ isRead: true, diagnostics: [{ code: "html/nested-too-deep" }] });
    expect((await linesOf(`${tags.repeat(20_000)}<p>Minutes of the meeting`)).join(" ")).toContain(
      "Minutes of the meeting",
    );
  });

  it("is refused for its million cells or its size", async () => {
    expect(await read(`<table><tr>${"<td>x".repeat(1_000_000)}`)).toMatchObject({
      isRead: false,
      code: "document/too-large",
    });
    expect(await read(`<p title="${"a ".repeat(11_000_000)}">x`)).toMatchObject({
      isRead: false,
      code: "document/too-large",
    });
  });

  it("may hold pictures of any size", async () => {
    expect(await linesOf(`<p>Minutes<img src="data:image/png;base64,${"A".repeat(24_000_000)}">`)).toEqual(["Minutes"]);
  });

  it("may claim cells of a million rows and columns", async () => {
    const grid = (await sourceOf("<table><tr><td rowspan=1000000 colspan=1000000>a<td>b<tr><td>c</table>")).grids[0];
    expect([grid?.rows, grid?.cols, grid?.cells.length]).toEqual([2, 2, 3]);
  });

  it("may hold long runs of blanks and unended tags", async () => {
    expect(await linesOf(`<p>Minutes${" ".repeat(300_000)}pdf</p>${"<!-- ".repeat(20_000)}`)).toHaveLength(1);
    expect(await linesOf(`<p>Minutes</p>${"<a ".repeat(50_000)}`)).toEqual(["Minutes"]);
  });
});

describe("a page that shows nothing itself", () => {
  it("is named for its frames", async () => {
    const html =
      '<html><frameset cols="20%,*"><frame src="menu.htm"><frame src="minutes.htm"><noframes>Your browser has no frames.</noframes></frameset></html>';
    expect(await read(html)).toMatchObject({
      isRead: false,
      code: "document/frames-only",
      message: /menu\.htm, minutes\.htm/,
    });
    expect(await read('<body><iframe src="minutes.htm"></iframe></body>')).toMatchObject({
      code: "document/frames-only",
    });
  });

  it("has no words in scripts, templates and hidden fields", async () => {
    expect(
      await linesOf(
        '<p>Minutes</p><script>no()</script><template>no</template><noscript>no</noscript><input type=hidden value=no><p style="display:none">no</p>',
      ),
    ).toEqual(["Minutes"]);
  });

  it("shows what is folded up where that is the document", async () => {
    expect(
      await linesOf(
        `<p>Minutes of May</p><div style="display: none">${"<p>The Council resolved to mend the lane.</p>".repeat(5)}</div>`,
      ),
    ).toHaveLength(6);
  });
});

describe("folded panels", () => {
  it("are shown where they are the document, not where they are a notice", async () => {
    const panel = (title: string) =>
      `<h3>${title}</h3><div class="panel" style="display:none"><p>It was resolved to mend it: ${title}.</p></div>`;
    expect(await linesOf(`<h1>Minutes</h1>${panel("1. Roads")}${panel("2. Lanes")}${panel("3. Paths")}`)).toHaveLength(
      7,
    );
    const notice = '<div style="display:none">Your session has ended.</div>';
    expect(
      await linesOf(`<h1>Minutes</h1>${"<p>It was resolved to mend the lane.</p>".repeat(5)}${notice}`),
    ).toHaveLength(6);
  });
});

describe("preformatted minutes", () => {
  it("are laid out as a text file is", async () => {
    const html = `<h1>Minutes</h1><pre>
1.  APOLOGIES

    The Clerk reported that the bridge over the mill stream had been
    mended at last and that it had cost less than everybody had thought.

<b>2.  FINANCE</b>

    Rents         12.40
    Rates          3.15
</pre>`;
    expect(await linesOf(html)).toEqual([
      "Minutes",
      "1. APOLOGIES",
      "The Clerk reported that the bridge over the mill stream had been mended at last and that it had cost less than everybody had thought.",
      "2. FINANCE",
      "Rents\t12.40",
      "Rates\t3.15",
    ]);
    const heading = (await documentOf(html)).body.find(
      (block) => block.type === "paragraph" && block.runs[0]?.text.startsWith("2."),
    );
    expect(heading).toMatchObject({ runs: [{ emphases: ["bold"] }] });
  });
});
