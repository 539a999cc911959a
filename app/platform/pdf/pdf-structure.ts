/** What has to be known of a file to write behind its end: found in files that `writePdf` made and that were signed since. */
export interface PdfEnd {
  /** Where the last table of references begins. */
  startxref: number;
  root: string;
  info: string;
  id: string;
  /** One more than the highest number of an object. */
  size: number;
}

export interface SignatureField {
  number: number;
  name: string;
  rect: [number, number, number, number];
  /** The field's page, as a reference. */
  page: string;
  isSigned: boolean;
}

const latin = (pdf: Uint8Array) => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');

/** Null where the file does not end as those of the portal do. */
export function readPdfEnd(pdf: Uint8Array): PdfEnd | null {
  const text = latin(pdf);
  const at = text.lastIndexOf('trailer');
  if (at < 0) return null;
  const trailer = text.slice(at);
  const found = (pattern: RegExp) => pattern.exec(trailer)?.[1];
  const startxref = found(/startxref\s+(\d+)\s+%%EOF\s*$/);
  const size = found(/\/Size (\d+)/);
  const root = found(/\/Root (\d+ 0 R)/);
  const info = found(/\/Info (\d+ 0 R)/);
  const id = found(/\/ID (\[[^\]]+\])/);
  if (!startxref || !size || !root || !info || !id) return null;
  return { startxref: Number(startxref), size: Number(size), root, info, id };
}

const fieldMark = '/FT /Sig';
const opening = ' 0 obj';

interface PdfObject {
  number: number;
  body: string;
}

/** The object around this place of the file; null where the place is in none, or in one that is no dictionary. */
function objectAround(text: string, at: number): PdfObject | null {
  const open = text.lastIndexOf(opening, at);
  const close = text.indexOf('endobj', at);
  if (open < 0 || close < 0 || text.lastIndexOf('endobj', at) > open) return null;
  const number = /\d+$/.exec(text.slice(Math.max(0, open - 10), open))?.[0];
  const body = text.slice(open + opening.length, close).trim();
  if (number === undefined || !body.startsWith('<<') || !body.endsWith('>>')) return null;
  return { number: Number(number), body };
}

/**
 * The dictionaries of fields for signatures, in the order of the file. Found from their mark: a pattern that begins with
 * a number tried each of the digits that keep a signature's place, two seconds for each signature.
 */
function fieldObjects(text: string): PdfObject[] {
  const found: PdfObject[] = [];
  for (let at = text.indexOf(fieldMark); at >= 0; at = text.indexOf(fieldMark, at + 1)) {
    const object = /\w/.test(text.charAt(at + fieldMark.length)) ? null : objectAround(text, at);
    if (object) found.push(object);
  }
  return found;
}

/** The fields for signatures as they stand at the end of the file, by name. */
export function signatureFields(pdf: Uint8Array): Map<string, SignatureField> {
  const fields = new Map<string, SignatureField>();
  for (const { number, body } of fieldObjects(latin(pdf))) {
    const name = /\/T \(([\w-]+)\)/.exec(body)?.[1];
    const rect = /\/Rect \[([^\]]+)\]/.exec(body)?.[1]?.trim().split(/\s+/).map(Number);
    const page = /\/P (\d+ 0 R)/.exec(body)?.[1];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
    if (name && page)
      fields.set(name, {
        number,
        name,
        page,
        rect: [left, bottom, right, top],
        isSigned: /\/V \d+ 0 R/.test(body),
      });
  }
  return fields;
}
