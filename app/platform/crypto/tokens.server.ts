import { randomBytes } from 'node:crypto';

/** A random token in base64url; 32 bytes unless told. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
