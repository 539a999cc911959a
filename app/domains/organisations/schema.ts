import { z } from 'zod';
import { organisationKinds } from '../actor';
import { isPlainName } from '~/lib/plain-name';
import { isCreditCode } from './rules/credit-code';

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
