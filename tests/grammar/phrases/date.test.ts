import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDigits, findDates, findPartialDates, findTimes } from "../../../src/grammar/phrases/date.js";

const quoted = (text: string, span: { start: number; end: number }) => text.slice(span.start, span.end);

describe("findDates", () => {
  it.each([
    ["Monday, 11th December, 2017 1.30 pm", "2017-12-11", "Monday, 11th December, 2017"],
    ["11 December 2017", "2017-12-11", "11 December 2017"],
    ["held on December 11, 2017", "2017-12-11", "December 11, 2017"],
    ["11 Dec 17", "2017-12-11", "11 Dec 17"],
    ["by 11-Dec-17 at the latest", "2017-12-11", "11-Dec-17"],
    ["11/12/2017", "2017-12-11", "11/12/2017"],
    ["11.12.17", "2017-12-11", "11.12.17"],
    ["3.12.18", "2018-12-03", "3.12.18"],
    ["2017-12-11", "2017-12-11", "2017-12-11"],
    ["WEDNESDAY, 29TH SEPTEMBER 2021 AT 1:30PM", "2021-09-29", "WEDNESDAY, 29TH SEPTEMBER 2021"],
    ["the 7th day of May 2019", "2019-05-07", "7th day of May 2019"],
    ["22nd Mar ’19", "2019-03-22", "22nd Mar ’19"],
    ["Tuesday the 14th of January 2020", "2020-01-14", "Tuesday the 14th of January 2020"],
    ["6 th November 2018", "2018-11-06", "6 th November 2018"],
    ["24\u200bth\u200b October 2020", "2020-10-24", "24\u200bth\u200b October 2020"],
    ["1st & 2nd May 2020", "2020-05-01", "1st & 2nd May 2020"],
    ["1-2 May 2019", "2019-05-01", "1-2 May 2019"],
    ["10/2/20", "2020-02-10", "10/2/20"],
    ["12/25/2019", "2019-12-25", "12/25/2019"],
    ["2\nSeptember 2021", "2021-09-02", "2\nSeptember 2021"],
    ["Sept. 30, 2014", "2014-09-30", "Sept. 30, 2014"],
    ["3 March 1985", "1985-03-03", "3 March 1985"],
    ["03/03/85", "1985-03-03", "03/03/85"],
    ["Thurs 12th Oct. '23", "2023-10-12", "Thurs 12th Oct. '23"],
    ["on the twelfth of October 2023", "2023-10-12", "twelfth of October 2023"],
    ["the twenty-first day of May, 2024", "2024-05-21", "twenty-first day of May, 2024"],
    ["2023/10/12", "2023-10-12", "2023/10/12"],
    ["12 / 10 / 2023", "2023-10-12", "12 / 10 / 2023"],
    ["Thursday12th October 2023", "2023-10-12", "Thursday12th October 2023"],
    ["12thOctober2023", "2023-10-12", "12thOctober2023"],
    ["the 1st. of May, 2022", "2022-05-01", "1st. of May, 2022"],
  ])("reads %j", (text, date, words) => {
    const [mention] = findDates(text);
    expect(mention?.date).toBe(date);
    expect(mention && quoted(text, mention.span)).toBe(words);
    expect(mention?.isYearStated).toBe(true);
  });

  it.each([
    "2017/18",
    "Item 14",
    "Item 14 May",
    "31 April 2019",
    "30/02/2020",
    "£11.12.17",
    "minute 24/017",
    "0116 496 0123",
    "version 3.12.18",
    "v1.2.19",
    "10.1.2.19",
    "FY 2021-22-23",
    "",
  ])("finds none in %j", (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it("reads figures by their weekday, and else as the text does", () => {
    expect(findDates("Thursday 10/12/2023")[0]?.date).toBe("2023-10-12");
    expect(findDates("Sunday 10/12/2023")[0]?.date).toBe("2023-12-10");
    expect(findDates("10/12/2023", { isMonthFirst: true })[0]?.date).toBe("2023-10-12");
  });

  it("checks the weekday against the calendar", () => {
    expect(findDates("Monday 11 December 2017")[0]?.weekday?.isRight).toBe(true);
    expect(findDates("Tuesday 11 December 2017")[0]?.weekday).toMatchObject({
      span: { start: 0, end: 7 },
      isRight: false,
    });
  });

  it("takes a missing year only from the caller", () => {
    const text = "Wed 4th March, 1pm";
    expect(findDates(text)).toEqual([]);
    expect(findDates(text, { defaultYear: 2015 })).toMatchObject([{ date: "2015-03-04", isYearStated: false }]);
    expect(findPartialDates(text)).toMatchObject([{ day: 4, month: 3, weekday: 3 }]);
    expect(findPartialDates("5 May and 6 May 2019")).toHaveLength(1);
  });

  it("keeps two dates apart", () => {
    expect(findDates("2 May 11 June 2019, and 12 July 2019").map(({ date }) => date)).toEqual([
      "2019-06-11",
      "2019-07-12",
    ]);
  });
});

describe("findTimes", () => {
  it.each([
    ["1.30 pm", "13:30", "1.30 pm"],
    ["7.30p.m.", "19:30", "7.30p.m."],
    ["14:00", "14:00", "14:00"],
    ["1400 hrs", "14:00", "1400 hrs"],
    ["4:15 PM", "16:15", "4:15 PM"],
    ["10am", "10:00", "10am"],
    ["until 7pm.", "19:00", "7pm"],
    ["noon", "12:00", "noon"],
    ["12 noon", "12:00", "12 noon"],
    ["half past seven", "19:30", "half past seven"],
    ["quarter to eight", "19:45", "quarter to eight"],
    ["8 o’clock", "20:00", "8 o’clock"],
    ["at 7.30", "19:30", "7.30"],
    ["commencing 7.30", "19:30", "7.30"],
    ["closed at approximately 9.15 p.m.", "21:15", "9.15 p.m."],
    ["at 9.30", "09:30", "9.30"],
    ["07:30", "07:30", "07:30"],
    ["12.30am", "00:30", "12.30am"],
    ["commenced at 1835", "18:35", "1835"],
    ["ended at 20.45", "20:45", "20.45"],
    ["13.30 pm", "13:30", "13.30 pm"],
    ["7.30.pm", "19:30", "7.30.pm"],
    ["7-30pm", "19:30", "7-30pm"],
    ["730 pm", "19:30", "730 pm"],
    ["19h30", "19:30", "19h30"],
  ])("reads %j", (text, time, words) => {
    const [mention] = findTimes(text);
    expect(mention?.time).toBe(time);
    expect(mention && quoted(text, mention.span)).toBe(words);
  });

  it.each([
    ["from 7.00 to 8.30pm", ["19:00", "20:30"]],
    ["11.30 - 1.30pm", ["11:30", "13:30"]],
    ["7-9pm", ["19:00", "21:00"]],
    ["19:00 – 20:30", ["19:00", "20:30"]],
    ["Tuesday 4 May 2021, 18.30 – 20.00", ["18:30", "20:00"]],
    ["8:00 - 17:00", ["08:00", "17:00"]],
  ])("reads the range %j", (text, times) => {
    expect(findTimes(text).map(({ time }) => time)).toEqual(times);
  });

  it.each([
    "£7.30",
    "section 7.30",
    "1.1",
    "2.7 (Legal charges)",
    "won 3.10",
    "7.30%",
    "in 1900",
    "at 1900",
    "from 2.50 metres",
    "25:10",
  ])("finds none in %j", (text) => {
    expect(findTimes(text)).toEqual([]);
  });
});

describe("dateOfDigits", () => {
  it.each([
    ["250221", "2021-02-25"],
    ["20210225", "2021-02-25"],
    ["25.02.21", "2021-02-25"],
    ["2021-02-25", "2021-02-25"],
    ["311121", null],
    ["minutes", null],
  ])("reads %j as %j", (text, date) => {
    expect(dateOfDigits(text)).toBe(date);
  });
});

describe("for any text", () => {
  const scraps = fc.constantFrom(
    "11",
    "th",
    " ",
    "\n",
    "\t",
    "Dec",
    "May",
    "2017",
    "Monday",
    ",",
    ".",
    "/",
    "-",
    ":",
    "7",
    "30",
    "pm",
    "at",
    "’",
    "£",
    "(",
    "noon",
    "é",
    "😀",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(scraps, { maxLength: 14 }).map((parts) => parts.join("")),
  );

  it("spans lie inside the text and dates are days of the calendar", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, date } of findDates(text, { defaultYear: 2020 })) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
        for (const { span, time } of findTimes(text)) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        }
      }),
    );
  });
});
