import { z } from 'zod';
import { organisationKinds } from '../actor';
import { withNameDots } from '~/lib/texts/person-name';
import { isPlainName } from '~/lib/texts/plain-name';
import { signingScopes } from './rules/signing-scopes';
import { isCreditCode } from './rules/credit-code';
import { fenOfYuan } from '~/lib/numbers/yuan';

export const organisationSchema = z.object({
  kind: z.enum(organisationKinds),
  name: z.string().trim().min(2).max(60).refine(isPlainName, 'plain-name'),
  creditCode: z
    .string()
    .trim()
    .transform((text) => text.toUpperCase())
    .refine(isCreditCode, 'credit-code'),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  about: z.string().trim().min(4).max(2000),
  contact: z.string().trim().max(200).default(''),
});
export type OrganisationInput = z.output<typeof organisationSchema>;

export const inviteSchema = z.object({
  email: z
    .email()
    .max(254)
    .transform((text) => text.toLowerCase()),
  mandate: z.enum(['representative', 'member']),
});
export type InviteInput = z.output<typeof inviteSchema>;

/** Yuan as typed, in fen; null where nothing was typed. */
const limit = z
  .string()
  .trim()
  .refine((text) => text === '' || fenOfYuan(text) !== null, 'not-an-amount')
  .transform((text) => (text === '' ? null : fenOfYuan(text)));

export const signatorySchema = z
  .object({
    personId: z.string().max(26),
    name: z.string().trim().min(2).max(40).transform(withNameDots).refine(isPlainName, 'plain-name'),
    scope: z.enum(signingScopes),
    limit: limit.default(null),
    expiresOn: z.string().trim().max(10).default(''),
  })
  .transform(({ limit: limitFen, ...rest }) => ({ ...rest, limitFen }));

export const mergeSchema = z.object({
  intoId: z.string().min(1, 'required').max(26),
  reason: z.string().trim().min(4).max(500),
  sure: z.literal('yes', { error: 'required' }),
});
