import type { DecimalAmount } from './amounts';
import { cutText } from '~/lib/texts/cut-text';

/** Beyond this many points nobody scores; what is summed stays exact far below 2^53 for any real election. */
const pointsPattern = /^([+-]?)(\d{1,9})(?:[.,](\d{1,6}))?$/;

/**
 * Reads points: a number below 1,000,000,000 with at most 6 decimals, point or comma, perhaps with a sign.
 * Throws RangeError for anything else.
 */
export function parsePoints(text: string): DecimalAmount {
  const [, sign, whole, part] = pointsPattern.exec(text.trim()) ?? [];
  if (whole === undefined) throw new RangeError(`not points: ${cutText(text, 60)}`);
  const decimals = (part ?? '').replace(/0+$/, '');
  const units = BigInt(whole + decimals);
  return { units: sign === '-' ? -units : units, decimals: decimals.length };
}
