import { z } from 'zod';
import { roles } from '../actor';
import { purposeNames } from './consents/purposes';
import { locales } from '~/i18n/locale';
import { numberField } from '~/lib/numbers/number-field';
import { withNameDots } from '~/lib/texts/person-name';
import { isPlainName } from '~/lib/texts/plain-name';

export { purposeNames } from './consents/purposes';
export { usedPasskeySchema } from './passkeys/schema';

const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
export const newPassword = z.string().min(10).max(200);
const displayName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform(withNameDots)
  .refine(isPlainName, 'plain-name');

export const registerSchema = z
  .object({
    email,
    displayName,
    password: newPassword,
    mails: z.literal('yes').optional(),
    /** Under 14, and the address of a parent or guardian. */
    minor: z.literal('yes').optional(),
    guardianEmail: z.union([z.literal(''), email]).default(''),
    next: z.string().optional(),
  })
  .refine(({ minor, guardianEmail, email }) => !minor || (guardianEmail !== '' && guardianEmail !== email), {
    path: ['guardianEmail'],
    error: 'guardian-email',
  });
export const signInSchema = z.object({
  email,
  password: z.string().min(1).max(200),
  next: z.string().optional(),
});
export const forgottenSchema = z.object({ email });
export const confirmSchema = z.object({ password: z.string().min(1).max(200) });
export const resetSchema = z.object({ password: newPassword });
export const profileSchema = z.object({
  displayName,
  about: z.string().trim().max(500).default(''),
  locale: z.enum(locales),
  homeAreaId: z.string().max(15).default(''),
  revision: z.string().max(64).default(''),
});
export const residenceSchema = z.object({
  areaId: z.string().regex(/^\d{12,15}$/, 'not-a-choice'),
  address: z.string().trim().min(4).max(200),
  birthYear: numberField(z.number().int().min(1900).max(2100)),
  consent: z.literal('yes', { error: 'required' }),
});
export const readAddressSchema = z.object({ purpose: z.string().trim().min(2).max(300) });
export const withdrawConsentSchema = z.object({ purpose: z.enum(purposeNames) });
export const passwordSchema = z.object({ password: z.string().min(1).max(200), newPassword });
export const changeAddressSchema = z.object({ email, password: z.string().min(1).max(200) });
/** As people type it, with blanks. */
export const addressCodeSchema = z.object({
  code: z
    .string()
    .max(20)
    .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '')),
});
export const eraseSchema = z.object({ password: z.string().min(1).max(200) });
export const actForSchema = z.object({ organisationId: z.string().max(26) });
export const grantRoleSchema = z.object({
  email,
  role: z.enum(roles),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
});
/** Closing an account to its owner, or opening it again. */
export const suspensionSchema = z.object({
  personId: z.string().max(40),
  reason: z.string().trim().min(4).max(500),
});
export type Suspension = z.output<typeof suspensionSchema>;

/** A link for a role: for whom, and how many days it holds. */
export const inviteToRoleSchema = z.object({
  role: z.enum(roles),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  forWhom: z.string().trim().min(2).max(60),
  days: numberField(z.number().int().min(1).max(30)),
});
export type RoleInvitationInput = z.output<typeof inviteToRoleSchema>;

/** A list of invitations, where it is typed or pasted; a file comes beside it. */
export const invitationListSchema = z.object({
  text: z.string().max(100_000).default(''),
  days: numberField(z.number().int().min(1).max(30)),
});
export const invitationSchema = z.object({ id: z.string().max(40) });
/** The password may be left empty: the one that there is stays. */
export const signInByCodeSchema = z.object({
  code: z.string().trim().min(1).max(40),
  password: z.union([z.literal(''), newPassword]).default(''),
});
export const joinByInvitationSchema = z.object({ email, displayName, password: newPassword });

export const revokeRoleSchema = z.object({
  id: z.string().max(40),
  reason: z.string().trim().min(2).max(500),
});
