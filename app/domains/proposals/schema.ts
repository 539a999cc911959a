import { z } from 'zod';
import { categoryCode, unsortedCategory } from '../categories/schema';
import { bothOrNone, placeFields } from '../place-fields';
import { numberField } from '~/lib/numbers/number-field';

export const proposalSchema = z
  .object({
    title: z.string().trim().min(6).max(60),
    body: z.string().trim().min(20).max(20_000),
    category: categoryCode,
    areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
    ...placeFields,
    /** The statement of a conversation from which it is made. */
    statementId: z.string().max(26).optional(),
  })
  .superRefine(bothOrNone);
export type ProposalInput = z.output<typeof proposalSchema>;

const areaId = z.string().regex(/^\d{4,15}$/, 'not-a-choice');
const reason = z.string().trim().min(4).max(300);
export const thresholdSchema = z.object({
  areaId,
  count: numberField(z.number().int().min(1).max(1_000_000)),
  reason,
});
export const dropThresholdSchema = z.object({ areaId, reason });

/** A draft is kept as typed: nothing but its size is checked. */
export const draftSchema = z.object({
  title: z.string().trim().max(60).default(''),
  body: z.string().max(20_000).default(''),
  category: categoryCode.catch(unsortedCategory),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  ...placeFields,
  /** The statement of a conversation from which it is made. */
  statementId: z.string().max(26).optional(),
});

export const answerSchema = z.object({
  decision: z.enum(['adopt', 'decline', 'answer']),
  answer: z.string().trim().min(4).max(10_000),
});

/** The id that the text is, or that stands in the address of a proposal's page; empty where there is none. */
function proposalIdIn(text: string): string {
  const [path = ''] = text.split(/[?#]/, 1);
  const last = path.split('/').filter((part) => part !== '');
  const id = last.at(-1) ?? '';
  const isPage = last.length === 1 || last.at(-2) === 'proposals';
  return isPage && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? id : '';
}

export const mergeSchema = z.object({
  /** The id of the other proposal, or the address of its page. */
  into: z.string().max(500).trim().transform(proposalIdIn).pipe(z.string().length(26, 'not-a-proposal')),
  reason: z.string().trim().min(4).max(1000),
});
export const undoMergeSchema = z.object({
  mergeId: z.string().length(26),
  reason: z.string().trim().min(4).max(1000),
});
