import { decodeUtf16, utf16Of } from './decode-utf16';

/**
 * The text of a file of research in Unicode (UTF-8, or UTF-16 as spreadsheets save it), or the first line that is not:
 * an older encoding is not guessed. A byte-order mark is dropped and reported.
 */
export function decodeUtf8(
  bytes: Uint8Array,
): { ok: true; text: string; hadMark: boolean } | { ok: false; line: number } {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const decoded = decodeUtf16(bytes, utf16);
    return decoded.ok ? decoded : { ok: false, line: decoded.lines[0] ?? 1 };
  }
  const hadMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), hadMark };
  } catch {
    return { ok: false, line: firstBrokenLine(bytes) };
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (newline === -1) break;
    start = end;
  }
  return line;
}
