import { z } from 'zod';

const asList = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

export const agreementSchema = z.object({
  title: z.string().trim().min(4).max(80),
  body: z.string().trim().min(20).max(30_000),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  proposalId: z.string().max(26).default(''),
  partyIds: z.preprocess(asList, z.array(z.string().max(26)).min(2, 'too-few-parties').max(12)),
  /** A line each: name of the party | what it does | date. */
  obligations: z.string().max(5000).default(''),
});
export type AgreementInput = z.output<typeof agreementSchema>;

/** A draft that is edited: from which text, every party may save. */
export const editAgreementSchema = agreementSchema.extend({ revision: z.string().max(64).default('') });

/** The text that was read before it is frozen. */
export const freezeSchema = z.object({ revision: z.string().max(64).default('') });

export const signSchema = z.object({
  password: z.string().min(1).max(200),
  contentHash: z.string().length(64),
  consent: z.literal('yes', { error: 'required' }),
});

export const meetSchema = z.object({
  obligationId: z.string().max(26),
  report: z.string().trim().min(4).max(2000),
});

export const declineSchema = z.object({ reason: z.string().trim().min(4).max(500) });
