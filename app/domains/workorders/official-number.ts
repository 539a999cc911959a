import { z } from 'zod';
import { isSpoiltNumber } from '~/lib/csv/cells';
import { plainWidth } from '~/lib/texts/plain-width';

/**
 * The number of another system as it is typed or pasted: digits of any width and signs that nobody sees make it no other
 * one, for by it the same matter is known again. What a spreadsheet left of a number is none. Empty: it has none.
 */
export const officialNumber = z
  .string()
  .max(200)
  .transform((typed) => plainWidth(typed.replaceAll(/[\p{Cf}\p{Cc}]/gu, '')).trim())
  .pipe(z.string().max(60))
  .refine((number) => !isSpoiltNumber(number, false), 'spoilt-number')
  .default('');
