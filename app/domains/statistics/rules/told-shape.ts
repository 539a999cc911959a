import type { StatisticsFilter } from '../schema';
import { yearOfMonth } from '~/lib/time/month';

/** How the whole portal is named among the areas. */
export const wholePortal = '';

/** What a number is narrowed to beside its area and year: of all tables that are looked at together, one cell. */
export interface ToldShape {
  year: number;
  /** Empty for the whole portal. */
  areaId: string;
  /** None where it is all of the year. */
  by: { table: 'month' | 'category' | 'department'; key: string } | null;
}

/** The table and key of each way in which the filter narrows. */
function narrowings(
  { category, departmentId, from, to }: StatisticsFilter,
  isYear: boolean,
): ToldShape['by'][] {
  const month = { table: 'month' as const, key: from };
  return [
    ...(category === undefined ? [] : [{ table: 'category' as const, key: category }]),
    ...(departmentId === undefined ? [] : [{ table: 'department' as const, key: departmentId }]),
    ...(from === to && !isYear ? [month] : []),
  ];
}

/**
 * Which number that is told to everyone the filter asks for; null where it is none. Told are the year of an area, and in it
 * one month, one category or one department: two at once would be a cube, and spans of months overlap, so that from two of
 * them a third would follow. `present` is the month that it is, with which the year ends so far.
 */
export function toldShape(filter: StatisticsFilter, present: string): ToldShape | null {
  const { from, to } = filter;
  const year = yearOfMonth(from);
  if (yearOfMonth(to) !== year) return null;
  const ends = to === `${year}-12` || (to === present && yearOfMonth(present) === year);
  const isYear = from === `${year}-01` && ends;
  if (!isYear && from !== to) return null;
  const by = narrowings(filter, isYear);
  return by.length > 1 ? null : { year, areaId: filter.areaId ?? wholePortal, by: by[0] ?? null };
}
