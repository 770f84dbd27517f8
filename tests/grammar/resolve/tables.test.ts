import { expect, test } from "vitest";
import type { DataTable } from "../../../src/model/minutes.js";
import { readBusiness, readInvented } from "../read-invented.js";

/** Rows of cells; a number with its unit behind "=", a header cell with "^". */
function gridOf(table: DataTable): string[] {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row));
  return rows.map((cells) =>
    cells
      .map(
        ({ text, value, unit, isHeader }) =>
          `${text}${value === null ? "" : `=${value}${unit ?? ""}`}${isHeader ? "^" : ""}`,
      )
      .join(" | "),
  );
}

test("amounts are numbers with a unit, and the titles over them a header", async () => {
  const { parts } = await readInvented(
    "## Minutes of the Quay Committee 4 May 2021\n\n## Accounts\n\nPayments:\n\n| Payee | Spent | Share |\n| --- | --- | --- |\n| Rope | £1,040.50 | 41% |\n| Refund | (12.50) | n/a |\n\n## Swans\n\nCounted.\n",
  );
  const tables = parts.flatMap((part) => part.tables);
  expect(tables.map(gridOf)).toEqual([
    ["Payee^ | Spent^ | Share^", "Rope | £1,040.50=1040.5GBP | 41%=41%", "Refund | (12.50)=-12.5 | n/a"],
  ]);
  expect(tables.map((table) => [table.caption?.value, table.item, table.rows, table.cols])).toEqual([
    ["Payments:", 0, 3, 3],
  ]);
});

test("columns behind tabs are a table of their item", async () => {
  const part = await readBusiness(
    "1. ACCOUNTS\n\nRope\t£40.00\nTar\t£12.50\nPaint\t£7.25\n\n2. SWANS\n\nCounted.\n\n3. CLOSE",
  );
  expect(part.tables.map(gridOf)).toEqual([["Rope | £40.00=40GBP", "Tar | £12.50=12.5GBP", "Paint | £7.25=7.25GBP"]]);
  expect(part.tables.map((table) => table.item)).toEqual([0]);
});

test("merged cells stand once, with their spans", async () => {
  const { parts } = await readInvented(
    '<h1>Minutes of the Quay Committee, 4 May 2021</h1><h2>Accounts</h2><table><tr><td colspan="2">Payments</td></tr><tr><td>Rope</td><td>£40.00</td></tr><tr><td>Tar</td><td>£12.50</td></tr></table><h2>Swans</h2><p>Counted.</p>',
  );
  const [table] = parts.flatMap((part) => part.tables);
  expect(table?.cells.map(({ row, col, colSpan }) => [row, col, colSpan])).toEqual([
    [0, 0, 2],
    [1, 0, 1],
    [1, 1, 1],
    [2, 0, 1],
    [2, 1, 1],
  ]);
});

test("attendance, actions and the page's own layout are no tables", async () => {
  const part = await readBusiness(
    "Present:\n\nAda Quill\tTown Council\nBen Marl\tHarbour Trust\nCora Oakes\tRowing Club\n\n1. WELCOME\n\n2. SWANS\n\n3. CLOSE",
  );
  expect(part.tables).toEqual([]);
});

test("a form and words in columns without sums are no tables", async () => {
  const part = await readBusiness(
    "Place:\tBoat store\nInvited:\tAll rowers\n\n1. WELCOME\n\n4th May\t8th June\n6th July\t3rd August\n\n2. SWANS\n\nP – Present\tA – Absent\nL – Late\tS – Sent word\n\n3. CLOSE",
  );
  expect(part.tables).toEqual([]);
});

test("payments with a column of details are data, and a decision among their remarks is one", async () => {
  const { parts } = await readInvented(
    "## Minutes of the Quay Committee 4 May 2021\n\n## Accounts\n\n| Payee | Detail | Total £s | Comments |\n| --- | --- | --- | --- |\n| Rope works | Rope | 40.00 | |\n| Tar yard | Tar | 12.50 | It was agreed not to buy tar again |\n\n## Swans\n\nCounted.\n",
  );
  expect(parts.flatMap((part) => part.tables.map((table) => [table.rows, table.cols]))).toEqual([[3, 4]]);
  expect(parts.flatMap((part) => part.decisions.map((decision) => decision.text.value))).toEqual([
    "not to buy tar again",
  ]);
});

test("the tables of an annex are not the meeting's", async () => {
  const part = await readBusiness(
    "1. WELCOME\n\n2. ACCOUNTS\n\nRead out.\n\n3. CLOSE\n\nAnnex B: Accounts of the boat store\n\nRope\t£40.00\nTar\t£12.50\nPaint\t£7.25\n",
  );
  expect(part.tables).toEqual([]);
});
