import { z } from 'zod';
import { categories } from '../categories';
import { feedbackKinds } from './kinds';

export const feedbackSchema = z.object({
  kind: z.enum(feedbackKinds),
  title: z.string().trim().min(4).max(60),
  body: z.string().trim().min(6).max(5000),
  category: z.enum(categories),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  place: z.string().trim().max(100).default(''),
  isPublic: z.enum(['yes', 'no']),
});
export type FeedbackInput = z.output<typeof feedbackSchema>;

export const decisionSchema = z.object({
  act: z.enum(['answer', 'refuse']),
  words: z.string().trim().min(4).max(5000),
});
