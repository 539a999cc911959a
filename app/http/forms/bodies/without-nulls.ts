import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

/**
 * Drops bytes of zero from a page. React 18 writes its whole buffer of two kilobytes also where the last character,
 * of several bytes, did not fit: a zero is left in the middle of a Chinese text, and browsers make a replacement
 * character of it in fields and scripts. No page holds a zero by itself.
 */
export class WithoutNulls extends Transform {
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
  }
}
