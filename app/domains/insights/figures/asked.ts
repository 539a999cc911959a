import { z } from 'zod';
import { categoryCode } from '../../categories/schema';
import { areaLevels, isAreaId, levelOf } from '~/lib/geo/division-code';
import type { AreaLevel } from '~/lib/geo/division-code';
import { numberField } from '~/lib/numbers/number-field';

/** What the address of insights narrows to. */
export interface InsightsAsked {
  /** The whole portal where it is left out. */
  areaId: string | undefined;
  year: number;
  category: string | undefined;
  /** The level of the areas that are compared; the next below where it is left out. */
  level: AreaLevel | undefined;
  /** Every number as it is, for those who work there. */
  isExact: boolean;
}

const querySchema = z.object({
  area: z.string().refine(isAreaId).optional().catch(undefined),
  year: numberField(z.number().int().min(2000).max(2100).optional()).catch(undefined),
  category: categoryCode.optional().catch(undefined),
  level: z.enum(areaLevels).optional().catch(undefined),
  exact: z.literal('1').optional().catch(undefined),
});

/** What the address asks for; what is no such thing is left out. `month` is the present one, as `2026-11`. */
export function readInsights(query: URLSearchParams, month: string): InsightsAsked {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  const { area, year, category, level, exact } = querySchema.parse(given);
  const present = Number(month.slice(0, 4));
  return {
    areaId: area,
    year: Math.min(year ?? present, present),
    category,
    level: levelsBelow(area).find((one) => one === level),
    isExact: exact === '1',
  };
}

/** The levels of which areas may lie below one. */
export function levelsBelow(areaId: string | undefined): AreaLevel[] {
  if (areaId === undefined) return [...areaLevels];
  return areaLevels.slice(areaLevels.indexOf(levelOf(areaId)) + 1);
}

/** The same as an address has it, without what says nothing. */
export function insightsQuery({ areaId, year, category, level, isExact }: InsightsAsked): string {
  const query = new URLSearchParams({
    ...(areaId !== undefined && { area: areaId }),
    year: String(year),
    ...(category !== undefined && { category }),
    ...(level !== undefined && { level }),
    ...(isExact && { exact: '1' }),
  });
  return `?${query}`;
}
