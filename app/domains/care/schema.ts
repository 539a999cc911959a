import { z } from 'zod';
import { careKinds, entitlements, lookPurposes, recordedAs, rhythms, taskKinds } from './choices';
import { numberField } from '~/lib/numbers/number-field';
import { isDay } from '~/lib/time/days';
import { isTelephone, plainTelephone } from '~/lib/numbers/telephone';

export const mostWeeks = 13;
export const mostOwnNeeds = 5;
/** So many minutes a visit or a call takes at most. */
export const longestTask = 240;

const id = z.string().min(1).max(40);
const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const words = (most: number) => z.string().trim().max(most).default('');
const phone = z
  .string()
  .max(60)
  .transform(plainTelephone)
  .refine((number) => isTelephone(number, 5), 'not-a-phone');
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const yes = z.literal('yes', { error: 'required' });
const ticked = z.preprocess((value) => value === 'yes', z.boolean());
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  );

const rhythmDays = numberField(
  z
    .number()
    .int()
    .refine((days) => (rhythms as readonly number[]).includes(days), 'not-a-choice'),
);

/** What lies sealed of an entry. */
const statedFields = z.object({
  called: text(1, 30),
  kinds: several(z.enum(careKinds)).pipe(z.array(z.enum(careKinds)).min(1, 'required').max(careKinds.length)),
  words: words(1000),
  place: text(2, 200),
  phone,
  emergencyName: words(30),
  emergencyPhone: optional(phone),
});

const otherFields = z.object({
  urgent: ticked,
  rhythmDays,
  until: optional(z.iso.date().refine(isDay, 'not-a-time')),
});

export const stateSchema = statedFields
  .extend(otherFields.shape)
  .extend({
    areaId: z.string().regex(/^\d{12,15}$/, 'not-a-choice'),
    entitlement: z.enum(entitlements),
    personEmail: optional(
      z
        .email('not-mail-address')
        .max(254)
        .transform((address) => address.toLowerCase()),
    ),
    confirmed: ticked,
    consent: yes,
  })
  .refine(({ entitlement, confirmed }) => entitlement === 'self' || confirmed, {
    path: ['confirmed'],
    message: 'required',
  });
export type StateInput = z.output<typeof stateSchema>;

/** What is said of an entry may be put right by those concerned (PIPL 46). */
export const correctSchema = statedFields
  .extend(otherFields.shape)
  .extend({ revision: z.string().max(64).optional() });
export type CorrectInput = z.output<typeof correctSchema>;

export const consentSchema = z.object({ consent: yes });
export const lookSchema = z.object({ purpose: z.enum(lookPurposes) });
export const acceptSchema = z.object({ rhythmDays });
export const reasonSchema = z.object({ reason: text(4, 500) });

const instant = z.iso.datetime({ local: true, offset: true }).transform((given) => new Date(given));

export const planSchema = z.object({
  kind: z.enum(taskKinds),
  startsAt: instant,
  minutes: numberField(z.number().int().min(5).max(longestTask)),
  what: text(2, 500),
  repeat: z.enum(['none', 'weekly']).default('none'),
  weeks: numberField(z.number().int().min(2).max(mostWeeks).default(4)),
});
export type PlanInput = z.output<typeof planSchema>;

export const offerSchema = z.object({ volunteerId: id });

export const recordSchema = z
  .object({ as: z.enum(recordedAs), words: words(1000) })
  .refine(({ as, words: said }) => as === 'not-met' || said.length >= 2, {
    path: ['words'],
    message: 'required',
  });
export type RecordInput = z.output<typeof recordSchema>;

export const taskWordsSchema = z.object({ words: text(2, 500) });
export const contestSchema = z.object({ words: text(4, 1000) });
export const answerContestSchema = z.object({
  contestId: id,
  verdict: z.enum(['grant', 'refuse']),
  answer: text(4, 1000),
});
export type AnswerContestInput = z.output<typeof answerContestSchema>;

export const offerHelpSchema = z.object({
  organisationId: id,
  areaId: z.string().regex(/^\d{12,15}$/, 'not-a-choice'),
});
export const vetSchema = z.object({ volunteerId: id, verdict: z.enum(['vet', 'refuse', 'end']) });

/** What lies sealed of an entry, as it is read back. */
export const sealedNeedSchema = z.object({
  called: z.string(),
  kinds: z.array(z.enum(careKinds)),
  words: z.string(),
  place: z.string(),
  phone: z.string(),
  emergencyName: z.string(),
  emergencyPhone: z.string(),
});
export type StatedNeed = z.output<typeof sealedNeedSchema>;
