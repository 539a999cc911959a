import { z } from 'zod';
import { usedPasskeySchema } from '../identity/schema';
import { assents, continuations } from './policy';
import { fieldOf, mostObligations, obligationColumns } from './rules/obligation-rows';
import { templateNames } from './rules/templates';
import { numberField } from '~/lib/numbers/number-field';

const asList = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

const longestCell = 500;
const rowFields = Array.from({ length: mostObligations }, (_none, at) =>
  obligationColumns.map((column) => fieldOf(column, at + 1)),
).flat();

const given = z.looseObject({
  title: z.string().trim().min(4).max(80),
  body: z.string().trim().min(20).max(30_000),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  proposalId: z.string().max(26).default(''),
  partyIds: z.preprocess(asList, z.array(z.string().max(26)).min(2, 'too-few-parties').max(12)),
  template: z.enum(['', ...templateNames]).default(''),
  signingOrder: z.enum(['parallel', 'sequence']).default('parallel'),
  signDays: numberField(z.number().int().min(1).max(180).default(30)),
  endsOn: z.string().trim().max(10).default(''),
  revision: z.string().max(64).optional(),
  why: z.string().trim().max(2000).default(''),
});

/** A draft with its rows of obligations, by the names of their fields (`what.1`). */
export const agreementSchema = given.transform((values, ctx) => {
  const { title, body, areaId, proposalId, partyIds, template, signingOrder, signDays, endsOn } = values;
  const { revision, why } = values;
  const rows: Record<string, string> = {};
  for (const field of rowFields) {
    const cell = values[field];
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    if (cell.length > longestCell)
      ctx.addIssue({ code: 'too_big', maximum: longestCell, origin: 'string', input: cell, path: [field] });
    rows[field] = cell;
  }
  return {
    title,
    body,
    areaId,
    proposalId,
    partyIds,
    template,
    signingOrder,
    signDays,
    endsOn,
    revision,
    why,
    rows,
  };
});
export type AgreementInput = Omit<z.output<typeof agreementSchema>, 'revision' | 'why'> & {
  revision?: string | undefined;
  /** What is changed and why, told to the others where it becomes a proposal to them. */
  why?: string | undefined;
};

/** The text that was read before it is frozen. */
export const freezeSchema = z.object({ revision: z.string().max(64).default('') });

const signing = {
  name: z.string().trim().max(40).default(''),
  contentHash: z.string().length(64),
  consent: z.literal('yes', { error: 'required' }),
};
export const signSchema = z.object({
  ...signing,
  password: z.string().min(1).max(200),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'not-a-code'),
});
export const signByPasskeySchema = usedPasskeySchema.extend(signing);

const reason = z.string().trim().min(4).max(500);
const obligationId = z.string().max(26);

export const reportSchema = z.object({ obligationId, report: z.string().trim().min(4).max(2000) });
export const refuseSchema = z.object({ obligationId, reason });
export const breachSchema = z.object({ obligationId, reason, cureBy: z.string().trim().max(10) });
export const obligationSchema = z.object({ obligationId });

export const reasonSchema = z.object({ reason });
export const assentSchema = z.object({ what: z.enum(assents), reason });
export const takeBackSchema = z.object({ what: z.enum(assents) });
export const noticeSchema = z.object({ endsOn: z.string().trim().max(10), reason });
export const continueSchema = z.object({ as: z.enum(continuations) });

export const noteSchema = z.object({
  clause: numberField(z.number().int().min(1).max(1000)),
  text: z.string().trim().min(2).max(2000),
  proposed: z.string().trim().max(8000).default(''),
});
/** What each party may do with the draft, and who words which clause: by fields that the draft names. */
export const rightsSchema = z
  .looseObject({ version: numberField(z.number().int().min(1)) })
  .transform(({ version, ...given }) => {
    const named = Object.entries(given).filter(([name]) => /^(right|clause)\./.test(name));
    const fields: Record<string, string> = {};
    for (const [name, value] of named) if (typeof value === 'string') fields[name] = value;
    return { version, fields };
  });

export const answerNoteSchema = z.object({
  noteId: z.string().max(26),
  decision: z.enum(['accept', 'refuse']),
  answer: z.string().trim().max(1000).default(''),
});
