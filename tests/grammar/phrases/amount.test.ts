import fc from "fast-check";
import { expect, it } from "vitest";
import { readAmount } from "../../../src/grammar/phrases/amount.js";

it.each([
  ["£1,022.94", 1022.94, "GBP"],
  ["£40", 40, "GBP"],
  ["-£3.50", -3.5, "GBP"],
  ["£-3.50", -3.5, "GBP"],
  ["(250.00)", -250, null],
  ["(£250.00)", -250, "GBP"],
  ["€12", 12, "EUR"],
  ["12 EUR", 12, "EUR"],
  ["$1,000,000", 1_000_000, "USD"],
  ["41%", 41, "%"],
  ["41 per cent", 41, "%"],
  ["17", 17, null],
  ["0", 0, null],
  [".5", 0.5, null],
  ["12.50 CR", 12.5, null],
  ["12.50 DR", -12.5, null],
])("reads %j", (text, value, unit) => {
  expect(readAmount(text)).toEqual({ value, unit });
});

it.each(["", "n/a", "-", "3 swans", "4 May 2021", "12/13", "10.30 am", "1,02", "£", "12 34 56", "01234 567890 ext 5"])(
  "reads no amount in %j",
  (text) => {
    expect(readAmount(text)).toBeNull();
  },
);

it("reads back what is printed in pounds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (pence) => {
      const printed = (pence / 100).toLocaleString("en-GB", { style: "currency", currency: "GBP" });
      expect(readAmount(printed)).toEqual({ value: pence / 100, unit: "GBP" });
    }),
  );
});
