/** Small PDFs written by hand, so that tests know to the point where every word and line stands. */

const FONTS = { regular: "Helvetica", bold: "Helvetica-Bold", italic: "Helvetica-Oblique" } as const;

export interface Words {
  readonly x: number;
  /** Baseline from the top of the page, in points. */
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: keyof typeof FONTS;
  /** Degrees anticlockwise. */
  readonly turn?: number;
}

export interface PageDrawing {
  readonly words?: readonly Words[];
  /** Lines from one point to another, from the top left. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Filled rectangles: x, y of the top left, width, height. */
  readonly bars?: readonly (readonly [number, number, number, number])[];
  /** Operators as they stand in the file, from the bottom left; the fonts are /regular, /bold and /italic. */
  readonly operators?: string;
  /** Annotations, each a dictionary. */
  readonly annotations?: readonly string[];
}

export interface PdfSettings {
  readonly info?: string;
  readonly isEncrypted?: boolean;
  readonly rotate?: number;
  /** Kids that point nowhere, added after the pages. */
  readonly missingPages?: number;
  /** Entries of the pages' fonts, beside the three. */
  readonly fonts?: string;
  /** Entries of each page. */
  readonly pageEntries?: string;
  /** Entries of the pages' resources, beside the fonts. */
  readonly resources?: string;
  /** The encryption dictionary, and what becomes of the content with a given object number. */
  readonly encryption?: string;
  readonly encrypt?: (objectNumber: number, content: string) => string;
  /** Entries of the catalog. */
  readonly catalog?: string;
  /** Objects behind the pages; the first has the number 6 + 2 × pages. */
  readonly objects?: readonly string[];
}

const WIDTH = 595;
const HEIGHT = 842;

/** A PDF of A4 pages; only letters of Windows-1252 can be drawn. */
export function makePdf(pages: readonly PageDrawing[], settings: PdfSettings = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const pageNumber = (index: number) => 6 + index * 2;
  const missing = Array.from({ length: settings.missingPages ?? 0 }, (_, index) => 900 + index);
  const kids = [...pages.map((_, index) => pageNumber(index)), ...missing].map((number) => `${number} 0 R`);
  add(`<< /Type /Catalog /Pages 2 0 R ${settings.catalog ?? ""} >>`);
  add(`<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`);
  for (const name of Object.values(FONTS)) {
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  }
  pages.forEach((page, index) => {
    const plain = drawing(page);
    const content = settings.encrypt?.(pageNumber(index) + 1, plain) ?? plain;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${settings.rotate ?? 0} ` +
        `/Resources << /Font << /regular 3 0 R /bold 4 0 R /italic 5 0 R ${settings.fonts ?? ""} >> ${settings.resources ?? ""} >> /Contents ${pageNumber(index) + 1} 0 R ` +
        `${settings.pageEntries ?? ""} /Annots [${(page.annotations ?? []).join(" ")}] >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  for (const object of settings.objects ?? []) add(object);
  const trailer = [`/Root 1 0 R`];
  if (settings.info !== undefined) trailer.push(`/Info ${objects.push(settings.info)} 0 R`);
  if (settings.encryption !== undefined) {
    trailer.push(
      `/Encrypt ${objects.push(settings.encryption)} 0 R`,
      `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
    );
  } else if (settings.isEncrypted === true) {
    const key = "00".repeat(32);
    const number = objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`);
    trailer.push(`/Encrypt ${number} 0 R`, "/ID [<00> <00>]");
  }
  return assemble(objects, trailer);
}

function drawing({ words = [], lines = [], bars = [], operators = "" }: PageDrawing): string {
  const texts = words.map(({ x, y, text, size = 10, font = "regular", turn = 0 }) => {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const escaped = text.replace(/[\\()]/g, "\\$&");
    return `BT /${font} ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm (${escaped}) Tj ET`;
  });
  const strokes = lines.map(([x0, y0, x1, y1]) => `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`);
  const fills = bars.map(([x, y, width, height]) => `${x} ${HEIGHT - y - height} ${width} ${height} re f`);
  return [...texts, ...strokes, ...fills, operators].join("\n");
}

function assemble(objects: readonly string[], trailer: readonly string[]): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} ${trailer.join(" ")} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, "latin1"));
}
