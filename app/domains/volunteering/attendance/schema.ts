import { z } from 'zod';
import { longestShiftHours } from '../rules/hours';
import { mostTicks } from '../rules/offline-ticks';
import { numberField } from '~/lib/numbers/number-field';
import { parsedJson } from '~/lib/parsed-json';

/** Somebody who came and stands on no list: by name, and by the mail address of the account where it is known. */
export const cameAnywaySchema = z.object({
  name: z.string().trim().min(1).max(40),
  email: z
    .union([z.literal(''), z.email('not-mail-address').max(254)])
    .default('')
    .transform((text) => text.toLowerCase()),
});
export type CameAnyway = z.output<typeof cameAnywaySchema>;

/** How somebody's service was: words, stars, or both; neither takes back what was said. */
export const evaluationSchema = z.object({
  signUpId: z.string().max(26),
  evaluation: z.string().trim().max(200).default(''),
  stars: z.preprocess(
    (text) => (text === '' ? undefined : text),
    numberField(z.number().int().min(1).max(5).optional()),
  ),
});
export type EvaluationInput = z.output<typeof evaluationSchema>;

/** Why a moderator should look at what was recorded. */
export const recordAppealSchema = z.object({ words: z.string().trim().min(10).max(2000) });

/** What a moderator finds on an appeal: the record stands, or somebody was there for so long, or was excused. */
export const recordVerdictSchema = z.object({
  outcome: z.enum(['stands', 'yes', 'excused']),
  hours: numberField(
    z
      .number()
      .min(0)
      .max(longestShiftHours + 1)
      .default(0),
  ),
  reason: z.string().trim().min(4).max(500),
});
export type RecordVerdict = z.output<typeof recordVerdictSchema>;

/** What a list without network sends: times by the clock of the device. */
export const ticksSchema = z.object({
  sentAt: z.iso.datetime().transform((text) => new Date(text)),
  ticks: z
    .string()
    .max(200_000)
    .transform((text, ctx) => {
      const ticks = tickList.safeParse(parsedJson(text));
      if (!ticks.success) ctx.addIssue({ code: 'custom', message: 'not-a-choice' });
      return ticks.success ? ticks.data : z.NEVER;
    }),
});
const tickList = z
  .array(
    z.object({
      signUpId: z.string().max(26),
      what: z.enum(['in', 'out']),
      at: z.iso.datetime().transform((text) => new Date(text)),
    }),
  )
  .max(mostTicks);
