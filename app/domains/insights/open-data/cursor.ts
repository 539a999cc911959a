const form = /^[A-Za-z0-9_-]{1,400}$/;

/** A place in a list as it is given out: what it is made of is nobody's to know. */
export const writePublicCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** The place that was given out; null for what never was one. */
export function readPublicCursor(text: string): string | null {
  if (!form.test(text)) return null;
  const place = Buffer.from(text, 'base64url').toString();
  return place !== '' && !/\p{Cc}|\ufffd/u.test(place) && writePublicCursor(place) === text ? place : null;
}
