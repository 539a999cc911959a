/** How the library writes the seven-bit alphabet of GSM (3GPP TS 23.038). */
export interface SevenBit {
  match(text: string): boolean;
  encode(text: string): Buffer;
}

export interface Segments {
  /** SMPP 5.2.19: 0 is the alphabet of GSM, 8 is UCS-2. */
  dataCoding: 0 | 8;
  /** Each with its header where there are several. */
  parts: Buffer[];
}

/** In octets of a part: alone, and beside a header of six octets that take the room of seven characters. */
const roomOf = { 0: { alone: 160, together: 153 }, 8: { alone: 140, together: 134 } } as const;
const mostParts = 10;
const escape = 0x1b;

/** UTF-16, the first octet of a sign before the second. */
const ucs2 = (words: string) => Buffer.from(words, 'utf16le').swap16();

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** Where the part ends that begins there: a sign of two is never torn apart. */
function endOf(
  octets: Buffer,
  { from, room, dataCoding }: { from: number; room: number; dataCoding: 0 | 8 },
) {
  const end = Math.min(from + room, octets.length);
  if (end === octets.length) return end;
  if (dataCoding === 8) return isHighSurrogate(octets.readUInt16BE(end - 2)) ? end - 2 : end;
  return octets[end - 1] === escape ? end - 1 : end;
}

/** 3GPP TS 23.040, 9.2.3.24.1: which message, how many parts, which of them. */
const headerOf = (reference: number, count: number, position: number) =>
  Buffer.from([0x05, 0x00, 0x03, reference, count, position]);

/**
 * A message as phones take it: in one part, or in several that the phone puts together by their headers. `reference` is
 * one octet, the same for all parts. Throws RangeError where the words are too many.
 */
export function segmentsOf(words: string, reference: number, sevenBit: SevenBit): Segments {
  const plain = words.normalize('NFC').replace(/[^\P{Cc}\n\r]/gu, ' ');
  const dataCoding = sevenBit.match(plain) ? 0 : 8;
  const octets = dataCoding === 0 ? sevenBit.encode(plain) : ucs2(plain);
  const room = roomOf[dataCoding];
  if (octets.length <= room.alone) return { dataCoding, parts: [octets] };
  const pieces: Buffer[] = [];
  for (let from = 0; from < octets.length;) {
    const end = endOf(octets, { from, room: room.together, dataCoding });
    pieces.push(octets.subarray(from, end));
    from = end;
  }
  if (pieces.length > mostParts) throw new RangeError(`A message of ${pieces.length} parts is too long`);
  const parts = pieces.map((piece, at) => Buffer.concat([headerOf(reference, pieces.length, at + 1), piece]));
  return { dataCoding, parts };
}
