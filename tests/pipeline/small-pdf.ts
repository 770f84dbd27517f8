/** PDF files of one page, small enough to be written by hand. */

import { constants, deflateRawSync, deflateSync } from "node:zlib";

export interface SmallPdfOptions {
  /** Whether a password is needed; the file cannot be opened with any, which is enough to be refused. */
  readonly isEncrypted?: boolean;
}

/** A page with one line of text, or with a grey rectangle in place of a scanned page. */
export function pdfOf(text: string | null, options: SmallPdfOptions = {}): Buffer {
  const drawing = text === null ? "0.5 g 50 50 400 600 re f" : `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  return pdfWith({ filters: "", bytes: Buffer.from(drawing, "latin1") }, options);
}

/** A file of some kilobytes whose page is drawn by gigabytes of blanks: packed, and packed again. */
export function bombOf(gigabytes: number): Buffer {
  const chunk = deflateRawSync(Buffer.alloc(2 ** 24, " "), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const chunks = Array.from({ length: gigabytes * 64 }, () => chunk);
  // The head of a zlib stream, and an empty last block.
  const blanks = Buffer.concat([Buffer.of(0x78, 0xda), ...chunks, Buffer.of(0x03, 0x00)]);
  const filters = "/Filter [/FlateDecode /FlateDecode /FlateDecode]";
  return pdfWith({ filters, bytes: deflateSync(deflateSync(blanks, { level: 9 }), { level: 9 }) });
}

interface Drawing {
  /** What the stream's dictionary says of how it is packed. */
  readonly filters: string;
  readonly bytes: Buffer;
}

function pdfWith({ filters, bytes }: Drawing, { isEncrypted = false }: SmallPdfOptions = {}): Buffer {
  const drawing = bytes.toString("latin1");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawing.length} ${filters} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}> >>`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const id = "00".repeat(16);
  const security = isEncrypted ? `/Encrypt 6 0 R /ID [<${id}> <${id}>]` : "";
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${security} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, "latin1");
}
