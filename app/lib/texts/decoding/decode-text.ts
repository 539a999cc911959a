import { decodeUtf16, utf16Of } from './decode-utf16';
import { whenUsed } from '../../when-used';
import { withoutNul } from '../without-nul';

const iconv = whenUsed<typeof import('iconv-lite')>('iconv-lite');

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

export type Decoded =
  | { ok: true; text: string; encoding: Encoding; hadMark: boolean }
  /** The lines that are not in the encoding of the rest. */
  | { ok: false; encoding: Encoding; lines: number[] };

interface Line {
  number: number;
  bytes: Uint8Array;
}

/** The newline is one byte in both encodings, and part of no other character in either. */
function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    lines.push({ number, bytes: bytes.subarray(start, end) });
    start = end + 1;
  }
  return lines;
}

const strict = new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Eight characters had no place in Unicode yet when GB18030-2000 was made, and go into the private area by its table,
 * where no font and no search has them. They have their own since (GB18030-2005), 龴 to 龻.
 */
const placedSince = '\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864';
const inTheirPlace = (text: string) =>
  text.replaceAll(new RegExp(`[${placedSince}]`, 'g'), (sign) =>
    String.fromCharCode(0x9fb4 + placedSince.indexOf(sign)),
  );

const isGb18030 = (bytes: Uint8Array) => !iconv().decode(Buffer.from(bytes), 'gb18030').includes('\ufffd');
/**
 * Lines in Chinese are three bytes a character in UTF-8. One of two bytes alone may be either: 女 in GB18030 is Ů in
 * UTF-8, so a line that says no more than that goes with the rest.
 */
const isClearlyUtf8 = (bytes: Uint8Array) =>
  isUtf8(bytes) && (bytes.some((byte) => byte >= 0xe0) || !isGb18030(bytes));
const isPlain = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);
const hasMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/**
 * The text of a file as offices save it: UTF-8, UTF-16 or GB18030; a byte-order mark is dropped. UTF-16 is told by its
 * mark or its empty bytes, the others by the lines beyond ASCII: a mark says UTF-8, else what most of them are. Lines
 * that are in the other encoding, or in neither, are named: no sign is replaced by another.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const hadMark = hasMark(bytes);
  if (isUtf8(bytes)) return { ok: true, text: withoutNul(strict.decode(bytes)), encoding: 'UTF-8', hadMark };
  const telling = linesOf(bytes).filter((line) => !isPlain(line.bytes));
  const rest = telling.filter((line) => !isUtf8(line.bytes));
  const mayBeEither = rest.every((line) => isGb18030(line.bytes));
  const utf8 = telling.filter((line) => (mayBeEither ? isClearlyUtf8 : isUtf8)(line.bytes));
  const encoding = hadMark || utf8.length > rest.length ? 'UTF-8' : 'GB18030';
  const wrong = encoding === 'UTF-8' ? rest : [...utf8, ...rest.filter((line) => !isGb18030(line.bytes))];
  if (wrong.length > 0)
    return { ok: false, encoding, lines: wrong.map(({ number }) => number).sort((a, b) => a - b) };
  return {
    ok: true,
    text: withoutNul(inTheirPlace(iconv().decode(Buffer.from(bytes), 'gb18030'))),
    encoding,
    hadMark: false,
  };
}
