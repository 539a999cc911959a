import { z } from 'zod';
import { mostDays, sanctionLevels } from './rules';
import { numberField } from '~/lib/numbers/number-field';

export const sanctionSchema = z
  .object({
    level: z.enum(sanctionLevels),
    days: numberField(z.number().int().min(1).max(mostDays).optional()),
    reason: z.string().trim().min(4).max(2000),
  })
  .superRefine(({ level, days }, ctx) => {
    if (level === 'no-posting-for' && days === undefined)
      ctx.addIssue({ code: 'custom', path: ['days'], message: 'say-days' });
  });

export const liftSchema = z.object({ reason: z.string().trim().min(4).max(2000) });
