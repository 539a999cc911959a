import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opening, sealing, SealFault } from './sealed-stream.server';

const key = randomBytes(32);
const mebi = 1024 * 1024;

/** In pieces of odd sizes, as a disk or network hands them on. */
function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const through = (bytes: Buffer, how: ReturnType<typeof sealing>, size = 70_001) => {
  const source = Readable.from(pieces(bytes, size));
  source.on('error', (error) => how.destroy(error));
  return buffer(source.pipe(how));
};
const sealed = (bytes: Buffer) => through(bytes, sealing(key));
const opened = (bytes: Buffer, by = key) => through(bytes, opening(by));

describe('a sealed file of a backup', () => {
  it.each([0, 1, mebi - 1, mebi, mebi + 1, 2 * mebi, 2 * mebi + 16, 3 * mebi + 5])(
    'of %i bytes opens to what was sealed',
    async (length) => {
      const bytes = randomBytes(length);
      const closed = await sealed(bytes);
      expect(closed.includes(bytes.subarray(0, 32)) && length >= 32).toBe(false);
      expect((await opened(closed)).equals(bytes)).toBe(true);
    },
  );

  it('is refused with another key, or with any byte changed, cut, added or moved', async () => {
    const bytes = randomBytes(2 * mebi + 100);
    const closed = await sealed(bytes);
    await expect(opened(closed, randomBytes(32))).rejects.toThrow(SealFault);
    const chunk = mebi + 16;
    const head = closed.subarray(0, 20);
    const [one, two, rest] = [20, 20 + chunk, 20 + 2 * chunk].map((at) => closed.subarray(at, at + chunk));
    const parts = (...all: (Buffer | undefined)[]) => Buffer.concat(all.flatMap((part) => part ?? []));
    for (const other of [
      ...[parts(head, two, one, rest), parts(head, one, two), parts(head, one), head, Buffer.alloc(0)],
      ...[
        Buffer.concat([closed, Buffer.from('x')]),
        closed.subarray(0, -1),
        parts(head, one, two, two, rest),
      ],
    ])
      await expect(opened(other)).rejects.toThrow(SealFault);
  });

  it('is refused with any one bit changed', async () => {
    const closed = await sealed(randomBytes(3000));
    await fc.assert(
      fc.asyncProperty(fc.nat(closed.length * 8 - 1), async (bit) => {
        const other = Buffer.from(closed);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(opened(other)).rejects.toThrow(SealFault);
      }),
      { numRuns: 60 },
    );
  });

  it('is another each time, though the words are the same', async () => {
    const bytes = Buffer.from('same');
    expect((await sealed(bytes)).equals(await sealed(bytes))).toBe(false);
  });
});
