import { z } from 'zod';
import { categoryCode } from '../categories/schema';
import { bothOrNone, placeFields } from '../place-fields';
import { feedbackKinds, misconduct } from './kinds';
import { firstSentence } from '~/lib/texts/cutting/first-sentence';

export { openFeedbackKinds } from './kinds';

const leastTitle = 4;

/** Signs that are no words are a title, too, where nothing else is there. */
const titleOf = (body: string) => firstSentence(body) || [...body].slice(0, 40).join('');

/** Who types no title gives one all the same: what the text begins with. */
export const feedbackSchema = z
  .object({
    kind: z.enum(feedbackKinds),
    title: z
      .string()
      .trim()
      .max(60)
      .check(({ value, issues }) => {
        if (value !== '' && value.length < leastTitle)
          issues.push({ code: 'too_small', origin: 'string', minimum: leastTitle, input: value });
      })
      .default(''),
    body: z.string().trim().min(6).max(5000),
    category: categoryCode,
    areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
    ...placeFields,
    isPublic: z.enum(['yes', 'no']),
    /** When the form was handed out, in milliseconds; who sends without a form says nothing. */
    opened: z
      .string()
      .regex(/^\d{13}$/)
      .transform(Number)
      .optional()
      .catch(undefined),
  })
  .superRefine(bothOrNone)
  .transform((typed) => ({
    ...typed,
    title: typed.title || titleOf(typed.body),
    // Whatever was ticked: nobody makes it public by mistake.
    isPublic: typed.kind === misconduct ? ('no' as const) : typed.isPublic,
  }));
export type FeedbackInput = z.output<typeof feedbackSchema>;

export const decisionSchema = z.object({
  act: z.enum(['answer', 'refuse']),
  words: z.string().trim().min(4).max(5000),
});
