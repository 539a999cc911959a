import { z } from 'zod';

/** Why a call was refused (RFC 9457), and at which parameter. */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
});

export type Problem = z.infer<typeof problem>;

export const problemType = 'application/problem+json';
