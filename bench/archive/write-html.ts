/** A sheet as a web page. */

import type { Block, Paragraph, Rows } from "./sheet.js";

export function writeHtml(blocks: readonly Block[], title: string): string {
  const body = blocks.map((block) => (block.kind === "rows" ? table(block) : paragraph(block)));
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/minutes">Minutes</a></li></ul></nav>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

/** Text as it stands between tags, in HTML and in XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function paragraph({ runs, isHeading, isBullet }: Paragraph): string {
  const words = runs.map(({ text, isBold, isItalic }) => {
    const inner = isItalic ? `<em>${escaped(text)}</em>` : escaped(text);
    return isBold && !isHeading ? `<strong>${inner}</strong>` : inner;
  });
  if (isBullet) return `<ul><li>${words.join("")}</li></ul>`;
  return isHeading ? `<h3>${words.join("")}</h3>` : `<p>${words.join("")}</p>`;
}

function table({ rows, hasHeader }: Rows): string {
  const lines = rows.map((cells, row) => {
    const tag = hasHeader && row === 0 ? "th" : "td";
    return `<tr>${cells.map((cell) => `<${tag}>${escaped(cell).replaceAll("\n", "<br>")}</${tag}>`).join("")}</tr>`;
  });
  return `<table>\n${lines.join("\n")}\n</table>`;
}
