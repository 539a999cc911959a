import { z } from 'zod';

const name = z.string().trim().min(2).max(60);
/** Read by `readIdentityNumber`, which knows today. */
const number = z.string().trim().min(1).max(60);

/** What the counter writes down of a document that is shown. */
export const counterIdentitySchema = z.object({
  email: z
    .email()
    .max(254)
    .transform((text) => text.toLowerCase()),
  ...{ name, number },
  seen: z.string().trim().min(2).max(200),
  guardian: z.string().trim().max(60).default(''),
  consent: z.literal('yes', { error: 'required' }),
});
export type CounterIdentity = z.output<typeof counterIdentitySchema>;

/** What a person states for an official service to compare. */
export const ownIdentitySchema = z.object({
  ...{ name, number },
  consent: z.literal('yes', { error: 'required' }),
});
export type OwnIdentity = z.output<typeof ownIdentitySchema>;
