import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  initialsFit,
  nameKey,
  organisationLikeness,
  type PersonMention,
  personLikeness,
  readPeople,
  readPerson,
} from "../../../src/grammar/phrases/person.js";

const FIELDS = ["name", "role", "organisation", "initials", "note", "surname"] as const;

/** The words of each field that is there. */
function words(text: string, mention: PersonMention): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of FIELDS) {
    const span = mention[field];
    if (span !== null) found[field] = text.slice(span.start, span.end);
  }
  return found;
}

describe("readPerson", () => {
  it.each<[string, Record<string, string>]>([
    [
      "W Tarn (Northmoor Fire and Rescue Service)",
      { name: "W Tarn", organisation: "Northmoor Fire and Rescue Service" },
    ],
    ["Insp. M Quill (Northmoor Police)", { name: "Insp. M Quill", organisation: "Northmoor Police" }],
    ["Chair - Councillor K J Marlow", { name: "Councillor K J Marlow", role: "Chair" }],
    ["Chairman: Mr J Black", { name: "Mr J Black", role: "Chairman" }],
    ["Mr. I. D. Ash OBE CC (in the Chair)", { name: "Mr. I. D. Ash OBE CC", role: "in the Chair" }],
    ["M Smith (Minutes)", { name: "M Smith", role: "Minutes" }],
    [
      "A Smith, Director of Public Health, Elm Council",
      { name: "A Smith", role: "Director of Public Health", organisation: "Elm Council" },
    ],
    ["A Smith – Elm Council", { name: "A Smith", organisation: "Elm Council" }],
    ["J Bloggs, Clerk", { name: "J Bloggs", role: "Clerk" }],
    ["Jane Doe (JD), Treasurer", { name: "Jane Doe", initials: "JD", role: "Treasurer" }],
    ["Jane Doe - JD", { name: "Jane Doe", initials: "JD" }],
    ["Jane Doe (JD)[Chair]", { name: "Jane Doe", initials: "JD", role: "Chair" }],
    ["K Dale (Chair KD)", { name: "K Dale", initials: "KD", role: "Chair" }],
    ["B McGill (Clerk- BM)", { name: "B McGill", initials: "BM", role: "Clerk" }],
    [
      "(CW) Carla Wells - Press & Publicity Officer",
      { name: "Carla Wells", initials: "CW", role: "Press & Publicity Officer" },
    ],
    [
      "GW: Greg Wells (Open Carpentry) - nonvoting",
      { name: "Greg Wells", initials: "GW", organisation: "Open Carpentry", note: "nonvoting" },
    ],
    ["Cathy Roe CLERK", { name: "Cathy Roe", role: "CLERK" }],
    ["Cllr. Lee Brock JP", { name: "Cllr. Lee Brock JP" }],
    [
      "Chris Ford\tElm County Council (minute 53 refers)",
      { name: "Chris Ford", organisation: "Elm County Council", note: "minute 53 refers" },
    ],
    [
      "Cllr. Ann Ray\tSafety Strategy Group Chair – Oak and Elm Borough Council",
      { name: "Cllr. Ann Ray", role: "Safety Strategy Group Chair", organisation: "Oak and Elm Borough Council" },
    ],
    [
      "Jon Webb\tThe Oakshire, Elmshire, Ashland & Birch Community Rehabilitation Company",
      { name: "Jon Webb", organisation: "The Oakshire, Elmshire, Ashland & Birch Community Rehabilitation Company" },
    ],
    ["Ann Lee (Chair – Elm Council)", { name: "Ann Lee", role: "Chair", organisation: "Elm Council" }],
    ["Ms A B Green (Vice-Chair) (from item 4)", { name: "Ms A B Green", role: "Vice-Chair", note: "from item 4" }],
    [
      "George Till, Facilities Manager at Elmton, Estates Division",
      { name: "George Till", role: "Facilities Manager at Elmton", organisation: "Estates Division" },
    ],
    ["Ms. Ada Byrd, A/Director of Services", { name: "Ms. Ada Byrd", role: "A/Director of Services" }],
    ["Chair Lord-Hale", { name: "Lord-Hale", role: "Chair" }],
    ["Vice President Vidal", { name: "Vidal", role: "Vice President" }],
    ["County Cllr Webb", { name: "County Cllr Webb" }],
    ["Cllr Mrs J Buck-Stevens", { name: "Cllr Mrs J Buck-Stevens" }],
    [
      "Chief Inspector Michael Flint\tElmshire Police",
      { name: "Chief Inspector Michael Flint", organisation: "Elmshire Police" },
    ],
    [
      "Lord Willy Batt\tPolice and Crime Commissioner",
      { name: "Lord Willy Batt", role: "Police and Crime Commissioner" },
    ],
    ["Pat O'Brien", { name: "Pat O'Brien" }],
    ["Jan van der Berg", { name: "Jan van der Berg" }],
    ["Élodie d'Arcy", { name: "Élodie d'Arcy" }],
    ["Philip Łukasz Núñez", { name: "Philip Łukasz Núñez" }],
    ["Jane Bishop", { name: "Jane Bishop" }],
    ["S.Franks", { name: "S.Franks" }],
    ["SMITH, John", { name: "SMITH, John" }],
    ["HEATHER POUND", { name: "HEATHER POUND" }],
    ["Dave", { name: "Dave" }],
    ["JP", { name: "JP" }],
    ["Mike (Treasurer)", { name: "Mike", role: "Treasurer" }],
    ["[President] Tom F", { name: "Tom F", role: "President" }],
    ["@jroe", { name: "@jroe" }],
    ["Joe Stepp (@jstepp)", { name: "Joe Stepp", note: "@jstepp" }],
    ["Peter Olive on behalf of Ann Lee", { name: "Peter Olive", note: "on behalf of Ann Lee" }],
    ["A Smith (substitute for B Jones)", { name: "A Smith", note: "substitute for B Jones" }],
    ["A Smith for B Jones", { name: "A Smith", note: "for B Jones" }],
    ["Jane Roe left at 8pm", { name: "Jane Roe", note: "left at 8pm" }],
    ["Jane Roe, representing Acme Trust", { name: "Jane Roe", organisation: "Acme Trust" }],
    ["Cllr Maud (attending remotely)", { name: "Cllr Maud", note: "attending remotely" }],
  ])("reads %j", (text, expected) => {
    const mention = readPerson(text);
    expect(mention && words(text, mention)).toEqual(expected);
  });

  it.each([
    "",
    "None",
    "Apologies",
    "The Board",
    "the Clerk",
    "Clerk",
    "Vacancy",
    "Elmshire Police",
    "Representative from Acme",
    "3 members of the public",
    "Members of the public: 4",
    "No apologies were received",
    "Mark Webb had been in post for 5 weeks.",
    "The Chairman welcomed everyone to the meeting",
  ])("finds nobody in %j", (text) => {
    expect(readPerson(text)).toBeNull();
  });
});

describe("readPeople", () => {
  it.each<[string, Record<string, string>[]]>([
    [
      "Cllrs A Smith (Chair), B Jones and C Brown; Mrs D White – Clerk",
      [
        { name: "A Smith", role: "Chair" },
        { name: "B Jones" },
        { name: "C Brown" },
        { name: "Mrs D White", role: "Clerk" },
      ],
    ],
    ["Mr and Mrs Smith", [{ name: "Mr", surname: "Smith" }, { name: "Mrs Smith" }]],
    ["Ken & Jane Cliff", [{ name: "Ken", surname: "Cliff" }, { name: "Jane Cliff" }]],
    [
      "Miss Jane Rich and Mrs Ann\nWhite, Councillors, Mrs Susan Ryde, Clerk and Mr Dan Null, Assistant Clerk",
      [
        { name: "Miss Jane Rich", role: "Councillor" },
        { name: "Mrs Ann\nWhite", role: "Councillor" },
        { name: "Mrs Susan Ryde", role: "Clerk" },
        { name: "Mr Dan Null", role: "Assistant Clerk" },
      ],
    ],
    [
      "Cllrs Hay, Hoskin & Rich, County Cllr Webb & the Clerk. Representative from Acme in attendance.",
      [{ name: "Hay" }, { name: "Hoskin" }, { name: "Rich" }, { name: "County Cllr Webb" }],
    ],
    ["Apologies were received from Messrs. B. Moon & C. Will", [{ name: "B. Moon" }, { name: "C. Will" }]],
    [
      "Mr M Fern (Chairman), Mrs C Hart (Clerk), 13 members of the public.",
      [
        { name: "Mr M Fern", role: "Chairman" },
        { name: "Mrs C Hart", role: "Clerk" },
      ],
    ],
    [
      "Chair Lord-Hale, Vice-Chair Moon, Commissioners Ford and Tan.",
      [{ name: "Lord-Hale", role: "Chair" }, { name: "Moon", role: "Vice-Chair" }, { name: "Ford" }, { name: "Tan" }],
    ],
    ["raya, mcnut, hermit", [{ name: "raya" }, { name: "mcnut" }, { name: "hermit" }]],
    ["TC, Mark, Josh Stone, Oli", [{ name: "TC" }, { name: "Mark" }, { name: "Josh Stone" }, { name: "Oli" }]],
    [
      "E. Pell, K. Denn (KPMG), S. Dar-Bere",
      [{ name: "E. Pell" }, { name: "K. Denn", organisation: "KPMG" }, { name: "S. Dar-Bere" }],
    ],
    [
      "Vicky Brand, Clerk & Cllr. Martin Store - NCC",
      [
        { name: "Vicky Brand", role: "Clerk" },
        { name: "Cllr. Martin Store", organisation: "NCC" },
      ],
    ],
    [
      "A Smith, Director of Housing, Elm Council, B Jones, Clerk",
      [
        { name: "A Smith", role: "Director of Housing", organisation: "Elm Council" },
        { name: "B Jones", role: "Clerk" },
      ],
    ],
    [
      "Cllr S. Smith, Health and Wellbeing Board",
      [{ name: "Cllr S. Smith", organisation: "Health and Wellbeing Board" }],
    ],
    ["SMITH, John; JONES, Mary", [{ name: "SMITH, John" }, { name: "JONES, Mary" }]],
    [
      "Cllr R Bevan (Chair) Cllr T Rice, Mrs P Lane",
      [{ name: "Cllr R Bevan", role: "Chair" }, { name: "Cllr T Rice" }, { name: "Mrs P Lane" }],
    ],
    ["Observers: Jan Berg", [{ name: "Jan Berg" }]],
    ["Minutes: Jo Bloggs", [{ name: "Jo Bloggs", role: "Minutes" }]],
    ["No apologies were received.", []],
    ["None", []],
  ])("reads %j", (text, expected) => {
    expect(readPeople(text).map((mention) => words(text, mention))).toEqual(expected);
  });
});

describe("likeness", () => {
  it.each([
    "Elmshire Police",
    "OPCC",
    "Elmton BID",
    "Turning Point",
    "Public Health",
    "Oak and Elm Borough Council",
    "The National Archives",
  ])("%j is an organisation", (text) => {
    expect(organisationLikeness(text)).toBeGreaterThan(personLikeness(text));
  });

  it.each(["Jane Roe", "K J Marlow", "Councillor Leigh Hart-Davies", "Sajan Deva", "Mr Smith", "M.Clay"])(
    "%j is a person",
    (text) => {
      expect(personLikeness(text)).toBeGreaterThan(organisationLikeness(text));
    },
  );
});

describe("nameKey and initialsFit", () => {
  it.each([
    ["Cllr. Lee Brock JP", "lee brock"],
    ["Mr. I. D. Ash OBE CC", "i d ash"],
    ["JP", "jp"],
    ["Jane Bishop", "jane bishop"],
    ["Łukasz Núñez", "lukasz nunez"],
    ["Pat O’Brien (Chair)", "pat obrien"],
  ])("the key of %j is %j", (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it.each([
    ["MS", "Mark Smith", true],
    ["CWd", "C Woodward", true],
    ["KM", "Cllr K J Marlow", true],
    ["KJM", "K J Marlow", true],
    ["LHD", "Leigh Hart-Davies", true],
    ["DO", "Daniel O’Brien", true],
    ["KX", "Kevin Marlow", false],
    ["M", "Mark Smith", false],
    ["Clerk", "Clive Kerr", false],
  ])("%j for %j: %j", (initials, name, isFit) => {
    expect(initialsFit(initials, name)).toBe(isFit);
  });
});

describe("for any text", () => {
  const scraps = fc.constantFrom(
    "Cllr",
    "Cllrs",
    "Mr",
    "A",
    "B.",
    "Smith",
    "Jane",
    "SMITH",
    "(",
    ")",
    "[",
    ",",
    ";",
    ":",
    " ",
    " ",
    "\t",
    "\n",
    "–",
    "and",
    "&",
    "Chair",
    "Police",
    "JP",
    "the",
    "3",
    "@x",
    "é",
    "😀",
    "'",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(scraps, { maxLength: 16 }).map((parts) => parts.join(" ")),
    fc.array(scraps, { maxLength: 16 }).map((parts) => parts.join("")),
  );

  it("spans lie inside the text and a name has letters", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const one = readPerson(text);
        for (const mention of [...readPeople(text), ...(one === null ? [] : [one])]) {
          expect(text.slice(mention.name.start, mention.name.end)).toMatch(/\p{L}/u);
          for (const field of ["span", ...FIELDS] as const) {
            const span = mention[field];
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
        expect(personLikeness(text)).toBeGreaterThanOrEqual(0);
        expect(organisationLikeness(text)).toBeLessThanOrEqual(1);
        nameKey(text);
        initialsFit(text, text);
      }),
    );
  });
});
