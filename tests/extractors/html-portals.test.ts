import { describe, expect, it } from "vitest";
import { documentOf, linesOf, sourceOf } from "./html-builder.js";

const ITEMS = `<table id="mgItemTable" class="mgItemTable">
  <thead><tr><th class="mgItemNumberCell"><span class="mgHide">No.</span></th><th><span class="mgHide">Item</span></th></tr></thead>
  <tr><td class="mgItemNumberCell"><a name="AI1"></a><p class="mgAiTitleTxt">4.</p></td><td>
    <p class="mgAiTitleTxt"><a href="s1.pdf" class="mgAiTitleLnk">Kerbs <img alt="pdf icon"><span class="mgFileSize">PDF 134 KB</span></a></p>
    <ul class="mgActionList"><li><a href="d.aspx">View the decision for item 4.</a></li></ul>
    <div class="mgWordPara"><p>To consider the report.</p></div>
    <p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>RESOLVED &amp;ndash; That the kerbs be dropped &amp;amp; painted.</p></div>
    <p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><div class="WordSection1">
      <p class="MsoListParagraph"><![if !supportLists]><span style="mso-list:Ignore">4.1<span>&nbsp;&nbsp;</span></span><![endif]>The Clerk&amp;#8217;s report was heard.<o:p></o:p></p>
    </div></div></td></tr>
</table>`;

describe("a ModernGov page", () => {
  it("has its items, decisions and minutes, without the portal's links and hidden words", async () => {
    const page = `<body class="mgBody"><ul class="mgMenuList"><li><a href=/a>Committees</a></li><li><a href=/b>Calendar</a></li></ul>
      <div class="mgHelpOptions"><a href=/r>Subscribe to updates</a></div>
      <h1 class="mgMainTitleTxt">Agenda and minutes</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Streets Panel<br>Monday, 3rd May, 2021 6.00 pm</h2>
      <p><span class="mgLabel">Venue:</span>&nbsp;Town Hall.&nbsp;<a href="l.aspx">View directions</a></p>${ITEMS}</div></body>`;
    expect(await linesOf(page)).toEqual([
      "Agenda and minutes",
      "Streets Panel",
      "Monday, 3rd May, 2021 6.00 pm",
      "Venue: Town Hall.",
      "4.\tKerbs",
      "To consider the report.",
      "Decision:",
      "RESOLVED – That the kerbs be dropped & painted.",
      "Minutes:",
      "4.1 The Clerk’s report was heard.",
    ]);
    expect((await sourceOf(page)).grids).toMatchObject([{ rows: 1, cols: 2 }]);
  });

  it("of attendance is a table of names, roles and who came", async () => {
    const page = `<h2 class="mgSubTitleTxt">Meeting attendance</h2><h3>Streets Panel, Monday, 3rd May, 2021</h3>
      <table class="mgStatsTable" summary="Table of attendances"><caption>Attendances for this meeting</caption>
      <thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead>
      <tr><td><a href="mgUserInfo.aspx?UID=1">Councillor Ada Ash</a></td><td>Chair</td><td>Present</td></tr>
      <tr><td><a href="mgUserInfo.aspx?UID=2">Councillor Ben Elm</a></td><td>Committee Member</td><td>Apologies, sent representative</td></tr></table>`;
    expect((await linesOf(page)).slice(2)).toEqual([
      "Attendances for this meeting",
      "Attendee\tRole\tAttendance",
      "Councillor Ada Ash\tChair\tPresent",
      "Councillor Ben Elm\tCommittee Member\tApologies, sent representative",
    ]);
    expect((await sourceOf(page)).grids[0]?.cells.filter((cell) => cell.isHeader)).toHaveLength(3);
  });

  it("keeps words in an element of links that are no links", async () => {
    const list = '<ul class="mgActionList"><li>Apologies from Councillor Ash were received and accepted.</li></ul>';
    expect(await linesOf(`<h1>Minutes</h1>${list}${"<p>Talk of the lane.</p>".repeat(5)}`)).toContain(
      "Apologies from Councillor Ash were received and accepted.",
    );
  });
});

describe("other pages of councils", () => {
  it("of tables as layout lose the menu in the first column", async () => {
    const menu = ["Home", "Meetings", "Members", "Contact"]
      .map((name) => `<a href="/${name}">${name}</a><br>`)
      .join("");
    const page = `<table><tr><td>${menu}</td><td><table><tr><td><h2>Elmton Council</h2><p>Minutes of 3 May.</p></td></tr>
      <tr><td><table border=1><tr><th>Name</th><th>Role</th></tr><tr><td>Mr Ash</td><td>Clerk</td></tr></table></td></tr></table></td></tr></table>`;
    expect(await linesOf(page)).toEqual(["Elmton Council", "Minutes of 3 May.", "Name\tRole", "Mr Ash\tClerk"]);
  });

  it("have lines that only breaks part", async () => {
    expect(await linesOf("<p>Present:<br>Mr Ash<br>Ms Elm<br><br>Apologies:<br>Dr Oak</p>")).toEqual([
      "Present:",
      "Mr Ash",
      "Ms Elm",
      "Apologies:",
      "Dr Oak",
    ]);
  });

  it("say when they were made, and what they link to", async () => {
    const page =
      '<head><meta name="dc.date" content="2012-11-21"><meta name="DC.Date.Modified" content="2013-01-02"></head><p>Minutes <a href="plan.pdf">Plan</a></p>';
    expect((await documentOf(page)).metadata).toMatchObject({
      created: "2012-11-21",
      modified: "2013-01-02",
      links: ["plan.pdf"],
    });
  });
});
