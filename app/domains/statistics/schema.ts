import { z } from 'zod';
import { categoryCode } from '../categories/schema';
import { denominators } from './rules/formula';
import type { Formula } from './rules/formula';
import { monthAfter, yearOfMonth } from '~/lib/time/month';
import { numberField } from '~/lib/numbers/number-field';

export type { Formula, RateName } from './rules/formula';
export type { Measure, Measures } from './rules/measures';
export type { Rate, Rates } from './rules/rates';
export { rateNames } from './rules/formula';
export { ratesOf } from './rules/rates';
export { percentText, shownRates } from './rules/shown-rates';
export { numberNames, partsOfNumber, valueOfNumber } from './rules/number-names';
export type { NumberName } from './rules/number-names';
export type { ShownRate, ShownRates } from './rules/shown-rates';

const perCent = numberField(z.number().int().min(0).max(100));
const rating = numberField(z.number().int().min(1).max(5));

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
    smallDenominator: numberField(z.number().int().min(0).max(1000)),
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

const text = (most: number) => z.string().max(most).optional().catch(undefined);
/** Of the years that can be asked for: what is asked for is counted month by month, and anyone may ask. */
const month = z
  .string()
  .regex(/^(?:20\d\d|2100)-(?:0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** What the address of a page of statistics narrows to; what is no such thing is left out. */
export const statisticsQuerySchema = z.object({
  area: text(15),
  department: text(26),
  category: categoryCode.optional().catch(undefined),
  year: numberField(z.number().int().min(2000).max(2100).optional()).catch(undefined),
  formula: text(26),
  from: month,
  to: month,
});

/** What an address asks for: a filter, by which formula, and whether every number as it is. */
export interface StatisticsAsked extends StatisticsFilter {
  formula?: string;
  isExact: boolean;
}

/**
 * The filter that the address asks for: the months that it names, else the year up to the present month. Where no year is
 * named it is the present one; of exact numbers the last twelve months, which public ones are not told of. `month` is the
 * present one, as `2026-11`.
 */
export function readQuery(query: URLSearchParams, month: string): StatisticsAsked {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  const isExact = query.get('exact') === '1';
  const { area, department, category, formula, from, to, ...named } = statisticsQuerySchema.parse(given);
  const year = named.year ?? (isExact ? undefined : yearOfMonth(month));
  const last = year === undefined || `${year}-12` > month ? month : `${year}-12`;
  const period = {
    from: from ?? (year === undefined ? monthAfter(month, -11) : `${year}-01`),
    to: to ?? (year !== undefined && `${year}-01` > last ? `${year}-12` : last),
  };
  return {
    ...period,
    areaId: area,
    departmentId: department === noDepartment ? '' : department,
    category,
    isExact,
    ...(formula === undefined ? {} : { formula }),
  };
}

/** How an address says "with no department": an empty value would say nothing. */
export const noDepartment = 'none';
