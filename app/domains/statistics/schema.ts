import { z } from 'zod';
import { denominators } from './rules/formula';
import type { Formula } from './rules/formula';

export type { Formula, RateName } from './rules/formula';
export type { Measures } from './rules/measures';
export type { Rate, Rates } from './rules/rates';
export { rateNames } from './rules/formula';
export { ratesOf } from './rules/rates';
export { percentText, shownRates } from './rules/shown-rates';
export type { ShownRate, ShownRates } from './rules/shown-rates';

const perCent = z.coerce.number().int().min(0).max(100);
const rating = z.coerce.number().int().min(1).max(5);

/** The formula as its form sends it. */
export const formulaSchema = z
  .object({
    weightResponse: perCent,
    weightResolution: perCent,
    weightSatisfaction: perCent,
    responseDenominator: z.enum(denominators),
    resolutionDenominator: z.enum(denominators),
    satisfactionDenominator: z.enum(denominators),
    satisfiedFrom: rating,
    basicFrom: rating,
    basicFactor: perCent,
    smallDenominator: z.coerce.number().int().min(0).max(1000),
    source: z.string().trim().min(4).max(500),
    reason: z.string().trim().min(4).max(500),
  })
  .refine((form) => form.weightResponse + form.weightResolution + form.weightSatisfaction === 100, {
    path: ['weightSatisfaction'],
    message: 'weights-to-100',
  })
  .refine((form) => form.basicFrom <= form.satisfiedFrom, {
    path: ['basicFrom'],
    message: 'basic-below-satisfied',
  });
export type FormulaInput = z.output<typeof formulaSchema>;

/** The columns of a formula as the rules read them. */
export function readFormula(row: Omit<FormulaInput, 'source' | 'reason'>): Formula {
  return {
    weights: {
      response: row.weightResponse,
      resolution: row.weightResolution,
      satisfaction: row.weightSatisfaction,
    },
    denominators: {
      response: row.responseDenominator,
      resolution: row.resolutionDenominator,
      satisfaction: row.satisfactionDenominator,
    },
    satisfiedFrom: row.satisfiedFrom,
    basicFrom: row.basicFrom,
    basicFactor: row.basicFactor,
    smallDenominator: row.smallDenominator,
  };
}

const reason = z.string().trim().min(4).max(500);

export const exclusionSchema = z.object({ number: z.string().trim().min(1).max(60), reason });
export const liftSchema = z.object({ exclusionId: z.string().min(1).max(26), reason });

/** What the numbers are narrowed to. Months as `2026-11`, both included. */
export interface StatisticsFilter {
  areaId?: string | undefined;
  departmentId?: string | undefined;
  category?: string | undefined;
  from: string;
  to: string;
}
