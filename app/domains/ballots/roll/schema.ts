import { z } from 'zod';
import { longestName, longestPlace } from './read-roll';
import { numberField } from '~/lib/numbers/number-field';
import { withNameDots } from '~/lib/texts/person-name';

const reason = z.string().trim().min(4).max(500);
const lineId = z.string().min(1).max(40);

/** A person as typed at the counter. What the ballot asks of an age is judged where the ballot is known. */
export const newLineSchema = z.object({
  name: z.string().trim().min(1).max(longestName).transform(withNameDots),
  unit: z.string().trim().max(longestPlace).default(''),
  birthYear: numberField(z.number().int().min(1900).max(2200).optional()),
  household: z.string().trim().max(longestPlace).default(''),
  reason,
});
export type NewLine = z.output<typeof newLineSchema>;

export const strikeLineSchema = z.object({ line: lineId, reason });
export const joinLineSchema = z.object({ line: lineId, email: z.email().max(254).toLowerCase() });
export const partLineSchema = z.object({ line: lineId });
export const confirmCorrectionSchema = z.object({ line: lineId });
export const refuseCorrectionSchema = z.object({ line: lineId, reason });

/** A roll as it is pasted; a file goes beside it. */
export const importRollSchema = z.object({ text: z.string().trim().max(2_000_000).default('') });
