import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 in base64url: equality without the text. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Compares without telling by time how far two texts agree. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}

/** A text and its signature, for links in mails and short-lived cookies. */
export function signText(key: string, text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${keyedHash(key, text)}`;
}

/** The text of `signText`, or null where the signature does not hold. */
export function readSigned(key: string, signed: string): string | null {
  const [encoded = '', signature = ''] = signed.split('.');
  const text = Buffer.from(encoded, 'base64url').toString('utf8');
  return sameText(signature, keyedHash(key, text)) ? text : null;
}
