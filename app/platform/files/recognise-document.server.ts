import { cutText } from '~/lib/texts/cut-text';

/** A document as it is kept: what it is was read from its bytes, and its ending follows from that. */
export interface RecognisedDocument {
  mediaType: string;
  extension: string;
}

export const largestDocumentBytes = 10 * 1024 * 1024;

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** The part that says what an Office Open XML file is. */
const byPart: [string, RecognisedDocument][] = [
  ['word/document.xml', { mediaType: `${openXml}.wordprocessingml.document`, extension: 'docx' }],
  ['xl/workbook.xml', { mediaType: `${openXml}.spreadsheetml.sheet`, extension: 'xlsx' }],
  ['ppt/presentation.xml', { mediaType: `${openXml}.presentationml.presentation`, extension: 'pptx' }],
];
const byMimetype: [string, RecognisedDocument][] = [
  [`${openDocument}.text`, { mediaType: `${openDocument}.text`, extension: 'odt' }],
  [`${openDocument}.spreadsheet`, { mediaType: `${openDocument}.spreadsheet`, extension: 'ods' }],
  [`${openDocument}.presentation`, { mediaType: `${openDocument}.presentation`, extension: 'odp' }],
];

/** The stream that says what a file of the older Office is: its name in the directory, UTF-16. */
const byStream: [string, RecognisedDocument][] = [
  ['WordDocument', { mediaType: 'application/msword', extension: 'doc' }],
  ['Workbook', { mediaType: 'application/vnd.ms-excel', extension: 'xls' }],
  ['PowerPoint Document', { mediaType: 'application/vnd.ms-powerpoint', extension: 'ppt' }],
];

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const longestComment = 65_557;

/** The names in a zip file's directory; null where it has none, or claims more than there is. */
function namesInZip(bytes: Buffer): string[] | null {
  const from = Math.max(0, bytes.length - longestComment);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(endOfDirectory);
  const end = bytes.lastIndexOf(mark);
  if (end < from || end + 22 > bytes.length) return null;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryOfDirectory) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    names.push(bytes.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function recogniseZip(bytes: Buffer): RecognisedDocument | null {
  const names = namesInZip(bytes);
  // Programs in documents are what mail filters stop: they are not passed on among colleagues either.
  if (!names || names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) return null;
  if (names[0] === 'mimetype') {
    const type = bytes.subarray(38, 128).toString('latin1');
    return byMimetype.find(([start]) => type.startsWith(start))?.[1] ?? null;
  }
  if (!names.includes('[Content_Types].xml')) return null;
  return byPart.find(([part]) => names.includes(part))?.[1] ?? null;
}

function recogniseOlder(bytes: Buffer): RecognisedDocument | null {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('_VBA_PROJECT')) return null;
  return byStream.find(([stream]) => holds(stream))?.[1] ?? null;
}

/**
 * What a document is, by its bytes and not by its name: PDF, Word, Excel, PowerPoint or OpenDocument. Null for anything
 * else, for what is too large, and for office documents that carry programs.
 */
export function recogniseDocument(
  given: Uint8Array,
  mostBytes = largestDocumentBytes,
): RecognisedDocument | null {
  if (given.byteLength === 0 || given.byteLength > mostBytes) return null;
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return { mediaType: 'application/pdf', extension: 'pdf' };
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return recogniseZip(bytes);
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return recogniseOlder(bytes);
  return null;
}

const longestName = 100;

/** A name to download under: without paths and signs that systems stumble over, ending as what it is. */
export function documentName(given: string, extension: string): string {
  const base = (given.split(/[\\/]/).pop() ?? '')
    .replaceAll(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  return `${base === '' ? 'document' : cutText(base, longestName)}.${extension}`;
}
