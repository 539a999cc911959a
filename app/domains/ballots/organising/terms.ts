import { z } from 'zod';
import { mostEntrusted } from '../entrusting/rules';
import { budgetPapersSchema } from './budget-papers';
import { meetingSchema } from './meeting';
import { budgetRules, completions, tieRules } from '../vocabulary';
import { fenOfYuan } from '~/lib/numbers/yuan';

/**
 * What only some kinds of ballot have, as it stands in the column `terms`. Money in whole fen.
 */
export const ballotTermsSchema = z.object({
  seats: z.number().int().min(1).default(1),
  maximumScore: z.number().int().min(1).max(10).default(5),
  tieRule: z.enum(tieRules).default('order'),
  organisationIds: z.array(z.string()).default([]),
  budget: z
    .object({
      fen: z.number().int().min(1),
      rule: z.enum([...budgetRules, 'equal-shares-points']),
      completion: z.enum(completions),
      stopWhenExhaustive: z.boolean(),
      /** Most that one paper's projects may cost together. */
      paperFen: z.number().int().min(1).nullable(),
      papers: budgetPapersSchema.default({ kind: 'approvals' }),
      /** Least votes, or points where these are summed, of a project; decimal text. */
      minimum: z.string().nullable().default(null),
      /** Counting by votes ends at the first project that does not fit. */
      stopAtMisfit: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** For how many others one person may vote; 0 where votes cannot be entrusted. */
  entrusted: z.number().int().min(0).max(mostEntrusted).default(0),
  /** Of a statutory record: null in ballots from before it was asked. */
  meeting: meetingSchema.nullable().default(null),
  /** Read from a .pb file: nobody voted here. */
  imported: z.boolean().default(false),
  /** When it was counted, and published; null before that, and where it was counted before records said it. */
  countedAt: z.iso.datetime().nullable().default(null),
});
export type BallotTerms = z.output<typeof ballotTermsSchema>;

/** The column `terms` read back. */
export function readTerms(text: string): BallotTerms {
  return ballotTermsSchema.parse(JSON.parse(text));
}

/** Fen as yuan in decimal text, the way the counting rules take money: 1250 → "12.50". */
export function yuanText(fen: number): string {
  const cents = fen % 100;
  const whole = Math.trunc(fen / 100);
  return cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
}

/** Yuan as people type them, in fen; null where the text is none. */
export function fenOf(text: string): number | null {
  const fen = fenOfYuan(text);
  return fen === null ? null : Number(fen);
}
