import { z } from 'zod';
import { categories } from '../categories';
import { bothOrNone, placeFields } from '../place-fields';
import { feedbackKinds } from './kinds';

export { feedbackKinds };

export const feedbackSchema = z
  .object({
    kind: z.enum(feedbackKinds),
    title: z.string().trim().min(4).max(60),
    body: z.string().trim().min(6).max(5000),
    category: z.enum(categories),
    areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
    ...placeFields,
    isPublic: z.enum(['yes', 'no']),
  })
  .superRefine(bothOrNone);
export type FeedbackInput = z.output<typeof feedbackSchema>;

export const decisionSchema = z.object({
  act: z.enum(['answer', 'refuse']),
  words: z.string().trim().min(4).max(5000),
});
