import type { ReadContext } from '../../context';
import { monthNow } from '../month-now';
import { toldShape } from '../rules/told-shape';
import { subtractMeasures } from '../rules/measures';
import type { Measures } from '../rules/measures';
import type { StatisticsFilter } from '../schema';
import { closedOrders, closedWithin } from './closed-orders.query.server';
import { toldOfYears } from './hidden-of-year.server';

/**
 * Which of the numbers behind these filters everyone is told: those of a year, an area, and one of month, category and
 * department, behind which stand no or at least five orders that not everyone may read, and from which no hidden one follows.
 */
export async function toldFigures(
  ctx: ReadContext,
  filters: readonly StatisticsFilter[],
): Promise<(filter: StatisticsFilter) => boolean> {
  const present = monthNow(ctx);
  const shapes = filters.flatMap((filter) => toldShape(filter, present) ?? []);
  const isTold = await toldOfYears(
    ctx,
    shapes.map(({ year }) => year),
  );
  return (filter) => {
    const shape = toldShape(filter, present);
    return shape !== null && isTold(shape);
  };
}

/** The sums as they are told, and whether those are all, or of matters that everyone may read alone. */
export type TellSums = (filter: StatisticsFilter, sums: Measures) => { isWhole: boolean; sums: Measures };

export const tellAll: TellSums = (_filter, sums) => ({ isWhole: true, sums });

/** What everyone is told of sums: where they are not told, those of public matters, which anyone can count. */
export async function toldSums(ctx: ReadContext, filters: readonly StatisticsFilter[]): Promise<TellSums> {
  const [isTold, closed] = await Promise.all([toldFigures(ctx, filters), closedOrders(ctx)]);
  return (filter, sums) =>
    isTold(filter)
      ? tellAll(filter, sums)
      : { isWhole: false, sums: subtractMeasures(sums, closedWithin(closed, filter)) };
}
