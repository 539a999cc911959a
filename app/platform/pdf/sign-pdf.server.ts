import { glyphOutlines } from './glyph-outlines.server';
import type { DocumentFont } from './document-font.server';
import { readPdfEnd, signatureFields } from './pdf-structure';
import type { PdfEnd, SignatureField } from './pdf-structure';

export interface SignatureWords {
  /** The field that is signed, as the box of the document names it. */
  field: string;
  /** Who signs, as readers of PDF show it. */
  name: string;
  reason: string;
  signedAt: Date;
  /** What is drawn into the box, a line each; none for a signature that is not seen. */
  shown: string[];
}

/** Signs the bytes given, which are all of the file but the place of the signature: answers CMS in DER. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Room for the signature, its certificates and a time stamp. */
const roomBytes = 12_288;
const rangePlace = '/ByteRange [0 0000000000 0000000000 0000000000]';

const utf16 = (text: string) =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

const pdfDate = (date: Date) => `(D:${date.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z)`;

function signatureObject({ name, reason, signedAt }: SignatureWords): string {
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    rangePlace,
    `/Contents <${'0'.repeat(roomBytes * 2)}>`,
    `/M ${pdfDate(signedAt)} /Name ${utf16(name)} /Reason ${utf16(reason)} >>`,
  ].join('\n');
}

function appearance(field: SignatureField, shown: string[], font: DocumentFont): string {
  const [left, bottom, right, top] = field.rect;
  const width = right - left;
  const height = top - bottom;
  const drawn = glyphOutlines(font, shown, { width, height });
  const box = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources << >>`;
  return `<< ${box} /Length ${Buffer.byteLength(drawn)} >>\nstream\n${drawn}\nendstream`;
}

const fieldObject = (field: SignatureField, refs: { signature: number; look: number }) =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${field.name}) /F 132 /P ${field.page} ` +
  `/Rect [${field.rect.join(' ')}] /V ${refs.signature} 0 R /AP << /N ${refs.look} 0 R >> >>`;

/** The objects behind the end of the file, with the table that finds them. */
function appended(length: number, end: PdfEnd, objects: Map<number, string>): string {
  let text = '\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, length + Buffer.byteLength(text));
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const startxref = length + Buffer.byteLength(text);
  text += 'xref\n';
  for (const [number, offset] of offsets)
    text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const size = Math.max(end.size, ...[...objects.keys()].map((number) => number + 1));
  text += `trailer\n<< /Size ${size} /Root ${end.root} /Info ${end.info} /ID ${end.id} /Prev ${end.startxref} >>\n`;
  return `${text}startxref\n${startxref}\n%%EOF\n`;
}

export class NotSignable extends Error {}

/**
 * Signs one field of a file that `writePdf` made: what stands in the file stays byte for byte, the signature is written
 * behind it (PDF 32000-1, 12.8; PAdES: ETSI.CAdES.detached). Throws NotSignable where there is no such empty field.
 */
export async function signPdf(
  pdf: Uint8Array,
  words: SignatureWords,
  { font, sign }: { font: DocumentFont; sign: SignBytes },
): Promise<Uint8Array> {
  const end = readPdfEnd(pdf);
  const field = signatureFields(pdf).get(words.field);
  if (!end || !field || field.isSigned) throw new NotSignable(`No empty field ${words.field}`);
  const signature = end.size;
  const look = end.size + 1;
  const objects = new Map([
    [signature, signatureObject(words)],
    [look, appearance(field, words.shown, font)],
    [field.number, fieldObject(field, { signature, look })],
  ]);
  const whole = Buffer.concat([pdf, Buffer.from(appended(pdf.byteLength, end, objects), 'latin1')]);
  return fillSignature(whole, pdf.byteLength, sign);
}

async function fillSignature(whole: Buffer, from: number, sign: SignBytes): Promise<Uint8Array> {
  const open = whole.indexOf('/Contents <', from, 'latin1') + '/Contents '.length;
  const close = open + roomBytes * 2 + 2;
  const range = [open, close, whole.length - close].map((part) => String(part).padStart(10, '0'));
  whole.write(`/ByteRange [0 ${range.join(' ')}]`, whole.indexOf(rangePlace, from, 'latin1'), 'latin1');
  const signature = await sign(Buffer.concat([whole.subarray(0, open), whole.subarray(close)]));
  if (signature.byteLength > roomBytes) throw new NotSignable('The signature is larger than its place');
  whole.write(Buffer.from(signature).toString('hex'), open + 1, 'latin1');
  return whole;
}

/** How long the DER value is that begins there: signatures are padded with noughts to the end of their place. */
function derLength(bytes: Buffer): number {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  return 2 + count + bytes.readUIntBE(2, count);
}

/**
 * Adds to the last signature of a file what `stamp` makes of it: a time stamp is no part of what is signed, and the
 * place of the last signature is covered by no other. Null where `stamp` answers none.
 */
export async function stampPdf(
  pdf: Uint8Array,
  stamp: (signature: Uint8Array) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const whole = Buffer.from(pdf);
  const open = whole.lastIndexOf('/Contents <', undefined, 'latin1') + '/Contents <'.length;
  const padded = Buffer.from(whole.subarray(open, open + roomBytes * 2).toString('latin1'), 'hex');
  if (padded.length !== roomBytes) throw new NotSignable('The last signature has no place of ours');
  const stamped = await stamp(padded.subarray(0, derLength(padded)));
  if (!stamped) return null;
  if (stamped.byteLength > roomBytes) throw new NotSignable('The time stamp is larger than its place');
  whole.write(
    Buffer.from(stamped)
      .toString('hex')
      .padEnd(roomBytes * 2, '0'),
    open,
    'latin1',
  );
  return whole;
}
