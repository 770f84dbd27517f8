import { describe, expect, it } from "vitest";
import { linesOf, sourceOf } from "./text-builder.js";

/** The rows of the margins of a text: what stands beside what. */
async function marginsOf(text: string): Promise<string[]> {
  const source = await sourceOf(text);
  return source.grids
    .filter(({ kind }) => kind === "margin")
    .map(({ cells }) => cells.map(({ span }) => source.text.slice(span.start, span.end).trim()).join(" | "));
}

describe("a narrow column at the right of a laid-out text", () => {
  it("stands beside the paragraphs, under its title or without one", async () => {
    const text = [
      "                                                                    Action",
      "1  Wall",
      "The wall by the quay is to be propped before the winter comes,      AQ",
      "and the mason is to be asked for his price.",
      "",
      "2  Swans",
      "The swans should be counted by the volunteers in May.               Swan",
      "                                                                    wardens",
    ].join("\n");
    expect(await marginsOf(text)).toEqual([
      "The wall by the quay is to be propped before the winter comes, and the mason is to be asked for his price. | AQ",
      "The swans should be counted by the volunteers in May. | Swan wardens",
    ]);
  });

  it("holds capitals, labels and tasks of their own", async () => {
    const text = [
      "Ask the mason to prop the wall before the winter comes.            LITTLE BEN",
      "",
      "The lamps on the quay should be lit for all the evening.       ACTION Ada / Nina",
      "",
      "Agreed to buy the bell that the founder has offered.",
      "                                                               CORA to book it",
      "                                                               before Easter",
    ].join("\n");
    expect(await marginsOf(text)).toEqual([
      "Ask the mason to prop the wall before the winter comes. | LITTLE BEN",
      "The lamps on the quay should be lit for all the evening. | ACTION Ada / Nina",
      "Agreed to buy the bell that the founder has offered. | CORA to book it before Easter",
    ]);
  });

  it.each([
    [
      "names and posts",
      "Ada Quill, of the harbour               AQ\nBen Marl, of the mill                   BM\nCora Oakes, clerk                       CO",
    ],
    [
      "outcomes",
      "The report was then put to the vote of all.            CARRIED\n\nThe plan was then put to the vote of all.            NOTED",
    ],
    ["a lone word", "The wall by the quay is to be propped before the winter.          AQ"],
  ])("is none where there are %s", async (_, text) => {
    expect(await marginsOf(text)).toEqual([]);
    expect((await linesOf(text)).length).toBeGreaterThan(0);
  });
});
