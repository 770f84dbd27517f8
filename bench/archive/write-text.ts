/** A sheet as plain text and as Markdown. */

import { type Block, type Paragraph, type Rows, textOf } from "./sheet.js";

const WIDTH = 78;

/** Lines of a typewriter: wrapped, columns lined up by spaces. */
export function writeText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === "rows") lines.push("", ...columns(block), "");
    else {
      if (block.isAfterGap || block.isHeading) lines.push("");
      const words = block.isBullet ? `- ${textOf(block)}` : textOf(block);
      lines.push(...wrapped(words, WIDTH));
    }
  }
  return `${lines
    .join("\n")
    .replace(/^\n+/, "")
    .replaceAll(/\n{4,}/g, "\n\n\n")}\n`;
}

export function writeMarkdown(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === "rows") lines.push("", ...table(block), "");
    else if (block.isBullet) lines.push(`- ${emphasised(block)}`);
    else lines.push("", `${block.isHeading ? "## " : ""}${emphasised(block)}`);
  }
  return `${lines.join("\n").trim()}\n`;
}

/** Cut at spaces into lines of at most so many characters; a longer word has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function columns({ rows }: Rows): string[] {
  const count = rows[0]?.length ?? 0;
  const longest = Array.from({ length: count }, (_, col) =>
    Math.max(...rows.map((cells) => (cells[col] ?? "").length)),
  );
  const share = Math.floor((WIDTH - 3 * (count - 1)) / Math.max(1, count));
  const spare = longest.reduce((sum, width) => sum + Math.max(0, share - width), 0);
  const wide = longest.filter((width) => width > share).length;
  const widths = longest.map((width) => Math.min(width, share + Math.floor(spare / Math.max(1, wide))));
  return rows.flatMap((cells) => {
    const cellLines = cells.map((cell, col) => cell.split("\n").flatMap((line) => wrapped(line, widths[col] ?? WIDTH)));
    const height = Math.max(...cellLines.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) =>
      cellLines
        .map((lines, col) => (lines[at] ?? "").padEnd(widths[col] ?? 0))
        .join("   ")
        .trimEnd(),
    );
  });
}

function table({ rows, hasHeader }: Rows): string[] {
  const count = rows[0]?.length ?? 0;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
  const blank = Array.from({ length: count }, () => "");
  const [first = blank, ...rest] = hasHeader ? rows : [blank, ...rows];
  return [line(first), `|${" --- |".repeat(count)}`, ...rest.map(line)];
}

function emphasised({ runs, isHeading }: Paragraph): string {
  const marked = runs.map(({ text, isBold }) => {
    const words = text.trim();
    if (!isBold || isHeading || words === "") return text;
    return text.replace(words, () => `**${words}**`);
  });
  return marked.join("");
}
