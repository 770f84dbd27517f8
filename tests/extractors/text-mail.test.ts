import { describe, expect, it } from "vitest";
import { documentOf, linesOf, trailerOf } from "./text-builder.js";

const MAIL = `From: Ada Clerk <clerk@elmton.example>
To: council@elmton.example,
  friends@elmton.example
Subject: Re: Minutes of 3 May
Date: Tue, 10 May 2011 14:05:00 +0100

> Minutes of Elmton Council
>
> Present: Mr Ash, Ms Elm
`;

describe("e-mails", () => {
  it("have their headers in the trailer and lose the marks of a quotation", async () => {
    expect(await linesOf(MAIL)).toEqual(["Minutes of Elmton Council", "Present: Mr Ash, Ms Elm"]);
    expect(await trailerOf(MAIL)).toHaveLength(5);
  });

  it("say who sent them and when", async () => {
    expect((await documentOf(MAIL)).metadata).toMatchObject({
      title: "Minutes of 3 May",
      author: "Ada Clerk",
      created: "2011-05-10T14:05",
    });
  });

  it("that were sent on have headers further down", async () => {
    const text =
      "Please find below.\n\n-----Original Message-----\nFrom: Ada Clerk\nSent: 10 May 2011 14:05\nTo: Ben Ash\nSubject: Minutes\n\n1. Apologies\n";
    expect(await linesOf(text)).toEqual(["Please find below.", "1. Apologies"]);
    expect((await documentOf(text)).metadata.created).toBe("2011-05-10T14:05");
  });

  it("are not memos", async () => {
    const memo = "To: All members\nFrom: The Clerk\nDate: 3 May 2011\nSubject: Minutes\n\n1. Apologies\n";
    expect(await trailerOf(memo)).toEqual([]);
    expect(await linesOf(memo)).toHaveLength(5);
  });
});
