import type { HeicAnswer } from './raw-of-heic';
import { runInThread } from '../threads/run-in-thread.server';

/** A phone's picture takes a second or two. */
const longestMilliseconds = 20_000;

/** The brands of files that hold pictures compressed as HEVC, or may: ISO/IEC 23008-12, annex B. */
const brands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);
const leastHead = 16;
const mostHead = 256;

/** Whether a file says of itself that HEVC is in it: sharp has no decoder of that, but one of AV1 in the same container. */
export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, mostHead));
  if (head.byteLength < leastHead || head.toString('latin1', 4, 8) !== 'ftyp') return false;
  const end = Math.min(head.readUInt32BE(0), head.byteLength);
  const said = [8];
  for (let at = leastHead; at + 4 <= end; at += 4) said.push(at);
  const named = said.map((at) => head.toString('latin1', at, at + 4));
  return named.some((brand) => brands.has(brand)) && !named.some((brand) => brand === 'avif');
}

/** The points of a picture of an iPhone, upright; decoded in a thread that is ended where it takes too long. */
export function decodeHeic(bytes: Uint8Array): Promise<HeicAnswer> {
  return runInThread<HeicAnswer>(
    { entry: 'decode-heic', longestMilliseconds },
    () => bytes,
    // The decoder is read where a picture asks for it.
    async () => (await import('./raw-of-heic')).rawOfHeic(bytes),
  );
}
