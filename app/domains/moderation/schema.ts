import { z } from 'zod';
import { breaches } from './grounds';

const listed = (value: unknown) =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];

/** The rule that was broken; an empty choice is none named. */
export const namedBreach = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.enum(breaches).optional(),
);

/** Some rows of the queue. */
const items = z.preprocess(listed, z.array(z.string().max(26)).min(1, 'choose-items').max(100));

/** One decision on one matter of the queue or on several; everybody concerned gets the reason. */
export const queueDecisionSchema = z.object({
  items,
  decision: z.enum(['approve', 'refuse']),
  ground: namedBreach,
  reason: z.string().trim().min(4).max(2000),
});
export type QueueDecision = z.output<typeof queueDecisionSchema>;

/** Some matters that a moderator works on now, or leaves to others. */
export const claimSchema = z.object({ items });

/** Some matters of which orders are made; without a department each goes where the responsibility lists say. */
export const dispatchSchema = z.object({ items, departmentId: z.string().max(26).default('') });

/** Why something that was hidden should be shown again. */
export const appealSchema = z.object({ words: z.string().trim().min(10).max(2000) });
