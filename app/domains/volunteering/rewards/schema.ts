import { z } from 'zod';
import { isTicked } from '../schema';
import { isDay } from '~/lib/time/days';
import { numberField } from '~/lib/numbers/number-field';

export const rewardSchema = z.object({
  title: z.string().trim().min(2).max(60),
  body: z.string().trim().min(4).max(1000),
  points: numberField(z.number().int().min(10).max(100_000)),
  stock: numberField(z.number().int().min(1).max(10_000)),
  each: numberField(z.number().int().min(1).max(100).default(1)),
  until: z.string().trim().refine(isDay, 'not-a-time'),
});
export type RewardInput = z.output<typeof rewardSchema>;

export const claimSchema = z.object({ claimId: z.string().max(26) });
export const handOverSchema = z.object({ code: z.string().trim().min(4).max(20) });

export const thanksSchema = z.object({
  words: z.string().trim().min(2).max(300),
  named: isTicked,
});
export const settleThanksSchema = z.object({
  thanksId: z.string().max(26),
  verdict: z.enum(['pass-on', 'lay-aside']),
});
