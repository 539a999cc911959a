import { z } from 'zod';
import { mostTicks } from '../rules/offline-ticks';
import { parsedJson } from '~/lib/parsed-json';

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
