import { z } from 'zod';

const listed = (value: unknown) =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];

/** One decision on one matter of the queue or on several; everybody concerned gets the reason. */
export const queueDecisionSchema = z.object({
  items: z.preprocess(listed, z.array(z.string().max(26)).min(1, 'choose-items').max(100)),
  decision: z.enum(['approve', 'refuse']),
  reason: z.string().trim().min(4).max(2000),
});
export type QueueDecision = z.output<typeof queueDecisionSchema>;
