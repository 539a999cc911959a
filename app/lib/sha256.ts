import { createHash } from 'node:crypto';

/** SHA-256 in 64 hexadecimal digits (FIPS 180-4); a text is taken in UTF-8. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
