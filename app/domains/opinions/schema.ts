import { z } from 'zod';
import { longestStatement, mostSeeds } from './limits';

const statementBody = z.string().trim().min(4).max(longestStatement);
const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));
const reason = z.string().trim().min(4).max(1000);

/** One statement a line; empty lines are nothing. */
const seeds = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) => [...new Set(text.split('\n').flatMap((line) => line.trim() || []))])
  .pipe(z.array(statementBody).max(mostSeeds));

export const conversationSchema = z.object({
  title: z.string().trim().min(6).max(60),
  body: z.string().trim().max(10_000).default(''),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  proposalId: z.string().max(26).default(''),
  review: z.enum(['before', 'after']),
  closesAt: instant,
  seeds,
});
export type ConversationInput = z.output<typeof conversationSchema>;

export const statementSchema = z.object({
  body: statementBody,
  /** Sent although there are others like it. */
  anyway: z.literal('on').optional(),
});

export const answerSchema = z.object({
  statementId: z.string().max(26),
  answer: z.enum(['agree', 'disagree', 'pass']),
});
export type Answer = z.output<typeof answerSchema>['answer'];

export const decideStatementSchema = z.object({
  statementId: z.string().max(26),
  decision: z.enum(['accept', 'refuse']),
  reason: z.string().trim().max(1000).default(''),
});

export const extendSchema = z.object({ closesAt: instant, reason });
export const reasonSchema = z.object({ reason });
