import type { Told } from './figure';

/** Of what a count is: an area, and one of its months or categories. */
export interface CountOf {
  areaId: string;
  month?: string;
  category?: string;
}

/** Orders that were registered, of the areas that are looked at, as they are told. Without an area: of the whole. */
export interface OrderCounts {
  /** In the year, of the category where one is asked for. */
  total(areaId: string): Told;
  /** In the year. */
  byCategory(areaId: string): ReadonlyMap<string, Told>;
  /** Those of public matters, where all together are not told; null where they are. */
  open(of: CountOf): number | null;
  /** From the first month that is kept on, as far as is looked back; none where that is not told. */
  byMonth(areaId: string): readonly { month: string; count: Told }[] | null;
  /** Of each category of the area that is looked at, by month; none where that is not told. */
  categoriesByMonth(): Promise<ReadonlyMap<string, readonly number[]> | null>;
}

/** Months are looked back on for as long as a season is asked of them. */
export const yearsBack = 5;
