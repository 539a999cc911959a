import { withoutNul } from '../without-nul';

export type Utf16 = 'UTF-16LE' | 'UTF-16BE';

export type DecodedUtf16 =
  | { ok: true; text: string; encoding: Utf16; hadMark: boolean }
  | { ok: false; encoding: Utf16; lines: number[] };

/** UTF-16 by its mark, or, where there is none, by the empty byte beside each sign of ASCII in the beginning. */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const beginning = bytes.subarray(0, 64);
  const empty = [0, 0];
  beginning.forEach((byte, at) => (empty[at % 2] = (empty[at % 2] ?? 0) + (byte === 0 ? 1 : 0)));
  const [even = 0, odd = 0] = empty;
  if (odd >= 4 && even === 0) return 'UTF-16LE';
  return even >= 4 && odd === 0 ? 'UTF-16BE' : null;
}

/** The text without its mark, or the lines that hold what is no character. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): DecodedUtf16 {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  const lines = text.split('\n').flatMap((line, index) => (line.includes('\ufffd') ? [index + 1] : []));
  const hadMark = bytes[0] === 0xff || bytes[0] === 0xfe;
  return lines.length > 0
    ? { ok: false, encoding, lines }
    : { ok: true, text: withoutNul(text), encoding, hadMark };
}
