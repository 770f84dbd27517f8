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
  const { parts } = await readInvented(
    "Minutes of the Penmere Quay Committee, 4 May 2021\n\n1. WELCOME\n\n2. ACCOUNTS\n\nRead out.\n\n3. CLOSE\n\nAnnex B: Accounts of the boat store\n\nRope\t£40.00\nTar\t£12.50\nPaint\t£7.25\n",
  );
  expect(parts.flatMap((part) => part.tables)).toEqual([]);
});

test("numbered rows below titles in bold are data", async () => {
  const rows = ["1 | Net loft | £1,150", "2 | Kiosk | £410", "3 | vacant | "].map(
    (row) => `<tr><td>${row.replaceAll(" | ", "</td><td>")}</td></tr>`,
  );
  const { parts } = await readInvented(
    `<h1>Minutes of the Quay Committee, 4 May 2021</h1><h2>Leases</h2><table><tr><td><b>Plot</b></td><td><b>Use</b></td><td><b>Rent a year</b></td></tr>${rows.join("")}</table><h2>Swans</h2><p>Counted.</p>`,
  );
  expect(parts.flatMap((part) => part.tables).map(({ rows, cols }) => [rows, cols])).toEqual([[4, 3]]);
  expect(parts.flatMap((part) => part.items)).toHaveLength(2);
});

test("words in columns are data where titles stand over dates, codes or days, or all titles are known", async () => {
  const bookings = "Day\tMain hall\tAnnexe\nMonday\tYoga\tGuides\nThursday\tCraft club\tBand\nFriday\tBaking\tWhist";
  const posts = "Name\tRole\nAda Quill\tWarden\nBen Marl\tTreasurer\nCora Oakes\tAuditor";
  const part = await readBusiness(
    `Present: Dora Finch, Eli Stone\n\n1. MINUTES\n\nSigned.\n\n2. SWANS\n\nCounted.\n\n3. HALL\n\n${bookings}\n\n4. ELECTIONS\n\n${posts}\n\n5. CLOSE`,
  );
  expect(part.tables.map(({ item, rows, cols }) => [item, rows, cols])).toEqual([
    [2, 4, 3],
    [3, 4, 2],
  ]);
});

test("an appendix named in a list of papers does not take the tables below it", async () => {
  const { parts } = await readInvented(
    "<h1>Minutes of the Quay Committee, 4 May 2021</h1><h2>Accounts</h2><ul><li>Appendix A: The accounts</li></ul><table><tr><td>Rope</td><td>£40.00</td></tr><tr><td>Tar</td><td>£12.50</td></tr></table><h2>Swans</h2><p>Counted.</p>",
  );
  expect(parts.flatMap((part) => part.tables)).toHaveLength(1);
});
