import type { ReadContext } from '../../context';
import { monthNow } from '../month-now';
import { toldShape } from '../rules/told-shape';
import type { StatisticsFilter } from '../schema';
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
