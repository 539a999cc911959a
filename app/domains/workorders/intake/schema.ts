import { z } from 'zod';
import { categoryCode } from '../../categories/schema';
import { officialNumber } from '../official-number';
import { callChannels } from './channels';
import { numberField } from '~/lib/numbers/number-field';
import { isTelephone, plainTelephone } from '~/lib/numbers/telephone';

const yesNo = z.enum(['yes', 'no']).transform((text) => text === 'yes');

export const intakeSchema = z.object({
  channel: z.enum(callChannels),
  callerName: z.string().trim().max(60).default(''),
  callerPhone: z
    .string()
    .max(60)
    .transform(plainTelephone)
    .refine((number) => number === '' || isTelephone(number, 5), 'not-a-phone')
    .default(''),
  isConfidential: yesNo,
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  place: z.string().trim().max(100).default(''),
  title: z.string().trim().min(4).max(80),
  description: z.string().trim().min(4).max(5000),
  category: categoryCode,
  urgency: z.enum(['normal', 'urgent']).default('normal'),
  /** Empty: registered, and dispatched later. */
  departmentId: z.string().max(26).default(''),
  externalNumber: officialNumber,
});
export type Intake = z.output<typeof intakeSchema>;

/** The question for which a number is opened. */
export const callerToAskSchema = z.object({ callBackId: z.string().max(26) });

/** What a caller answered, or that nobody answered the phone. */
export const callerAnswerSchema = z.discriminatedUnion('reached', [
  z.object({
    reached: z.literal('yes'),
    callBackId: z.string().max(26),
    solved: yesNo,
    contacted: yesNo,
    rating: numberField(z.number().int().min(1).max(5)),
    words: z.string().trim().max(1000).default(''),
  }),
  z.object({ reached: z.literal('no'), callBackId: z.string().max(26) }),
]);
export type CallerAnswer = z.output<typeof callerAnswerSchema>;
