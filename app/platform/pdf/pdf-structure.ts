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

const fieldLike = /(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?\/FT \/Sig\b(?:(?!endobj)[\s\S])*?)>>\s*endobj/g;

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

/** The fields for signatures as they stand at the end of the file, by name. */
export function signatureFields(pdf: Uint8Array): Map<string, SignatureField> {
  const fields = new Map<string, SignatureField>();
  for (const [, number, body = ''] of latin(pdf).matchAll(fieldLike)) {
    const name = /\/T \(([\w-]+)\)/.exec(body)?.[1];
    const rect = /\/Rect \[([^\]]+)\]/.exec(body)?.[1]?.trim().split(/\s+/).map(Number);
    const page = /\/P (\d+ 0 R)/.exec(body)?.[1];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
    if (name && page)
      fields.set(name, {
        number: Number(number),
        name,
        page,
        rect: [left, bottom, right, top],
        isSigned: /\/V \d+ 0 R/.test(body),
      });
  }
  return fields;
}
