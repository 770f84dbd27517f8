import { describe, expect, test } from "vitest";
import type { Part } from "../../../src/model/minutes.js";
import { readInvented, readPart } from "../read-invented.js";

const BUSINESS = "1. WELCOME\n\nYes.\n\n2. SWANS\n\nCounted.";

function headerOf(part: Part): Record<string, string | null> {
  const { body, organisation, date, startTime, endTime, venue, chair, status } = part;
  const fields = { body, organisation, date, start: startTime, end: endTime, venue, chair, status };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field === null ? [] : [[name, field.value]])),
  );
}

type Row = readonly [name: string, text: string, header: Record<string, string>];

const HEADERS: readonly Row[] = [
  [
    "the legal form under the name is no organisation",
    `PENMERE ROWING TRUST\n\n(a company limited by guarantee)\n\nMINUTES of the Annual General Meeting held in the Boat House on Tuesday 4 May 2021 at 7.30 pm\n\nPresent: Ada Quill (Chair), Ben Marl\n\n${BUSINESS}`,
    { body: "PENMERE ROWING TRUST", date: "2021-05-04", start: "19:30", venue: "Boat House", chair: "Ada Quill" },
  ],
  [
    "officers in the letterhead, and the day under the title",
    `PENMERE ROWING CLUB\n\nPresident: Mrs E Fenn; Hon. Secretary: D Pym; Hon. Treasurer: C Oakes\n\nMINUTES OF THE 12TH ANNUAL GENERAL MEETING\n\nheld in the Boat House on Tuesday 4 May 2021 at 7.30 pm\n\nPresent: Ada Quill (Chairman), Ben Marl\n\n${BUSINESS}`,
    { body: "PENMERE ROWING CLUB", date: "2021-05-04", start: "19:30", venue: "Boat House", chair: "Ada Quill" },
  ],
  [
    "an agenda in front that says where the meeting is to be held",
    `Minutes of the Penmere Quay Committee due to be held on Tuesday 4 May 2021 at 7.30 pm in the Boat House\n\nPresent: Ada Quill (Chair), Ben Marl\n\n${BUSINESS}`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "19:30", venue: "Boat House", chair: "Ada Quill" },
  ],
  [
    "a post and a surname call the meeting to order",
    `Penmere Harbour Board\n\nMinutes of May 4, 2021\n\nPresident Marl called the meeting to order at 7:03 p.m.\n\n${BUSINESS}`,
    { body: "Penmere Harbour Board", date: "2021-05-04", start: "19:03", chair: "Marl" },
  ],
  [
    "a member of the clergy in the chair",
    `PENMERE PAROCHIAL CHURCH COUNCIL\n\nTuesday 4 May 2021 at 7.30 pm in the Vestry\n\nIn the Chair: The Rev’d Canon Ada Quill\n\n${BUSINESS}`,
    {
      body: "PENMERE PAROCHIAL CHURCH COUNCIL",
      date: "2021-05-04",
      start: "19:30",
      venue: "Vestry",
      chair: "The Rev’d Canon Ada Quill",
    },
  ],
  [
    "hours of four figures, a place upstairs",
    `Penmere Quay Committee\n\nMinutes, Tuesday 4 May 2021, 1730-1905, upstairs at the Heron\n\n${BUSINESS}`,
    {
      body: "Penmere Quay Committee",
      date: "2021-05-04",
      start: "17:30",
      end: "19:05",
      venue: "upstairs at the Heron",
    },
  ],
  [
    "one title line says it all",
    `Penmere Town Council\n\nMinutes of a meeting of the Quay Committee held on Tuesday 4 May 2021 at 7.30 pm in the Boat House, Penmere\n\nPresent: Ada Quill (Chair), Ben Marl\n\n${BUSINESS}\n\n3. CLOSE\n\nThe meeting closed at 9.05 pm.`,
    {
      body: "Quay Committee",
      organisation: "Penmere Town Council",
      date: "2021-05-04",
      start: "19:30",
      end: "21:05",
      venue: "Boat House, Penmere",
      chair: "Ada Quill",
    },
  ],
  [
    "fields line by line",
    `Draft Minutes\n\nPenmere Allotment Society\n\nDate: 4 May 2021\nTime: 19:30\nVenue: The Boat House, Penmere\n\nPresent: Ada Quill, Ben Marl\n\nBen Marl took the chair.\n\n${BUSINESS}`,
    {
      body: "Penmere Allotment Society",
      date: "2021-05-04",
      start: "19:30",
      venue: "The Boat House, Penmere",
      chair: "Ben Marl",
      status: "draft",
    },
  ],
  [
    "a range of times",
    `Penmere Quay Committee\n\nMeeting held on 4th May 2021, 2.00 pm – 4.15 pm\n\nChair: Ada Quill\n\n${BUSINESS}`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "14:00", end: "16:15", chair: "Ada Quill" },
  ],
  [
    "the date of the last meeting is not this one's",
    `Minutes of a meeting of the Penmere Quay Committee held on Tuesday 4 May 2021\n\n1. WELCOME\n\nYes.\n\n2. MINUTES OF THE MEETING HELD ON 6 APRIL 2021\n\nApproved.\n\n3. CLOSE`,
    { body: "Penmere Quay Committee", date: "2021-05-04" },
  ],
  [
    "held online",
    `Minutes of a meeting of the Penmere Quay Committee held via Zoom on Tuesday 4 May 2021 at 7 pm\n\n${BUSINESS}`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "19:00", venue: "Zoom" },
  ],
  [
    "a short title in capitals",
    `MINUTES OF THE PENMERE QUAY COMMITTEE\n\nHeld on Tuesday 4 May 2021\n\n${BUSINESS}`,
    { body: "PENMERE QUAY COMMITTEE", date: "2021-05-04" },
  ],
  [
    "the year of a day without one is that on which its weekday is right",
    `Penmere Quay Committee\n\nMinutes of the meeting held on Tuesday 4th May at 7.30\n\n1. WELCOME\n\nThe minutes of 6 April 2021 were agreed.\n\n2. NEXT MEETING\n\n1 June 2021`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "19:30" },
  ],
  [
    "what the minutes tell of opening and closing goes before the hours announced",
    `Penmere Quay Committee\n\nTuesday 4 May 2021\n\nTime: 19:00 – 20:30\n\nThe Chairman called the meeting to order at 7.04pm.\n\n${BUSINESS}\n\n3. CLOSE\n\nThere being no further business the meeting ended at 8.40.`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "19:04", end: "20:40" },
  ],
  [
    "a close without am or pm is after the start, or in the evening",
    `Penmere Quay Committee\n\nTuesday 4 May 2021\n\n${BUSINESS}\n\n3. MEETING CLOSED\n\n10.15`,
    { body: "Penmere Quay Committee", date: "2021-05-04", end: "22:15" },
  ],
  [
    "a break for the public is not the close",
    `Penmere Quay Committee\n\nTuesday 4 May 2021\n\nThe meeting started at 19.30hrs.\n\n${BUSINESS}\n\nThe Chair closed the meeting at 21.05hrs. The next meeting starts at 19.00hrs.\n\nThe public session closed at 21.20hrs.`,
    { body: "Penmere Quay Committee", date: "2021-05-04", start: "19:30", end: "21:05" },
  ],
  [
    "the figures of a North American document",
    `Penmere Quay Committee\n\nMinutes, 5/4/2021\n\n1. WELCOME\n\nThe wall was mended on 4/23/2021.`,
    { body: "Penmere Quay Committee", date: "2021-05-04" },
  ],
  [
    "the day of the next meeting over the business is not this one's",
    `Penmere Quay Committee\n\nTuesday 4 May 2021\n\nNext meeting: Wed 2nd June, 1pm\n\n${BUSINESS}`,
    { body: "Penmere Quay Committee", date: "2021-05-04" },
  ],
];

test.each(HEADERS)("%s", async (_name, text, header) => {
  expect(headerOf(await readPart(text))).toEqual(header);
});

/** Title lines, and the body that they name. */
const BODIES: readonly (readonly [title: string, body: string])[] = [
  ["Place and Quay Scrutiny Panel\n\nTuesday 4 May 2021", "Place and Quay Scrutiny Panel"],
  ["PENMERE TOWN COUNCIL\n\nMinutes of the Meeting of the FULL COUNCIL held on 4 May 2021", "PENMERE TOWN COUNCIL"],
  ["Penmere Rowing Club\n\nMinutes of a committee meeting held on 4 May 2021", "committee"],
  ["Penmere Rowing Club\n\nCommittee meeting, 4 May 2021", "Committee"],
  ["Penmere Rowing Club\n\nMinutes of the committee meeting held on 4 May 2021", "committee"],
  ["PENMERE MUSEUM TRUST\n\nBoard of Trustees\n\nMinutes of the meeting held on 4 May 2021", "Board of Trustees"],
  ["PENMERE CIVIC SOCIETY\n\nCouncil of the Society\n\nMinutes of the meeting of 4 May 2021", "Council of the Society"],
  ["Penmere Parish Council July Meeting Minutes\n\n4 May 2021", "Penmere Parish Council"],
  ["MINUTES OF PENMERE PARISH COUNCIL PLANNING MEETING HELD ON 4 MAY 2021", "PENMERE PARISH COUNCIL"],
  ["PENMERE ANNUAL PARISH MEETING\n\nHeld on 4 May 2021", "PENMERE ANNUAL PARISH MEETING"],
  ["Minutes of the 3rd Annual General Meeting of the Penmere Gig Rowers, 4 May 2021", "Penmere Gig Rowers"],
  ["Minutes of the Friends of Penmere Pier meeting, 4 May 2021", "Friends of Penmere Pier"],
  ["Penmere Makers Directors’ Meeting 2021-05-04", "Penmere Makers Directors"],
  ["# Tidewater Task Force: 2021-05-04", "Tidewater Task Force"],
  ["MINUTES OF BOARD MEETING NO. 12\n\nHELD ON 4 MAY 2021", "BOARD"],
  ["THE CORPORATION OF THE TOWNSHIP OF PENMERE\n\nMINUTES – REGULAR COUNCIL MEETING\n\n4 May 2021", "COUNCIL"],
  ["PENMERE TOWN COUNCIL\n\nANNUAL COUNCIL MEETING\n\n4 May 2021", "PENMERE TOWN COUNCIL"],
  ["Penmere Estuary Partnership\n\nExecutive Group – Minutes\n\n4 May 2021", "Executive Group"],
  ["Penmere Homes Ltd\n\nBoard of Directors Meeting\n\n4 May 2021", "Board of Directors"],
  ["Penmere Students’ Union\n\nStudent Council 6 2020/21\n\n4 May 2021", "Student Council"],
  ["PENMERE ANGLERS’ SOCIETY\n\nMinutes of the 31st meeting of Council held on 4 May 2021", "Council"],
  ["PENMERE DUNE TRUST\n\nMinutes of the Trustees’ meeting\n\n4 May 2021", "Trustees"],
  ["Tidewater Alliance for\n\nDunes and Marshes\n\nBoard Meeting Minutes, May 4, 2021", "Board"],
  [
    "Penmere and Tolby Integrated Care Board\n\nMinutes of the meeting of the Board, 4 May 2021",
    "Penmere and Tolby Integrated Care Board",
  ],
  [
    "Minutes of Monthly Meeting of the Municipal District of Penmere held on 4 May 2021",
    "Municipal District of Penmere",
  ],
];

test.each(BODIES)("the body of %j", async (title, body) => {
  expect((await readPart(`${title}\n\nPresent: Ada Quill, Ben Marl\n\n${BUSINESS}`)).body?.value).toBe(body);
});

/** Title lines, and the place that they name. */
const VENUES: readonly (readonly [title: string, venue: string | null])[] = [
  ["Thurs 4 May 2021, 7.45pm, Flat 9", "Flat 9"],
  ["Tuesday 4 May 2021   7:30pm   Corn Exchange", "Corn Exchange"],
  ["Tue 4/5/21, Pavilion, 7pm", "Pavilion"],
  ["4 May 2021, 6pm, 12 Priory Yard and by Zoom", "12 Priory Yard"],
  ["Ordinary Meeting | Tue 4 May 2021 | 19:00 | The Pound Room", "Pound Room"],
  ["Minutes of the meeting held on 4 May 2021\n\nCOUNCIL CHAMBERS, HOPE STREET", "COUNCIL CHAMBERS, HOPE STREET"],
  [
    "Tuesday 4 May 2021, 09:30 – 12:40\n\nLecture Theatre 2, The Infirmary and via MS Teams",
    "Lecture Theatre 2, The Infirmary",
  ],
  ["Meeting held in public on 4 May 2021 at 7pm in the Guildhall, Penmere", "Guildhall, Penmere"],
  ["Draft for consideration at the next meeting\n\nTuesday 4 May 2021, 7.30pm Village Hall", "Village Hall"],
  ["Meeting held on 4 May 2021 at 6pm by video conference", null],
  ["Minutes of the meeting of 4 May 2021\n\nMinutes taken by Alan Chambers", null],
  ["Tuesday 4 May 2021, Ada Quill presiding", null],
];

test.each(VENUES)("the venue of %j", async (title, venue) => {
  const text = `PENMERE VILLAGE HALL\n\nPenmere Quay Committee\n\n${title}\n\nPresent: Ada Quill, Ben Marl\n\n${BUSINESS}`;
  expect((await readPart(text)).venue?.value ?? null).toBe(venue);
});

/** Openings, and who took the chair by them. */
const CHAIRS: readonly (readonly [opening: string, chair: string | null])[] = [
  ["Present: Cllrs A Quill (Chairman), B Marl", "A Quill"],
  [
    "Present: A Quill (Chairman), B Marl\n\nIn the absence of the Chairman for the first item, B Marl took the chair.",
    "B Marl",
  ],
  ["Present: Ada Quill (Leader, in the Chair), Ben Marl (Chair of Planning)", "Ada Quill"],
  ["Present: Ada Quill, Ben Marl (Convener)", "Ben Marl"],
  ["The Vicar was in the chair.\n\nPresent: Ben Marl, Ada Quill (Vicar)", "Ada Quill"],
  ["Present: Ada Quill, Ben Marl\n\nChair Quill called the meeting to order at 7 pm.", "Ada Quill"],
  ["Mayor Ada Quill called the meeting to order at 7 pm.\n\nPresent: Ben Marl", "Ada Quill"],
  ["The meeting was called to order at 7:02 PM by President Ada Quill.\n\nPresent: Ben Marl", "Ada Quill"],
  ["Chaired by: Ada Quill\n\nPresent: Ben Marl", "Ada Quill"],
  ["Chair: Ada. Minutes: Ben.\n\nPresent: Ada, Ben, Cleo", "Ada"],
  ["There were 31 members present. Ada Quill (President) was in the chair.", "Ada Quill"],
  ["No challenge was made to Ada Quill chairing the meeting.", "Ada Quill"],
  ["Present: Ada Quill, Ben Marl\n\nBen Marl (chair): We should begin.", "Ben Marl"],
  ["Present: Ada Quill, Ben Marl (Vice-Chairman), Cleo Pye (Deputy Chair)", null],
  ["Present: Ada Quill (Mayor), Ben Marl", "Ada Quill"],
];

test.each(CHAIRS)("the chair by %j", async (opening, chair) => {
  const text = `Penmere Quay Committee\n\nMinutes of the meeting held on 4 May 2021\n\n${opening}\n\n${BUSINESS}`;
  expect((await readPart(text)).chair?.value ?? null).toBe(chair);
});

test("the chair by the hand that signed", async () => {
  const text = `Penmere Quay Committee\n\n4 May 2021\n\n${BUSINESS}\n\n3. CLOSE\n\nClosed.\n\nSigned: ............\n\nAda Quill, Chairman`;
  expect((await readPart(text)).chair?.value).toBe("Ada Quill");
});

test("what is not stated is told and left empty", async () => {
  const { parts, diagnostics } = await readInvented(`Minutes\n\n${BUSINESS}`);
  expect(parts.map((part) => [part.body, part.date, part.venue])).toEqual([[null, null, null]]);
  expect(diagnostics.map((diagnostic) => diagnostic.code).sort()).toEqual(["meeting/no-body", "meeting/no-date"]);
});

test("a weekday that does not fit is told, and the date stands", async () => {
  const { parts, diagnostics } = await readInvented(
    `Minutes of a meeting of the Penmere Quay Committee held on Monday 4 May 2021\n\n${BUSINESS}`,
  );
  expect(parts[0]?.date?.value).toBe("2021-05-04");
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["meeting/weekday-mismatch"]);
});

test("a day by which something is due is not the day of the meeting", async () => {
  const part = await readPart(
    "Minutes of the Quay Committee\n\n1. WALL\n\nACTION: AQ to prop it by 4 June 2021.\n\n2. SWANS\n\n3. CLOSE",
  );
  expect(part.date).toBeNull();
});

describe("next meetings", () => {
  const TITLE = "Minutes of a meeting of the Penmere Quay Committee held on Tuesday 4 May 2021\n\n1. WELCOME\n\nYes.";

  test.each([
    ["an item", "2. DATE OF NEXT MEETING\n\nTuesday 1 June 2021 at 7.30 pm\n\n3. CLOSE", ["2021-06-01 19:30"]],
    ["a sentence", "2. SWANS\n\nThe next meeting will be held on 1 June 2021 at 2 pm.", ["2021-06-01 14:00"]],
    [
      "a list with one time for all",
      "2. DATES OF FUTURE MEETINGS\n\nAll meetings start at 10.00 am.\n\n1 June 2021\n\n6 July 2021\n\n3. CLOSE",
      ["2021-06-01 10:00", "2021-07-06 10:00"],
    ],
    [
      "a table of days under a heading that gives the year",
      "2. SWANS\n\nDates for 2021 – last Thursday of the month 7pm\n\n27 May\t24 June\n29 July\t26 August\n\nSigned ………… Date …………",
      ["2021-05-27 19:00", "2021-06-24 19:00", "2021-07-29 19:00", "2021-08-26 19:00"],
    ],
    [
      "days without a year go on into the next",
      "2. Dates of future meetings: 7 September, 2 November, 4 January",
      ["2021-09-07 -", "2021-11-02 -", "2022-01-04 -"],
    ],
    [
      "another day in the same lines is no meeting",
      "2. DATE OF NEXT MEETING\n\nTuesday 1 June 2021 at 7.30 pm. Papers by 24 May 2021. The litter pick is on 5 June 2021.",
      ["2021-06-01 19:30"],
    ],
    [
      "another body's meeting in the midst of the business",
      "2. POLICE\n\nTheir next meeting will be held at Ludmere on 20 May 2021.\n\n3. NEXT MEETING\n\n1 June 2021",
      ["2021-06-01 -"],
    ],
    ["a day that was put off", "2. NEXT MEETING\n\nThis was scheduled for 1 June but will be later.", []],
    ["a day before this meeting is none", "2. NEXT MEETING\n\nTuesday 6 April 2021\n\n3. CLOSE", []],
  ])("%s", async (_name, business, meetings) => {
    const part = await readPart(`${TITLE}\n\n${business}`);
    expect(part.nextMeetings.map((next) => `${next.date?.value} ${next.time?.value ?? "-"}`)).toEqual(meetings);
  });
});

test("the minutes of the last meeting, treated below a dated head, are not the title", async () => {
  const list = "## Present\n\n* Ada Quill (chair)\n* Ben Marl";
  const { parts } = await readInvented(
    `# Quay Canoe Club: Annual General Meeting 2021\n\n* Date: 4 May 2021\n\n${list}\n\n## Minutes of the last AGM\n\nThey were approved.\n\n## Swans\n\nCounted.`,
  );
  expect(parts.map(({ title }) => title?.value)).toEqual(["Quay Canoe Club: Annual General Meeting 2021"]);
});
