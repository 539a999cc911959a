import { z } from 'zod';
import { smppAddress } from './smpp-address';
import { optionalText, wholeNumber } from '../environment-fields';
import { withoutBrackets } from '~/lib/texts/message-signature';

/** The variables of text messages. */
export const smsVariables = {
  SMS_URL: optionalText
    .refine(
      (text) => text === '' || smppAddress(text) !== null,
      'must be like smpp://user:password@host:port or smpps://…',
    )
    .describe(
      'Server of the operator of text messages (SMPP 3.4), smpp://user:password@host:port or smpps://…; without it the portal sends none',
    ),
  SMS_FROM: optionalText
    .refine((text) => /^(\+?\d{0,20}|[\w .-]{1,11})$/.test(text), 'must be a number, or a name of 11 letters')
    .describe('Number that text messages come from; without it the operator’s'),
  SMS_SIGNATURE: optionalText
    .transform(withoutBrackets)
    .refine((text) => text.length <= 20, 'must have at most 20 characters')
    .describe('Signature before each text message, as operators in China demand it, without its brackets'),
  SMS_COUNTRIES: z
    .string()
    .regex(/^[1-9]\d{0,2}(,[1-9]\d{0,2}){0,9}$/, 'must be country codes like 86,852')
    .default('86')
    .describe(
      'Countries whose mobile numbers are taken, by their codes; a number without one is of the first',
    ),
  SMS_DAILY_LIMIT: wholeNumber(1, 1_000_000)
    .default(2000)
    .describe('Text messages that the whole portal sends in a day at most: each one costs money'),
};

/** Of text messages. */
export interface SmsConfiguration {
  /** Empty where there is no operator: none are sent. */
  url: string;
  from: string;
  /** Without its brackets; may be empty. */
  signature: string;
  countries: readonly string[];
  /** Of the whole portal. */
  mostInADay: number;
}

export const smsConfiguration = (values: z.infer<z.ZodObject<typeof smsVariables>>): SmsConfiguration => ({
  url: values.SMS_URL,
  from: values.SMS_FROM,
  signature: values.SMS_SIGNATURE,
  countries: values.SMS_COUNTRIES.split(','),
  mostInADay: values.SMS_DAILY_LIMIT,
});
