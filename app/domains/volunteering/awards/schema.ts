import { z } from 'zod';
import { awardKinds } from './award-kinds';
import { isDay } from '~/lib/time/days';
import { numberField } from '~/lib/numbers/number-field';

const ids = z
  .union([z.string().max(26), z.array(z.string().max(26)).max(200)])
  .optional()
  .transform((given) => [given ?? []].flat().filter((id) => id !== ''));

export const awardSchema = z.object({
  kind: z.enum(awardKinds),
  name: z.string().trim().min(2).max(80),
  content: z.string().trim().max(300).default(''),
  hours: numberField(z.number().min(0).max(500).default(0)),
  day: z.string().trim().refine(isDay, 'not-a-time'),
  personIds: ids,
});
export type AwardInput = z.output<typeof awardSchema>;

export const withdrawAwardSchema = z.object({
  awardId: z.string().max(26),
  reason: z.string().trim().min(4).max(500),
});
