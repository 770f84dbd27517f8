import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { isFurniture, withoutFurniture } from "../../src/extractors/html/furniture.js";
import { readHtml } from "../../src/extractors/html/read-html.js";
import type { LaidOut } from "../../src/extractors/lay-out.js";
import { layOut } from "../../src/extractors/lay-out.js";

async function read(html: string | Buffer): Promise<LaidOut> {
  const reading = await readHtml(typeof html === "string" ? Buffer.from(html) : html);
  if (!reading.isRead) throw new Error(reading.message);
  return reading.document;
}

async function linesOf(html: string | Buffer): Promise<string[]> {
  return layOut("id", await read(html))
    .text.trimEnd()
    .split("\n");
}

const MINUTES =
  "<h1>Minutes of Elmton Council</h1><p>Held on 3 May 2024.</p><h2>1. Apologies</h2><p>Apologies came from Cllr Ash, who was away on other business.</p>";
const MINUTES_LINES = [
  "Minutes of Elmton Council",
  "Held on 3 May 2024.",
  "1. Apologies",
  "Apologies came from Cllr Ash, who was away on other business.",
];
const MENU =
  "<ul><li><a href=/>Home</a><li><a href=/a>About</a><li><a href=/b>Council</a><li><a href=/c>Contact us</a></ul>";

describe("a page", () => {
  it("is read without the site around it", async () => {
    const page = `<title>Minutes</title><body><header><a href=/>Elmton</a></header><nav>${MENU}</nav><div class="breadcrumbs">Home &gt; Minutes</div>
      <main>${MINUTES}</main><aside>News of the week</aside><div id="cookie-notice">We use cookies</div><footer>© Elmton</footer>`;
    expect(await linesOf(page)).toEqual(MINUTES_LINES);
  });

  it("loses menus that only their links give away", async () => {
    expect(await linesOf(`<div>${MENU}</div><div>${MINUTES}</div>`)).toEqual(MINUTES_LINES);
  });

  it("keeps minutes that stand beside the main element", async () => {
    const lines = await linesOf(`<main><p>Welcome.</p></main><div>${MINUTES}</div>`);
    expect(lines).toEqual(["Welcome.", ...MINUTES_LINES]);
  });

  it("keeps minutes in an element that has the name of a menu", async () => {
    expect(await linesOf(`<div class="sidebar">${MINUTES}</div>`)).toEqual(MINUTES_LINES);
    expect(
      await linesOf(`<form>${MINUTES}${"<p>Resolved to go on with the work as planned.</p>".repeat(9)}</form>`),
    ).toHaveLength(13);
  });

  it("keeps an agenda whose items are links", async () => {
    const items = ["Apologies", "Minutes", "Finance", "Planning", "Next meeting"].map(
      (title) => `<li><a href=/x>${title}</a>`,
    );
    expect(await linesOf(`<div>${MENU}</div><div>${MINUTES}</div><ol>${items.join("")}</ol>`)).toHaveLength(9);
  });

  it("keeps a column of comments", async () => {
    const lines = await linesOf(
      `${MINUTES}<table><tr><td>Oak Road</td><td class="comments">No objection</td></tr><tr><td>Ash Lane</td><td class="comments">Object</td></tr></table>`,
    );
    expect(lines.slice(-2)).toEqual(["Oak Road\tNo objection", "Ash Lane\tObject"]);
  });

  it("drops the phrases of portals", async () => {
    const page = `<main>${MINUTES}<p>Venue: Town Hall. <a href=/map>View directions</a></p>
      <h2>2. Minutes of the last meeting <img alt="pdf icon"><span class="mgFileSize">PDF 134 KB</span></h2>
      <p>Additional documents:</p><p><a href=/x>View the full minutes text for item 2</a></p><p>Share this page</p></main>`;
    expect((await linesOf(page)).slice(4)).toEqual(["Venue: Town Hall.", "2. Minutes of the last meeting"]);
  });

  it("tells what it says of itself", async () => {
    const page =
      '<head><title> Minutes\n of May </title><meta name="Author" content="A Clerk"><meta property="article:published_time" content="2024-05-09T10:00:00Z"><meta http-equiv="Last-Modified" content="2024-06-01"></head><p>x <a href="/d/plan.pdf">Plan</a> <a href="/d/plan.pdf">again</a> <a href="#top">Top</a></p>';
    expect((await read(page)).metadata).toEqual({
      title: "Minutes of May",
      author: "A Clerk",
      created: "2024-05-09T10:00",
      modified: "2024-06-01",
      links: ["/d/plan.pdf"],
    });
  });

  it("is empty where nothing is shown", async () => {
    expect(await readHtml(Buffer.from("<html><body><script>x</script></body></html>"))).toMatchObject({
      isRead: false,
      code: "document/empty",
    });
  });
});

describe("furniture", () => {
  it("is told from minutes", () => {
    for (const line of [
      "View directions",
      "pdf icon PDF 134 KB",
      "PDF 22 KB",
      "Additional documents:",
      "View the full minutes text for item 49",
      "Share this page",
      "Back to top",
    ]) {
      expect([line, isFurniture(line)]).toEqual([line, true]);
    }
    for (const line of [
      "Minutes of previous meeting",
      "Any other business",
      "View of the Clerk",
      "Additional documents were tabled",
      "Share of costs",
    ]) {
      expect([line, isFurniture(line)]).toEqual([line, false]);
    }
    expect(withoutFurniture("Minutes of previous meeting. pdf icon PDF 134 KB")).toBe("Minutes of previous meeting.");
  });
});

describe("encodings", () => {
  const text = "<p>Cllr O’Neill – £5</p>";
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", iconv.encode(text, "utf-8", { addBOM: true })],
    ["UTF-16", iconv.encode(text, "utf-16le", { addBOM: true })],
    ["Windows-1252", iconv.encode(text, "windows-1252")],
    ["Latin 1, so called", iconv.encode(`<meta charset="iso-8859-1">${text}`, "windows-1252")],
    ["UTF-8 that calls itself Latin 1", Buffer.from(`<meta charset="iso-8859-1">${text}`)],
    [
      "Latin 2",
      iconv.encode(
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Dvořák</p>',
        "iso-8859-2",
      ),
    ],
  ])("%s", async (name, bytes) => {
    expect(await linesOf(bytes)).toEqual([name === "Latin 2" ? "Dvořák" : "Cllr O’Neill – £5"]);
  });
});

const PAGES = "../shared/corpus/parish-webpage-html";

describe.skipIf(!existsSync(PAGES))("real pages (skipped where ../shared/corpus is missing)", () => {
  it("begin with their title and have none of the site's menu", async () => {
    for (const name of readdirSync(PAGES).filter((file) => file.endsWith(".html"))) {
      const document = await read(readFileSync(join(PAGES, name)));
      const { text } = layOut("id", document);
      expect([name, document.body[0]]).toMatchObject([name, { type: "paragraph", heading: 1 }]);
      expect([name, /toggle|category|copyright remains/i.test(text)]).toEqual([name, false]);
      expect(text.length).toBeGreaterThan(3000);
    }
  });
});
